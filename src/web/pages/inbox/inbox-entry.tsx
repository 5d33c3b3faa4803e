import { Link } from '@tanstack/react-router'
import type { InboxRow } from '../../../features/matters/matter-views.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

/** One piece of news: what happened, where, when, and who did it. */
export function InboxEntry({ row }: { readonly row: InboxRow }) {
  const { t, say, language } = useWords()
  return (
    <li className={row.readAt ? 'news-entry' : 'news-entry unread'}>
      <Link
        to="/matters/$matterId"
        params={{ matterId: row.matter.id }}
        search={row.leg && row.leg > 1 ? { leg: String(row.leg) } : {}}
        className="row-title"
      >
        {row.urgent ? <span className="tag tag-urgent">{t('workbench.urgent')}</span> : null} {say(row.words)}
      </Link>
      <span className="news-title">{row.matter.title}</span>
      <span className="soft small">
        {when(row.at, language, 'short')}
        {row.from ? (
          <>
            {' · '}
            <AgencyLabel agency={row.from} as="short" />
          </>
        ) : null}
      </span>
    </li>
  )
}
