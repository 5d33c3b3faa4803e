import { sql } from 'kysely'
import type { Words } from '../../kernel/words.ts'
import type { Tx } from '../../platform/database.ts'
import { agencyNames, personNames } from './agency-names.ts'
import type { Kind } from './kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { maskPersonalData } from './masking.ts'
import { matterNotFound } from './matter-store.ts'
import type { EventView } from './matter-views.ts'
import { standingActions } from './standing-actions.ts'

type Row = {
  readonly kind: string
  readonly seq: number
  readonly at: string
  readonly type: string
  readonly leg: number | null
  readonly agency_id: string | null
  readonly actor: {
    readonly type: string
    readonly account?: string
    readonly standingInFor?: string
    readonly job?: string
  }
  readonly body: Readonly<Record<string, unknown>>
  readonly visible_to: readonly string[] | null
  readonly hash: string
}

/** Words of events that are neither a chart's nor a standing action. */
const otherWords: Record<string, Words> = {
  open: { zh: '新建', en: 'Opened' },
  'file.added': { zh: '添加附件', en: 'Added a file' },
  'file.withdrawn': { zh: '撤下附件', en: 'Withdrew a file' },
  reveal: { zh: '查看个人信息', en: 'Read personal data' },
  'clock.reminded': { zh: '到期提醒', en: 'Reminder' },
  'clock.recomputed': { zh: '时限因放假安排调整而重算', en: 'Deadline recomputed after a calendar change' },
  'clock.overdue': { zh: '已超期', en: 'Overdue' },
  succeed: { zh: '由承接机构接续办理', en: 'Passed to the agency that took over' },
  'clock.escalated': { zh: '超期上报', en: 'Escalated' },
}

/**
 * The timeline of a matter, oldest first, as far as the reader may see it: internal notes and preparation of the other side
 * do not appear, personal data is masked.
 * @param after only events after this number, to go on from where one stopped
 */
export async function readEvents(tx: Tx, matterId: string, after = 0, limit = 500): Promise<EventView[]> {
  const { rows } = await sql<Row>`
    select m.kind, e.seq, e.at, e.type, e.leg, e.agency_id, e.actor, e.body, e.visible_to, encode(e.hash, 'hex') as hash
    from event e join matter m on m.id = e.matter_id
    where e.matter_id = ${matterId} and e.seq > ${after} order by e.seq limit ${limit}`.execute(tx)
  if (rows.length === 0 && !(after > 0 && (await isThere(tx, matterId)))) throw matterNotFound()
  const agencyOf = await agencyNames(
    tx,
    rows.map((row) => row.agency_id),
  )
  const personOf = await personNames(
    tx,
    rows.flatMap(({ actor }) => [actor.account, actor.standingInFor]),
  )

  return rows.map((row) => {
    const kind = kindOf(row.kind)
    return {
      seq: row.seq,
      at: row.at,
      type: row.type,
      words: ofWhichClock(kind, row, eventWords(kind, row.type)),
      leg: row.leg,
      agency: agencyOf(row.agency_id),
      person: personOf(row.actor.account),
      standingInFor: personOf(row.actor.standingInFor),
      machine:
        row.actor.type === 'system' ? (row.actor.job ?? '') : row.actor.type === 'machine' ? 'API' : null,
      body: maskedBody(kind, row),
      internal: row.visible_to !== null && row.visible_to.length === 1,
      withoutEffect: row.body.withoutEffect === true,
      hash: row.hash,
    }
  })
}

async function isThere(tx: Tx, matterId: string): Promise<boolean> {
  return (await sql`select from matter where id = ${matterId}`.execute(tx)).rows.length > 0
}

/** What an event is called. */
export function eventWords(kind: Kind, type: string): Words {
  const standing = standingActions[type as keyof typeof standingActions]
  const { zh, en } = kind.words.actions[type] ?? standing?.words ?? otherWords[type] ?? { zh: type, en: type }
  return { zh, en }
}

/** 已超期：送达期限. A matter has several deadlines, so what happened to one says which. */
function ofWhichClock({ words }: Kind, { type, body }: Row, { zh, en }: Words): Words {
  const clock = type.startsWith('clock.') ? words.clocks[String(body.clock)] : undefined
  return clock ? { zh: `${zh}：${clock.zh}`, en: `${en}: ${clock.en}` } : { zh, en }
}

function maskedBody(kind: Kind, { type, body }: Row): Readonly<Record<string, unknown>> {
  const form = kind.forms[type]
  return form ? { ...body, form: maskPersonalData(form, body.form).value } : body
}
