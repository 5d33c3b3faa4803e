import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { MatterView, MoveResult } from '../../../features/matters/matter-views.ts'
import type { CaseStanding } from '../../../features/matters/matters.ts'
import { asProblem, call, freshKey, type Problem } from '../../api/call.ts'
import { caseStandingQuery } from '../../api/case-queries.ts'
import { refreshMatter } from '../../api/queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useKinds } from '../../parts/use-kind.ts'
import { usePower, useSession } from '../../parts/use-session.ts'
import { when } from '../../parts/when.ts'
import { agencyName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'
import { Revision } from './revision.tsx'
import './cases.css'

/** What a case still needs before a decision and why, who deals with the same act, and what may begin from it. */
export function CasePanel({ matter }: { readonly matter: MatterView }) {
  const { t, language } = useWords()
  const { data: standing, error } = useQuery(caseStandingQuery(matter.id))
  if (error) return <ProblemNotice error={error} />
  if (!standing) return null
  const { filed, external, gates, revision, onward, underWay } = standing
  const isRegistered = matter.legs[0]?.state === 'registered'
  return (
    <>
      {filed || external ? (
        <section className="card" aria-labelledby="filing">
          <h2 id="filing">{t('cases.filing')}</h2>
          <dl className="facts">
            {filed ? (
              <>
                <div>
                  <dt>{t('cases.caseNumber')}</dt>
                  <dd className="mono">{filed.caseNumber}</dd>
                </div>
                <div>
                  <dt>{t('cases.filedAt')}</dt>
                  <dd>
                    {when(filed.filedAt, language)} <span className="soft small">{t('cases.fixed')}</span>
                  </dd>
                </div>
              </>
            ) : null}
            {external ? (
              <div>
                <dt>{t('cases.external')}</dt>
                <dd>
                  {external.system}{' '}
                  {external.link ? (
                    <a href={external.link} target="_blank" rel="noreferrer noopener">
                      {external.number}
                    </a>
                  ) : (
                    <span className="mono">{external.number}</span>
                  )}
                </dd>
              </div>
            ) : null}
          </dl>
        </section>
      ) : null}
      {revision ? <Revision matter={matter} revision={revision} /> : null}
      {isRegistered ? <SameActs acts={standing.acts} /> : null}
      {gates.length > 0 ? <Gates gates={gates} /> : null}
      {onward.length > 0 ? <Onward matter={matter} kinds={onward} underWay={underWay} /> : null}
    </>
  )
}

function Gates({ gates }: Pick<CaseStanding, 'gates'>) {
  const { t, say } = useWords()
  return (
    <section className="card" aria-labelledby="gates">
      <h2 id="gates">{t('cases.standing')}</h2>
      <p className="soft">{t('cases.gatesText')}</p>
      <ul className="gates">
        {gates.map((gate) => (
          <li key={gate.name} className={`gate gate-${gate.is}`}>
            <span className={`light ${lights[gate.is]}`}>{t(`cases.${gate.is}`)}</span>
            <div>
              <strong>{say(gate.words)}</strong> <span className="soft small">{say(gate.basis)}</span>
              <p>{say(gate.why)}</p>
              {gate.steps ? (
                <details>
                  <summary>{t('cases.howComputed')}</summary>
                  <ol className="derivation">
                    {gate.steps.map((step) => (
                      <li key={step.words.zh}>{say(step.words)}</li>
                    ))}
                  </ol>
                </details>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const lights = { open: 'light-green', shut: 'light-red', 'not-needed': 'light-none' } as const

function SameActs({ acts }: Pick<CaseStanding, 'acts'>) {
  const { t, language } = useWords()
  if (acts.length === 0)
    return (
      <section className="card" aria-labelledby="same-acts">
        <h2 id="same-acts">{t('cases.sameActs')}</h2>
        <p className="soft">{t('cases.noSameActs')}</p>
      </section>
    )
  const isSame = acts.some(({ sameness }) => sameness === 'same')
  return (
    <section className="card" aria-labelledby="same-acts">
      <h2 id="same-acts">{t('cases.sameActs')}</h2>
      <p className={`notice ${isSame ? 'notice-red' : 'notice-amber'}`}>
        {t(isSame ? 'cases.sameAdvice' : 'cases.possibleAdvice')}
      </p>
      <ul className="gates">
        {acts.map(({ sameness, agency, number, at, contact }) => (
          <li key={`${agency.id} ${number}`} className="gate">
            <span className={`light ${sameness === 'same' ? 'light-red' : 'light-amber'}`}>
              {t(`cases.${sameness}`)}
            </span>
            <div>
              <Link to="/directory/$agencyId" params={{ agencyId: agency.id }}>
                {agencyName(language, agency)}
              </Link>{' '}
              <span className="mono">{number}</span>
              <p>
                {t('cases.filedAt')}
                {t('frame.colon')}
                {when(at, language)}
                {contact ? ` · ${t('cases.contact')}${t('frame.colon')}${contact.name} ${contact.phone}` : ''}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

type OnwardProps = {
  readonly matter: MatterView
  readonly kinds: CaseStanding['onward']
  readonly underWay: CaseStanding['underWay']
}

function Onward({ matter, kinds, underWay }: OnwardProps) {
  const { t, say } = useWords()
  const known = useKinds()
  const navigate = useNavigate()
  const mayOpen = usePower('open')
  const { agency } = useSession()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  if (!mayOpen || matter.lead.id !== agency.id) return null
  const begin = async (kind: string) => {
    setBusy(kind)
    setProblem(undefined)
    try {
      const begun = await call<MoveResult>('POST', `/cases/${matter.id}/matters`, {
        body: { kind },
        key: freshKey(),
      })
      refreshMatter(matter.id)
      void navigate({ to: '/matters/$matterId/write', params: { matterId: begun.matter.id } })
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(undefined)
    }
  }
  return (
    <section className="card no-print" aria-labelledby="onward">
      <h2 id="onward">{t('cases.onward')}</h2>
      <p className="soft">{t('cases.onwardText')}</p>
      {problem ? <ProblemNotice error={problem} /> : null}
      <div className="row">
        {kinds.map((kind) => {
          const name = say(known.find((each) => each.kind === kind)?.words.name)
          const begun = underWay.find((each) => each.kind === kind)
          if (begun)
            return (
              <Link key={kind} to="/matters/$matterId" params={{ matterId: begun.id }}>
                {t('cases.underWay', { name, number: begun.number })}
              </Link>
            )
          return (
            <Button
              key={kind}
              loading={busy === kind}
              disabled={busy !== undefined}
              onClick={() => void begin(kind)}
            >
              {name}
            </Button>
          )
        })}
      </div>
    </section>
  )
}
