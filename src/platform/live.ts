import { EventEmitter } from 'node:events'
import pg from 'pg'
import { z } from 'zod'
import type { Logger } from './log.ts'

/**
 * What open pages are told the moment it happened. A hint, never the record: a page that missed one catches up from the
 * inbox, so nothing depends on delivery.
 */
const Notice = z.object({
  /** Agencies all of whose people should hear of it. */
  agencies: z.array(z.string()),
  /** Accounts that should hear of it alone, where their agency has restricted it to them (P27). */
  people: z.array(z.string()),
  /** The agency whose people who approve should hear of it, reviewing for another. */
  reviewer: z.string().nullable(),
  matterId: z.string(),
  version: z.number(),
  type: z.string(),
  urgent: z.boolean(),
  /** Agencies for which something new lies in the inbox. */
  inboxOf: z.array(z.string()),
})
export type Notice = z.infer<typeof Notice>

const hub = new EventEmitter().setMaxListeners(0)
const channel = 'xiezhi_live'

let pending: Notice[] = []
let relay: ((notices: Notice[]) => void) | undefined

/** Tells all open pages, of this process at once and of the others within some 20 ms. Call it after the commit. */
export function announce(notice: Notice): void {
  hub.emit('notice', notice)
  if (!relay) return
  if (pending.length === 0)
    setTimeout(() => {
      const batch = pending
      pending = []
      relay?.(batch)
    }, 20)
  pending.push(notice)
}

/**
 * Hears every notice until the returned function is called.
 * @param missed called when the line to the other processes was down and is up again: what they told meanwhile is lost
 */
export function hear(listener: (notice: Notice) => void, missed: () => void): () => void {
  hub.on('notice', listener)
  hub.on('missed', missed)
  return () => {
    hub.off('notice', listener)
    hub.off('missed', missed)
  }
}

const origin = crypto.randomUUID()

/**
 * Joins this process with the others of the installation through PostgreSQL's NOTIFY.
 *
 * Not inside the transactions: a commit that notifies takes a lock of the whole server, so commits would queue up one
 * behind the other. One connection sends what gathered in 20 ms instead. Comes back by itself when the connection ends.
 */
export function joinLive(url: string, log: Logger): AsyncDisposable {
  let client: pg.Client | undefined
  let ended = false
  let wasJoined = false

  const connect = async (): Promise<void> => {
    if (ended) return
    const fresh = new pg.Client({ connectionString: url, application_name: 'xiezhi live', pipeline: true })
    const again = (): void => {
      if (client === fresh) client = undefined
      if (!ended) setTimeout(() => void connect(), 1_000).unref()
    }
    fresh.once('end', again)
    fresh.on('error', () => {})
    try {
      await fresh.connect()
      fresh.on('notification', ({ payload }) => receive(payload ?? ''))
      await fresh.query(`listen ${channel}`)
      client = fresh
      if (wasJoined) hub.emit('missed')
      wasJoined = true
    } catch (error) {
      log.warn({ err: error }, 'live notices cannot reach other processes; trying again')
    }
  }

  relay = (notices) => {
    for (const payload of payloads(notices))
      client?.query('select pg_notify($1, $2)', [channel, payload]).catch(() => {})
  }
  void connect()

  return {
    async [Symbol.asyncDispose]() {
      ended = true
      relay = undefined
      await client?.end().catch(() => {})
    },
  }
}

/** PostgreSQL carries at most 8,000 bytes a notice; a notice to hundreds of agencies is left to the pages' own catching up. */
function* payloads(notices: Notice[]): Iterable<string> {
  for (let from = 0; from < notices.length; from += 10) {
    const payload = JSON.stringify({ origin, notices: notices.slice(from, from + 10) })
    if (payload.length < 7_900) yield payload
    else for (const notice of notices.slice(from, from + 10)) yield* singlePayload(notice)
  }
}

function* singlePayload(notice: Notice): Iterable<string> {
  const payload = JSON.stringify({ origin, notices: [notice] })
  if (payload.length < 7_900) yield payload
}

function receive(payload: string): void {
  const message = Envelope.safeParse(safeJson(payload))
  if (!message.success || message.data.origin === origin) return
  for (const notice of message.data.notices) hub.emit('notice', notice)
}

const Envelope = z.object({ origin: z.string(), notices: z.array(Notice) })

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
