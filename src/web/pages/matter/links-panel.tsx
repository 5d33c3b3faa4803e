import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import type { LegView, MatterView } from '../../../features/matters/matter-views.ts'
import { relationWords } from '../../acts/words-of-action.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly matter: MatterView
  readonly leg: LegView
  readonly onAct: (action: string, leg?: number) => void
}

/** Matters that belong together. */
export function LinksPanel({ matter, leg, onAct }: Props) {
  const { t, say } = useWords()
  const offer = leg.openActions.find(({ action, open }) => action === 'link' && open)
  if (matter.links.length === 0 && !offer) return null
  return (
    <section className="card" aria-labelledby="links">
      <h2 id="links">{t('matter.links')}</h2>
      {matter.links.length === 0 ? <p className="soft">{t('matter.noLinks')}</p> : null}
      <ul className="plain">
        {matter.links.map(({ id, number, title, relation, stateWords }) => (
          <li key={id}>
            <span className="tag">{say(relationWords[relation]) || relation}</span>{' '}
            <Link to="/matters/$matterId" params={{ matterId: id }}>
              {title}
            </Link>{' '}
            <span className="soft small mono">{number}</span>{' '}
            <span className="soft small">{say(stateWords)}</span>
          </li>
        ))}
      </ul>
      {offer ? (
        <div className="no-print side-acts">
          <Button size="small" onClick={() => onAct('link', leg.no)}>
            {say(offer.words)}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
