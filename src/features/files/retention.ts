import { sql } from 'kysely'
import { z } from 'zod'
import { deadlineOf } from '../../kernel/deadline.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { Paging, packCursor, unpackCursor } from '../../platform/http.ts'
import type { Job } from '../../platform/jobs.ts'
import { calendarFor, ruleFor } from '../rules/rules.ts'
import { acceptedFileKinds } from './accepted-file-kinds.ts'

/** How long sound and video that are no evidence are kept at least. */
const ruleId = 'AV_RETENTION'
const batchSize = 500

const recordings = [
  ...new Set(
    acceptedFileKinds
      .filter(({ family }) => family === 'audio' || family === 'video')
      .map(({ mediaType }) => mediaType),
  ),
]

type Candidate = {
  readonly id: string
  readonly agency_id: string
  readonly alliance_id: string | null
  readonly added_at: string
}

/**
 * Reports sound and video whose time of keeping is over 保存期届满: recordings of settled matters that are no evidence, satisfy no item of a
 * check-list, and are older than the rule asks. It deletes nothing; whoever is responsible decides. What became evidence since leaves the
 * report. Resolves to how many were added.
 */
export async function reportRetention(db: Db, now = new Date().toISOString()): Promise<number> {
  return asActor(db, systemActor('retention'), async (tx) => {
    await sql`delete from retention_report r using attachment a where a.id = r.file_id and (${isKept})`.execute(
      tx,
    )
    let reported = 0
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const candidates = await candidatesAfter(tx, after)
      for (const candidate of candidates) if (await reportOne(tx, candidate, now)) reported += 1
      const last = candidates.at(-1)
      if (!last || candidates.length < batchSize) return reported
      after = last.id
    }
  })
}

/** What is kept as long as its case file: described as evidence, or a material of the matter; and all of a matter that goes on. */
const isKept = sql`
  a.item is not null
  or exists (select from matter m where m.id = a.matter_id and m.settled_at is null)
  or exists (
    select from event e where e.matter_id = a.matter_id and e.type = 'describeEvidence'
      and e.body -> 'form' ->> 'file' = a.id::text)`

async function candidatesAfter(tx: Tx, after: string): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select a.id, a.agency_id, m.alliance_id, a.added_at
    from attachment a join matter m on m.id = a.matter_id
    where a.id > ${after} and split_part(a.media_type, ';', 1) = any(${recordings})
      and not exists (select from retention_report r where r.file_id = a.id) and not (${isKept})
    order by a.id limit ${batchSize}`.execute(tx)
  return rows
}

async function reportOne(
  tx: Tx,
  { id, agency_id, alliance_id, added_at }: Candidate,
  now: string,
): Promise<boolean> {
  const rule = await ruleFor(tx, { ruleId, allianceId: alliance_id, on: added_at })
  const { dueAt } = deadlineOf({ rule, from: added_at, calendar: await calendarFor(tx) })
  if (Date.parse(dueAt) >= Date.parse(now)) return false
  await sql`insert into retention_report (file_id, agency_id, kept_until, rule_id, reported_at)
    values (${id}, ${agency_id}, ${dueAt}, ${ruleId}, ${now})`.execute(tx)
  return true
}

/** A recording whose time of keeping is over. */
export const RetentionView = z.object({
  file: z.uuid(),
  name: z.string(),
  size: z.number().int(),
  matterId: z.uuid(),
  addedAt: z.string(),
  keptUntil: z.string().describe('The last moment for which the rule asks'),
  rule: z.string(),
})

export const RetentionQuery = Paging
const Position = z.tuple([z.string(), z.uuid()])

/** What of one's own agency need not be kept any longer, the oldest first. */
export async function listRetention(tx: Tx, { limit, cursor }: z.infer<typeof RetentionQuery>) {
  const [since, id] = cursor ? unpackCursor(cursor, Position) : [null, null]
  const { rows } = await sql<{
    id: string
    name: string
    size: number
    matter_id: string
    added_at: string
    kept_until: string
    rule_id: string
  }>`
    select a.id, a.name, a.size, a.matter_id, a.added_at, r.kept_until, r.rule_id
    from retention_report r join attachment a on a.id = r.file_id
    where ${since}::timestamptz is null or (r.kept_until, a.id) > (${since}::timestamptz, ${id}::uuid)
    order by r.kept_until, a.id limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      file: row.id,
      name: row.name,
      size: row.size,
      matterId: row.matter_id,
      addedAt: row.added_at,
      keptUntil: row.kept_until,
      rule: row.rule_id,
    })),
    next: rows.length > limit && last ? packCursor([last.kept_until, last.id]) : null,
  }
}

/** The background work of keeping: once a day. */
export function retentionJob(db: Db): Job {
  return {
    name: 'retention',
    everySeconds: 86_400,
    async run(log) {
      const reported = await reportRetention(db)
      if (reported > 0) log.info({ reported }, 'recordings whose time of keeping is over were reported')
      return false
    },
  }
}
