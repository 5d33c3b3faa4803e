import { sql } from 'kysely'
import { z } from 'zod'
import { type Access, accessWords, recordAccess } from '../../platform/access-log.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { Paging, packCursor, unpackCursor } from '../../platform/http.ts'
import { accessAbout, accountFacts } from './access-about.ts'
import { requirePower } from './person-actor.ts'

const instant = z.iso.datetime({ offset: true })
const accessNames = Object.keys(accessWords) as [Access, ...Access[]]

export const AccessLogQuery = Paging.extend({
  account: z.uuid().optional(),
  agency: z.uuid().optional(),
  matter: z.uuid().optional(),
  what: z.enum(accessNames).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  from: instant.optional(),
  until: instant.optional(),
})
export type AccessLogQuery = z.infer<typeof AccessLogQuery>

/** One line of the access log. */
export const AccessLogEntry = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  account: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  agencyId: z.uuid().nullable(),
  what: z.enum(accessNames),
  words: z.object({ zh: z.string(), en: z.string() }),
  route: z.string().nullable(),
  matterId: z.uuid().nullable(),
  fields: z.array(z.string()),
  purpose: z.string().nullable(),
  outcome: z.enum(['done', 'refused']),
  facts: z.record(z.string(), z.unknown()),
  about: z
    .object({ zh: z.string(), en: z.string() })
    .nullable()
    .describe('Whom it concerns, beside who did it'),
})
export type AccessLogEntry = z.infer<typeof AccessLogEntry>

/** The access log for the audit administrator, the latest first. Reading it is recorded in it. */
export async function readAccessLog(
  tx: Tx,
  actor: AgencyActor,
  query: AccessLogQuery,
): Promise<{ items: AccessLogEntry[]; next: string | null }> {
  requirePower(actor, ['audit'], { zh: '审计管理员', en: 'the audit administrator' })
  const [before] = query.cursor ? unpackCursor(query.cursor, z.tuple([z.int()])) : [null]
  const { rows } = await sql<Omit<AccessLogEntry, 'words' | 'about'>>`
    select access_log.id, at, route, what, fields, purpose, outcome, facts, matter_id as "matterId",
      access_log.agency_id as "agencyId",
      case when person_name.id is not null
        then jsonb_build_object('id', person_name.id, 'name', person_name.name) end as account
    from access_log left join person_name on person_name.id = account_id
    where (${before}::bigint is null or access_log.id < ${before})
      and (${query.account ?? null}::uuid is null or account_id = ${query.account ?? null})
      and (${query.agency ?? null}::uuid is null or access_log.agency_id = ${query.agency ?? null})
      and (${query.matter ?? null}::uuid is null or matter_id = ${query.matter ?? null})
      and (${query.what ?? null}::text is null or what = ${query.what ?? null})
      and (${query.outcome ?? null}::text is null or outcome = ${query.outcome ?? null})
      and (${query.from ?? null}::timestamptz is null or at >= ${query.from ?? null})
      and (${query.until ?? null}::timestamptz is null or at < ${query.until ?? null})
    order by access_log.id desc limit ${query.limit + 1}`.execute(tx)
  if (!query.cursor) await recordAccess(tx, { what: 'access-log-read' })
  const shown = rows.slice(0, query.limit)
  const names = await namesIn(tx, shown)
  const entries = shown.map((row) => ({
    ...row,
    words: accessWords[row.what],
    about: accessAbout(row.what, row.facts, (id) => names.get(id)) ?? null,
  }))
  const last = entries.at(-1)
  return { items: entries, next: rows.length > query.limit && last ? packCursor([last.id]) : null }
}

/** The names of the accounts that the facts of entries mention. */
async function namesIn(
  tx: Tx,
  entries: readonly Pick<AccessLogEntry, 'facts'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = entries.flatMap(({ facts }) => accountFacts.map((fact) => facts[fact])).filter(Boolean)
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person_name where id::text = any (${[...new Set(ids.map(String))]}::text[])`.execute(
    tx,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
