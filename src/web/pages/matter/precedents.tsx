import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { KindView, MatterView } from '../../../features/matters/matter-views.ts'
import { precedentsQuery } from '../../api/precedents-query.ts'
import { fieldWords } from '../../form/form-context.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly matter: MatterView
  readonly kind: KindView
  /** When what is being written was last saved: it is compared as it stands. */
  readonly savedAt?: string | null
}

/** How matters like this one were settled. Nothing where the kind compares nothing, or none was found. */
export function Precedents({ matter, kind, savedAt = null }: Props) {
  const { t, say, list, language } = useWords()
  const found = useQuery({ ...precedentsQuery(matter.id, savedAt), enabled: kind.hasPrecedents === true })
  if (!found.data || found.data.length === 0) return null
  return (
    <section className="card no-print precedents-card" aria-labelledby="precedents">
      <h2 id="precedents">{t('matter.precedents')}</h2>
      <p className="soft">{t('matter.precedentsNote')}</p>
      <ul className="precedents">
        {found.data.map(({ id, title, stateWords, lead, settledAt, alike }) => (
          <li key={id} className="precedent">
            <Link to="/matters/$matterId" params={{ matterId: id }}>
              {title}
            </Link>
            <span>
              {say(stateWords)}
              {lead ? (
                <>
                  {' · '}
                  <AgencyLabel agency={lead} as="short" />
                </>
              ) : null}
              {` · ${when(settledAt, language, 'day')}`}
            </span>
            <span className="soft">
              {t('matter.alikeIn', {
                fields: list(alike.map((path) => say(fieldWords(kind.words, path.split('.'))))),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
