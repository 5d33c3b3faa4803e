import CheckCircleFilled from '@ant-design/icons/es/icons/CheckCircleFilled'
import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { contentAction } from '../../api/content-action.ts'
import { offered } from '../../api/move.ts'
import { matterQuery } from '../../api/queries.ts'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useKind } from '../../parts/use-kind.ts'
import { useTitle } from '../../parts/use-title.ts'
import { when } from '../../parts/when.ts'
import { agencyName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'
import './write.css'

export const route = createLazyRoute('/inside/matters/$matterId/done')({ component: DonePage })

/** What was submitted, under which number, and what happens next, by when, by whom. */
function DonePage() {
  const { matterId } = route.useParams()
  const { t, say, language } = useWords()
  const { data: matter, error, isFetching } = useQuery(matterQuery(matterId))
  const kind = useKind(matter?.kind ?? '')
  const leg = matter?.legs[0]
  const done = kind ? say(kind.words.actions[contentAction(kind)]) : ''
  useTitle(t('form.doneTitle', { what: done }))
  if (error) return <ProblemNotice error={error} />
  // As it was before it was submitted: what is shown here is what came of that.
  const isOld = isFetching && kind && matter && offered(matter, 1, contentAction(kind))?.open
  if (!matter || !leg || isOld) return <Loading />
  const running = matter.clocks.filter(({ stoppedAt, endsByItself }) => stoppedAt === null && !endsByItself)
  // What one agency owes everybody it was sent to is said once.
  const owed = new Set(
    running.map((clock) =>
      t('form.doneDue', {
        who: agencyName(language, clock.owes),
        what: say(clock.words),
        left: say(clock.remaining),
        at: when(clock.dueAt, language),
      }),
    ),
  )
  return (
    <section className="card done" aria-labelledby="done-title">
      <p className="done-sign">
        <CheckCircleFilled aria-hidden />
      </p>
      <h1 id="done-title">{t('form.doneTitle', { what: done })}</h1>
      <p>{matter.title}</p>
      <p className="done-number">
        {t('form.doneNumber')} <strong className="mono">{matter.number}</strong>
      </p>
      <h2>{t('form.doneNext')}</h2>
      <ul>
        <li>{t('form.doneState', { state: say(leg.stateWords) })}</li>
        {[...owed].map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{t('form.doneAlert')}</li>
      </ul>
      <p className="row">
        <Link to="/matters/$matterId" params={{ matterId }} className="button">
          {t('form.toMatter')}
        </Link>
        <Link to="/new">{t('form.another')}</Link>
        <Link to="/">{t('frame.toWorkbench')}</Link>
      </p>
    </section>
  )
}
