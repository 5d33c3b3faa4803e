import { sql } from 'kysely'
import { z } from 'zod'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type App, agencyActor } from '../../platform/http.ts'
import { hear, type Notice } from '../../platform/live.ts'
import { inboxAfter } from './read-inbox.ts'

/** How often a line keeps the connection open through proxies, and how long one lives before the page asks anew. */
const heartbeatSeconds = 20
const lifeSeconds = 600
/** Streams one account may hold at once: a browser uses one for all its tabs. */
const mostStreams = 20

const LastEventId = z.coerce.number().int().min(0).catch(0)
const open = new Map<string, number>()

/**
 * `GET /stream`: server-sent events. `inbox` when something arrived for one's agency, `matter` when a matter one takes part in
 * has changed. Both carry ids only; the page reads what it may. After a break it sends Last-Event-ID and gets what it missed.
 */
export function streamRoutes(app: App, { db }: { readonly db: Db }): void {
  app.get(
    '/api/v1/stream',
    { schema: { tags: ['matters 协作事项'], summary: 'Live notices, server-sent events 实时通知' } },
    async (request, reply) => {
      const actor = agencyActor(request)
      const who = actor.type === 'person' ? actor.accountId : actor.tokenId
      const held = open.get(who) ?? 0
      if (held >= mostStreams) return reply.code(204).send()

      reply.hijack()
      const stream = reply.raw
      stream.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-cache, no-transform',
        'X-Accel-Buffering': 'no',
      })
      stream.write('retry: 2000\n\n')
      open.set(who, held + 1)

      let lastId = LastEventId.parse(request.headers['last-event-id'])
      if (lastId === 0) lastId = await asActor(db, actor, newestInboxId)

      let reading: Promise<void> = Promise.resolve()
      const catchUp = (): void => {
        reading = reading.then(async () => {
          try {
            for (const row of await asActor(db, actor, (tx) => inboxAfter(tx, actor, lastId))) {
              lastId = Math.max(lastId, row.id)
              const hint = { id: row.id, matterId: row.matter.id, type: row.type, urgent: row.urgent }
              stream.write(`event: inbox\nid: ${row.id}\ndata: ${JSON.stringify(hint)}\n\n`)
            }
          } catch {
            // The database may be away for a moment; the next notice or the page's reconnecting catches up.
          }
        })
      }
      const onNotice = (notice: Notice): void => {
        if (!notice.agencies.includes(actor.agencyId)) return
        const { matterId, version } = notice
        if (notice.inboxOf.includes(actor.agencyId)) catchUp()
        stream.write(`event: matter\ndata: ${JSON.stringify({ matterId, version })}\n\n`)
      }
      const stopHearing = hear(onNotice)
      const heartbeat = setInterval(async () => {
        const isStillHere = await app.identify(request).catch(() => undefined)
        if (isStillHere) stream.write(': \n\n')
        else stream.end()
      }, heartbeatSeconds * 1_000)
      const life = setTimeout(() => stream.end(), lifeSeconds * 1_000)
      if (request.headers['last-event-id']) catchUp()

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

async function newestInboxId(tx: Parameters<Parameters<typeof asActor>[2]>[0]): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select coalesce(max(id), 0) as id from (select id from inbox where agency_id = current_agency() order by id desc limit 1) i`.execute(
    tx,
  )
  return rows[0]?.id ?? 0
}
