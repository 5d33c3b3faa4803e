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

/** Somebody said of it what the law wants known of evidence. */
const isEvidence = sql`exists (
  select from event e where e.matter_id = a.matter_id and e.type = 'describeEvidence'
    and e.body -> 'form' ->> 'file' = a.id::text)`

/** What is kept as long as its case file: described as evidence, or a material of the matter; and all of a matter that goes on. */
const isKept = sql`
  a.item is not null
  or exists (select from matter m where m.id = a.matter_id and m.settled_at is null)
  or ${isEvidence}`

async function candidatesAfter(tx: Tx, after: string): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select a.id, a.agency_id, m.alliance_id, a.added_at
    from attachment a join matter m on m.id = a.matter_id
    where a.id > ${after} and split_part(a.media_type, ';', 1) = any(${recordings})
      and not exists (select from retention_report r where r.file_id = a.id) and not (${isKept})
    order by a.id limit ${batchSize}`.execute(tx)
  return rows
}

/** The last moment for which the rule asks that a recording be kept. */
async function keptUntil(tx: Tx, { alliance_id, added_at }: Pick<Candidate, 'alliance_id' | 'added_at'>) {
  const rule = await ruleFor(tx, { ruleId, allianceId: alliance_id, on: added_at })
  const { dueAt } = deadlineOf({ rule, from: added_at, calendar: await calendarFor(tx) })
  return { rule, dueAt }
}

async function reportOne(tx: Tx, candidate: Candidate, now: string): Promise<boolean> {
  const { id, agency_id } = candidate
  const { dueAt } = await keptUntil(tx, candidate)
  if (Date.parse(dueAt) >= Date.parse(now)) return false
  await sql`insert into retention_report (file_id, agency_id, kept_until, rule_id, reported_at)
    values (${id}, ${agency_id}, ${dueAt}, ${ruleId}, ${now})`.execute(tx)
  return true
}

/** Why a recording is kept, or that it need not be. */
const keptBecause = ['over', 'time', 'ongoing', 'evidence', 'material', 'checking'] as const

const Said = z.object({ zh: z.string(), en: z.string() })

/** A recording with how long it is kept, and why. */
export const RetentionView = z.object({
  file: z.uuid(),
  name: z.string(),
  size: z.number().int(),
  matter: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
  addedAt: z.string(),
  why: z
    .enum(keptBecause)
    .describe(
      'over: need not be kept any longer; time: until keptUntil; ongoing: its matter goes on; evidence, material: as long as the case file; checking: the daily check has not come by yet',
    ),
  keptUntil: z
    .string()
    .nullable()
    .describe('The last moment for which the rule asks; null for what is kept as long as its case file'),
  rule: z.string(),
  basis: Said.describe('Where the length of time is from'),
  confidence: z.string().describe('How well it is founded, by the marks of the rule table'),
})
export type RetentionView = z.infer<typeof RetentionView>

export const RetentionQuery = Paging.extend({
  view: z
    .enum(['over', 'kept'])
    .default('over')
    .describe('What need not be kept any longer, or all the rest'),
})
const Position = z.tuple([z.string(), z.uuid()])

type RetentionRow = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly matter_id: string
  readonly number: string
  readonly title: string
  readonly alliance_id: string | null
  readonly added_at: string
  readonly reported_until: string | null
  readonly why: Exclude<RetentionView['why'], 'time'>
  readonly place: string
}

/** Recordings of one's own agency, as far as one may read them: those that need not be kept any longer, or the rest; the oldest first. */
export async function listRetention(tx: Tx, { view, limit, cursor }: z.infer<typeof RetentionQuery>) {
  const [since, id] = cursor ? unpackCursor(cursor, Position) : [null, null]
  const place = view === 'over' ? sql`r.kept_until` : sql`a.added_at`
  const { rows } = await sql<RetentionRow>`
    select a.id, a.name, a.size, a.matter_id, m.number, m.title, m.alliance_id, a.added_at, r.kept_until as reported_until, ${place} as place,
      case
        when a.item is not null then 'material'
        when ${isEvidence} then 'evidence'
        when m.settled_at is null then 'ongoing'
        when r.file_id is null then 'checking'
        else 'over'
      end as why
    from attachment a join matter m on m.id = a.matter_id left join retention_report r on r.file_id = a.id
    where a.agency_id = current_agency() and split_part(a.media_type, ';', 1) = any(${recordings})
      and (r.file_id is not null and not (${isKept})) = ${view === 'over'}
      and (${since}::timestamptz is null or (${place}, a.id) > (${since}::timestamptz, ${id}::uuid))
    order by ${place}, a.id limit ${limit + 1}`.execute(tx)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const now = Date.now()
  return {
    items: await Promise.all(page.map((row) => presentRetention(tx, row, now))),
    next: rows.length > limit && last ? packCursor([last.place, last.id]) : null,
  }
}

async function presentRetention(tx: Tx, row: RetentionRow, now: number): Promise<RetentionView> {
  const { rule, dueAt } = await keptUntil(tx, row)
  const until = row.reported_until ?? dueAt
  const isOfCase = row.why === 'evidence' || row.why === 'material'
  return {
    file: row.id,
    name: row.name,
    size: row.size,
    matter: { id: row.matter_id, number: row.number, title: row.title },
    addedAt: row.added_at,
    why: row.why === 'checking' && Date.parse(until) >= now ? 'time' : row.why,
    keptUntil: isOfCase ? null : until,
    rule: ruleId,
    basis: { zh: rule.basis.zh, en: rule.basis.en },
    confidence: rule.confidence,
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
