import { sql } from 'kysely'
import { z } from 'zod'
import { type AgencyActor, hasPower, isAdministrator } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { hear, type Notice } from '../../platform/live.ts'
import type { InboxRow } from './matter-views.ts'
import { whoIs } from './move.ts'
import { inboxAfter } from './read-inbox.ts'

/** How often a line keeps the connection open through proxies, and how long one lives before the page asks anew. */
const heartbeatSeconds = 20
const lifeSeconds = 600
/** Streams one account may hold at once: a browser uses one for all its tabs. */
const mostStreams = 20
/** How far below the newest number an entry may still appear. */
const overlap = 1_000

const LastEventId = z.coerce.number().int().min(0).catch(0)
const open = new Map<string, number>()

/**
 * `GET /stream`: server-sent events. `inbox` when something arrived for one's agency, `matter` when a matter one takes part in
 * has changed. Both carry ids only; the page reads what it may. After a break it sends Last-Event-ID and gets what it missed.
 */
export function streamRoutes(app: App, { db }: { readonly db: Db }): void {
  app.get(
    '/api/v1/stream',
    {
      // A HEAD would hold a stream that nobody reads.
      exposeHeadRoute: false,
      schema: { tags: ['matters 协作事项'], summary: 'Live notices, server-sent events 实时通知' },
    },
    async (request, reply) => {
      const actor = agencyActor(request)
      const who = whoIs(actor)
      const held = open.get(who) ?? 0
      if (held >= mostStreams) return reply.code(204).send()
      const lastSeen = LastEventId.parse(request.headers['last-event-id'])

      reply.hijack()
      const stream = reply.raw
      // Hung up while we looked who it is: its `close` has been, so nothing begun now would ever be ended.
      if (stream.destroyed) return
      stream.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-cache, no-transform',
        'X-Accel-Buffering': 'no',
      })
      stream.write('retry: 2000\n\n')
      open.set(who, held + 1)

      const catchUp = inboxReader(db, actor, lastSeen, (row) => {
        const hint = { id: row.id, matterId: row.matter.id, type: row.type, urgent: row.urgent }
        stream.write(`event: inbox\nid: ${row.id}\ndata: ${JSON.stringify(hint)}\n\n`)
      })
      const onNotice = (notice: Notice): void => {
        if (!isFor(notice, actor)) return
        const { matterId, version } = notice
        if (notice.inboxOf.includes(actor.agencyId)) catchUp()
        stream.write(`event: matter\ndata: ${JSON.stringify({ matterId, version })}\n\n`)
      }
      // Hearing begins before the first look at the inbox: what arrives in between would be missed otherwise.
      // A page that comes back reads everything again; that is how it learns of what nobody told it.
      const stopHearing = hear(onNotice, () => stream.end())
      catchUp()
      const heartbeat = setInterval(async () => {
        const isStillHere = await app.identify(request).catch(() => undefined)
        if (isStillHere) stream.write(': \n\n')
        else stream.end()
      }, heartbeatSeconds * 1_000)
      const life = setTimeout(() => stream.end(), lifeSeconds * 1_000)

      stream.on('close', () => {
        stopHearing()
        clearInterval(heartbeat)
        clearTimeout(life)
        const left = (open.get(who) ?? 1) - 1
        if (left > 0) open.set(who, left)
        else open.delete(who)
      })
    },
  )
}

/** Whether somebody may hear that a matter changed: a restricted one only those named, administrators none (P27). */
function isFor({ agencies, people, reviewer }: Notice, actor: AgencyActor): boolean {
  if (isAdministrator(actor)) return false
  if (reviewer === actor.agencyId && hasPower(actor, 'approve')) return true
  return agencies.includes(actor.agencyId) || (actor.type === 'person' && people.includes(actor.accountId))
}

/**
 * Reads what arrived since the last time, one reading after the other, and tells each entry once. Numbers are given before the
 * commit, so a lower one may appear after a higher one: the last thousand are looked at again.
 * @param lastSeen the number a page had seen before it was cut off; 0 begins with what arrives from now on
 */
function inboxReader(db: Db, actor: AgencyActor, lastSeen: number, tellPage: (row: InboxRow) => void) {
  const told = new Set<number>()
  let known: number | undefined = lastSeen || undefined
  let newest = lastSeen
  let reading: Promise<void> = Promise.resolve()

  const read = (): Promise<void> =>
    asActor(db, actor, async (tx) => {
      if (known === undefined) {
        newest = known = await newestInboxId(tx)
        return
      }
      let from = Math.max(known, newest - overlap)
      for (;;) {
        const rows = await inboxAfter(tx, actor, from)
        for (const row of rows.filter(({ id }) => !told.has(id))) {
          told.add(row.id)
          tellPage(row)
        }
        const last = rows.at(-1)
        if (!last) break
        from = last.id
      }
      newest = Math.max(newest, from)
      for (const id of told) if (id <= newest - overlap) told.delete(id)
    })
  return (): void => {
    // The database may be away for a moment; the next notice or the page's reconnecting catches up.
    reading = reading.then(read).catch(() => {})
  }
}

async function newestInboxId(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(max(id), 0) as id from (select id from inbox where agency_id = current_agency() order by id desc limit 1) i`.execute(
    tx,
  )
  return rows[0]?.id ?? 0
}
