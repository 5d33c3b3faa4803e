import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../../../platform/database.ts'
import { agencyNames } from '../../agency-names.ts'
import type { BegunMatter } from '../../kind.ts'
import type { Call, consultationForms } from './consultation.contract.ts'

type Said<A extends keyof typeof consultationForms> = z.infer<(typeof consultationForms)[A]>

/**
 * What the minutes 纪要 begin with: the text that was sent last, where it is to be changed; else when and how the meeting was called,
 * who said that they take part, and an outcome to be written for each topic.
 */
export async function minutesSoFar(
  tx: Tx,
  { id, opener_id, content }: BegunMatter,
): Promise<Readonly<Record<string, unknown>>> {
  const { topics, meeting, contact } = content as Call
  const { rows } = await sql<{ agency_id: string; type: string; form: unknown; held: boolean }>`
    select agency_id, type, body -> 'form' as form, ${meeting.at}::timestamptz <= now() as held from event
    where matter_id = ${id} and type in ('call', 'join', 'writeMinutes') order by seq`.execute(tx)
  const sent = rows.findLast(({ type }) => type === 'writeMinutes')
  if (sent) return sent.form as Readonly<Record<string, unknown>>
  const nameOf = await agencyNames(tx, [opener_id, ...rows.map(({ agency_id }) => agency_id)])
  const joined = rows.flatMap(({ type, agency_id, form }) =>
    type === 'join' ? [partIn(nameOf(agency_id)?.name, form as Said<'join'>)] : [],
  )
  return {
    // Minutes are of what has been held; a meeting that lies ahead has no such time yet.
    ...(rows.some(({ held }) => held) ? { heldAt: meeting.at } : {}),
    way: meeting.way,
    participants: [`${nameOf(opener_id)?.name ?? ''}：${contact.name}`, ...joined].join('\n'),
    outcomes: topics.map(({ topic }) => ({ topic })),
  }
}

/** 四平执法支队：李思远、孙浩然; who only writes says so. */
const partIn = (agency = '', { attendance, delegates }: Said<'join'>): string =>
  `${agency}${delegates ? `：${delegates}` : ''}${attendance === 'in-writing' ? '（书面意见）' : ''}`
