import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { MatterView } from '../../../features/matters/matter-views.ts'
import type { CaseStanding } from '../../../features/matters/matters.ts'
import { asProblem, call, freshKey, type Problem } from '../../api/call.ts'
import { refreshMatter } from '../../api/queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { usePower, useSession } from '../../parts/use-session.ts'
import { agencyName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly matter: MatterView
  readonly revision: NonNullable<CaseStanding['revision']>
}

const lights = {
  recall: 'light-red',
  discard: 'light-red',
  confirming: 'light-amber',
  done: 'light-green',
} as const

/** A decision that was annulled or changed: by which document, and the notices that are recalled for it, with one act for all. */
export function Revision({ matter, revision }: Props) {
  const { t, say, language } = useWords()
  const { agency } = useSession()
  const mayHandle = usePower('handle')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const { notices } = revision
  const mayRecall =
    mayHandle && matter.lead.id === agency.id && notices.some((notice) => notice.is === 'recall')
  const recall = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await call('POST', `/cases/${matter.id}/recalls`, { key: freshKey() })
      refreshMatter(matter.id)
    } catch (error) {
      setProblem(asProblem(error))
    }
    setBusy(false)
  }
  return (
    <section className="card" aria-labelledby="revision">
      <h2 id="revision">{say(revision.resultWords)}</h2>
      <p>
        {revision.organ} <span className="mono">{revision.revisionNumber}</span> · {revision.decidedOn}
      </p>
      {notices.length === 0 ? <p className="soft">{t('cases.noNotices')}</p> : null}
      {notices.length > 0 ? (
        <>
          <p className="soft">{t('cases.noticesText')}</p>
          <ul className="gates">
            {notices.map((notice) => (
              <li key={notice.id} className="gate">
                <span className={`light ${lights[notice.is]}`}>{t(`cases.notice-${notice.is}`)}</span>
                <div>
                  <Link to="/matters/$matterId" params={{ matterId: notice.id }}>
                    {notice.title}
                  </Link>{' '}
                  <span className="soft small mono">{notice.number}</span>
                  {notice.waitsFor.length > 0 ? (
                    <p>
                      {t(notice.is === 'recall' ? 'cases.wasTold' : 'cases.waitsFor')}
                      {t('frame.colon')}
                      {notice.waitsFor.map((each) => agencyName(language, each)).join(t('cases.comma'))}
                    </p>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {problem ? <ProblemNotice error={problem} /> : null}
      {mayRecall ? (
        <p className="row no-print">
          <Button type="primary" danger loading={isBusy} onClick={() => void recall()}>
            {t('cases.recallAll')}
          </Button>
        </p>
      ) : null}
    </section>
  )
}
