import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { inboxQuery } from '../../api/queries.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { useWords } from '../../words/language.ts'
import { InboxEntry } from '../inbox/inbox-entry.tsx'

/** The latest news, beside the work. */
export function Arrivals() {
  const { t } = useWords()
  const { data } = useInfiniteQuery(inboxQuery(false))
  const rows = data?.pages[0]?.items.slice(0, 8)
  return (
    <section className="card workbench-side" aria-labelledby="arrivals">
      <div className="card-head">
        <h2 id="arrivals">{t('workbench.arrivals')}</h2>
        <Link to="/inbox">{t('workbench.allNews')}</Link>
      </div>
      {rows === undefined ? (
        <Loading rows={5} />
      ) : rows.length === 0 ? (
        <Empty title={t('workbench.noNews')} />
      ) : (
        <ul className="news" aria-labelledby="arrivals">
          {rows.map((row) => (
            <InboxEntry key={row.id} row={row} />
          ))}
        </ul>
      )}
    </section>
  )
}
