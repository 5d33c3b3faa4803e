import { sql } from 'kysely'
import type { Words } from '../../kernel/words.ts'
import type { Tx } from '../../platform/database.ts'
import { eventWords, kindOf } from '../matters/matters.ts'
import type { NoticeSort } from './notice-sorts.ts'

/**
 * News as it may be told outside: number, kind, what happened and until when. Never the title or anything else that
 * somebody wrote: those may name people.
 */
export type TellableNews = {
  readonly sort: NoticeSort
  readonly isUrgent: boolean
  readonly isUnanswered: boolean
  readonly at: string
  readonly type: string
  readonly happened: Words
  readonly matterId: string
  readonly number: string
  readonly kind: string
  readonly kindName: Words
  readonly leg: number | null
  readonly clockName: Words | null
  readonly dueAt: string | null
}

type Row = Omit<TellableNews, 'happened' | 'kindName' | 'clockName'> & { readonly clock: string | null }

/** What a dispatch tells, most urgent first. */
export async function readNews(tx: Tx, dispatchId: string, agencyId: string): Promise<TellableNews[]> {
  const { rows } = await sql<Row>`
    select n.sort, m.urgency = 'urgent' as "isUrgent", n.unanswered as "isUnanswered", i.at, i.type,
      m.id as "matterId", m.number, m.kind, i.leg_no as leg, coalesce(e.body ->> 'clock', own.name) as clock,
      coalesce((e.body ->> 'dueAt')::timestamptz, own.due_at) as "dueAt"
    from notice n join inbox i on i.id = n.inbox_id join matter m on m.id = n.matter_id
    left join event e on e.matter_id = n.matter_id and e.seq = n.seq
    -- What the agency owes next; news of all legs, such as an arrival that went to several, name none.
    left join lateral (
      select name, due_at from clock
      where matter_id = m.id and (i.leg_no is null or leg_no = i.leg_no) and owes_id = ${agencyId} and stopped_at is null
        and (e.body ->> 'clock' is null or name = e.body ->> 'clock')
      order by due_at limit 1) own on true
    where n.dispatch_id = ${dispatchId}
    order by array_position(array['urgent', 'escalated', 'overdue', 'due-soon', 'news'], n.sort::text), i.id limit 500`.execute(
    tx,
  )
  return rows.map(({ clock, ...row }) => {
    const kind = kindOf(row.kind)
    const { zh, en } = kind.words.name
    return {
      ...row,
      happened: eventWords(kind, row.type),
      kindName: { zh, en },
      clockName: clock === null ? null : (kind.words.clocks[clock] ?? null),
    }
  })
}
