import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Dropdown from 'antd/es/dropdown'
import type { KindView, LegView, MatterView } from '../../../features/matters/matter-views.ts'
import { acknowledgeSoon } from '../../acts/acknowledgements.ts'
import { useSession } from '../../parts/use-session.ts'
import { agencyName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'
import { mainAction } from './main-action.ts'
import { takesPart } from './takes-part.ts'

type Props = {
  readonly matter: MatterView
  readonly kind: KindView
  readonly leg: LegView
  readonly onAct: (action: string, leg?: number) => void
}

type Offer = LegView['openActions'][number]

/** Standing actions with a place of their own on the page. */
const placedElsewhere: ReadonlySet<string> = new Set([
  'say',
  'note',
  'assign',
  'restrict',
  'unrestrict',
  'link',
])

/** What I may do now, and what I may not, why, and who can. The server decides; this page only says it. */
export function ActionPanel({ matter, kind, leg, onAct }: Props) {
  const { t } = useWords()
  const moves = leg.openActions.filter(({ standing }) => !standing)
  const open = moves.filter((offer) => offer.open)
  const closed = moves.filter((offer) => !offer.open)
  const main = mainAction(
    kind.chart,
    leg.state,
    open.map(({ action }) => action),
  )
  const others = leg.openActions.filter(
    ({ standing, action, open: isOpen }) => standing && isOpen && !placedElsewhere.has(action),
  )
  return (
    <section className="card action-panel no-print" aria-labelledby="what-now">
      <h2 id="what-now">{t('matter.whatNow')}</h2>
      {moves.length === 0 ? (
        <p className="soft">
          {matter.settledAt
            ? t('matter.finished')
            : leg.mySides.length === 0
              ? t(takesPart(leg) ? 'matter.attends' : 'matter.notParty')
              : t('matter.nothingNow')}
        </p>
      ) : null}
      {open.length > 0 ? (
        <div className="row">
          {open.map((offer) => (
            <ActionButton
              key={offer.action}
              {...{ matter, kind, leg, offer, onAct }}
              isMain={offer.action === main}
            />
          ))}
        </div>
      ) : null}
      {closed.length > 0 ? <ClosedActions matter={matter} leg={leg} offers={closed} /> : null}
      {others.length > 0 ? <OtherActs offers={others} onAct={(action) => onAct(action, leg.no)} /> : null}
    </section>
  )
}

type ButtonProps = Props & { readonly offer: Offer; readonly isMain: boolean }

function ActionButton({ matter, kind, leg, offer, isMain, onAct }: ButtonProps) {
  const { t, say } = useWords()
  const step = kind.chart.states[leg.state]?.[offer.action]
  if (step?.addresses)
    return (
      <Link to="/matters/$matterId/write" params={{ matterId: matter.id }} className="button">
        {t('matter.goOnWriting')}
      </Link>
    )
  const isAcknowledgement = offer.action === 'acknowledge'
  return (
    <Button
      type={isMain ? 'primary' : 'default'}
      title={say(kind.words.actions[offer.action]?.means)}
      onClick={() =>
        isAcknowledgement
          ? acknowledgeSoon({ matterId: matter.id, leg: leg.no, number: matter.number })
          : onAct(offer.action, leg.no)
      }
    >
      {say(offer.words)}
    </Button>
  )
}

type ClosedProps = Pick<Props, 'matter' | 'leg'> & { readonly offers: readonly Offer[] }

/** Grey buttons with the reason beside them, and whose they are to do; the same reason is said once. */
function ClosedActions({ matter, leg, offers }: ClosedProps) {
  const { t, say, sentences, language } = useWords()
  const own = useSession().agency.id
  const sitting = { asker: leg.asker, answerer: leg.answerer, superior: leg.superior }
  const reasonOf = (offer: Offer): string => {
    const who = (offer.power === 'approve' && matter.reviewer) || sitting[offer.by]
    const name = who && who.id !== own ? agencyName(language, who) : ''
    const why = say(offer.whyWords)
    return sentences(name !== '' && !why.includes(name) ? [why, t('matter.whoCan', { who: name })] : [why])
  }
  return (
    <ul className="closed-actions">
      {[...new Set(offers.map(reasonOf))].map((reason) => {
        const refused = offers.filter((offer) => reasonOf(offer) === reason)
        const id = `why-${refused[0]?.action}`
        return (
          <li key={reason}>
            {refused.map(({ action, words }) => (
              <Button key={action} disabled aria-describedby={id}>
                {say(words)}
              </Button>
            ))}
            <span className="soft" id={id}>
              {reason}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function OtherActs({
  offers,
  onAct,
}: {
  readonly offers: readonly Offer[]
  readonly onAct: (action: string) => void
}) {
  const { t, say } = useWords()
  const items = offers.map(({ action, words }) => ({
    key: action,
    label: say(words),
    onClick: () => onAct(action),
  }))
  return (
    <p className="action-others">
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button aria-haspopup="menu">{t('matter.otherActs')}</Button>
      </Dropdown>
    </p>
  )
}
