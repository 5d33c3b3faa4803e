import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import type { LegView, MatterView } from '../../../features/matters/matter-views.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { LightTag } from '../../parts/light-tag.tsx'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { agencyName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly matter: MatterView
  readonly leg: LegView
  readonly onAct: (action: string, leg?: number) => void
}

/** Where each addressee stands; a delivery that failed is sent again alone. */
export function LegsPanel({ matter, leg: shown, onAct }: Props) {
  const { t, say, language } = useWords()
  return (
    <section className="card" aria-labelledby="legs">
      <h2 id="legs">{t('matter.legsTitle')}</h2>
      <WideTable label={t('matter.legsTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('matter.legNumber')}</th>
            <th scope="col">{t('matter.agency')}</th>
            <th scope="col">{t('matter.state')}</th>
            <th scope="col">{t('matter.clocks')}</th>
            <th scope="col">{t('matter.delivery')}</th>
          </tr>
        </thead>
        <tbody>
          {matter.legs.map((leg) => {
            const running = matter.clocks.filter((each) => each.leg === leg.no && each.stoppedAt === null)
            // What somebody has to do comes before what ends by itself.
            const clock = running.find(({ endsByItself }) => !endsByItself) ?? running[0]
            const resend = leg.openActions.find(({ action, open }) => action === 'resend' && open)
            return (
              <tr
                key={leg.no}
                className={leg.no === shown.no ? 'is-at' : ''}
                aria-current={leg.no === shown.no || undefined}
              >
                <td>{leg.no}</td>
                <td>
                  <Link
                    to="/matters/$matterId"
                    params={{ matterId: matter.id }}
                    search={{ leg: String(leg.no) }}
                    className="row-title"
                    aria-label={t('matter.showLeg', {
                      who: leg.answerer ? agencyName(language, leg.answerer) : '',
                    })}
                  >
                    {leg.answerer ? <AgencyLabel agency={leg.answerer} as="full" /> : '—'}
                  </Link>
                </td>
                <td>{say(leg.stateWords)}</td>
                <td>
                  {clock ? (
                    <>
                      <LightTag clock={clock} /> <span className="soft small">{say(clock.words)}</span>
                    </>
                  ) : (
                    '—'
                  )}
                </td>
                <td>
                  {leg.delivery === 'failed' ? (
                    <>
                      <span className="light light-red">{t('matter.failed')}</span>{' '}
                      <span className="soft">{say(leg.deliveryFault ?? undefined)}</span>{' '}
                      {resend ? (
                        <Button size="small" onClick={() => onAct('resend', leg.no)}>
                          {t('matter.resend')}
                        </Button>
                      ) : null}
                    </>
                  ) : leg.delivery === 'delivered' ? (
                    t('matter.delivered', { at: leg.sentAt ? when(leg.sentAt, language, 'short') : '' })
                  ) : (
                    t('matter.unsent')
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </WideTable>
    </section>
  )
}
