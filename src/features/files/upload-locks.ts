import { setTimeout as pause } from 'node:timers/promises'
import type { Lock, Locker, RequestRelease } from '@tus/server'
import type pg from 'pg'
import type { Db } from '../../platform/database.ts'
import { busyElsewhere } from './refusals.ts'

const thisProcess = crypto.randomUUID()
/** Whoever wants an upload that another process holds tells it here. */
const channel = 'xiezhi_upload_wanted'
/** How long a request waits for the one before it; a sender comes again by itself. */
const patienceMilliseconds = 30_000
const askAgainMilliseconds = 100

type Holder = { readonly letGo: RequestRelease; readonly gone: PromiseWithResolvers<void> }

/** Locks on uploads, for the protocol and for what we do ourselves with the bytes. */
export type UploadLocks = Locker & {
  /** Works while nobody else touches the bytes; whoever wants them meanwhile waits. */
  alone<T>(id: string, work: () => Promise<T>): Promise<T>
}

/**
 * One request at a time may touch the bytes of an upload, whichever process of the installation it came to. Whoever comes next asks the one
 * before to let go, for its wire may be dead without anybody knowing.
 *
 * The locks are PostgreSQL's advisory ones, all on one connection that is taken from the pool while there are any: whatever kills the process
 * ends the connection, and with it the locks. Should the connection alone break, everybody lets go.
 */
export function uploadLocks({ pool }: Pick<Db, 'pool'>): UploadLocks {
  const holders = new Map<string, Holder>()
  let line: Promise<pg.PoolClient> | undefined

  const letGo = (id: string) => holders.get(id)?.letGo()
  const onLost = () => {
    line = undefined
    for (const id of holders.keys()) void letGo(id)
  }

  async function openLine(): Promise<pg.PoolClient> {
    const client = await pool.connect()
    client.once('end', onLost).on('notification', ({ payload = '' }) => {
      const [asker, id = ''] = payload.split(' ')
      if (asker !== thisProcess) void letGo(id)
    })
    await client.query(`listen ${channel}`)
    return client
  }

  async function closeLine(opened: Promise<pg.PoolClient>): Promise<void> {
    const client = await opened.catch(() => undefined)
    client?.off('end', onLost).removeAllListeners('notification')
    const isFit = await client?.query(`unlisten ${channel}; select pg_advisory_unlock_all()`).then(
      () => true,
      () => false,
    )
    client?.release(!isFit)
  }

  function leave(id: string): void {
    holders.get(id)?.gone.resolve()
    holders.delete(id)
    if (holders.size > 0 || !line) return
    void closeLine(line)
    line = undefined
  }

  async function take(id: string, stop: AbortSignal, release: RequestRelease): Promise<void> {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(patienceMilliseconds)])
    for (let before = holders.get(id); before; before = holders.get(id)) {
      await before.letGo()
      await unless(signal, before.gone.promise)
    }
    holders.set(id, { letGo: release, gone: Promise.withResolvers() })
    try {
      line ??= openLine()
      const client = await line
      while (!(await isLocked(client, id))) {
        await client.query('select pg_notify($1, $2)', [channel, `${thisProcess} ${id}`])
        await unless(signal, pause(askAgainMilliseconds))
      }
    } catch (error) {
      leave(id)
      throw error
    }
  }

  async function giveBack(id: string): Promise<void> {
    const client = await line?.catch(() => undefined)
    // A lock that cannot be given back went with its connection.
    await client?.query('select pg_advisory_unlock(hashtextextended($1, 0))', [nameOf(id)]).catch(() => {})
    leave(id)
  }

  return {
    newLock: (id): Lock => ({
      lock: (stop, release) => take(id, stop, release),
      unlock: () => giveBack(id),
    }),
    async alone(id, work) {
      await take(id, new AbortController().signal, () => {})
      try {
        return await work()
      } finally {
        await giveBack(id)
      }
    },
  }
}

const nameOf = (id: string): string => `upload ${id}`

async function isLocked(client: pg.PoolClient, id: string): Promise<boolean> {
  const { rows } = await client.query<{ ours: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 0)) as ours',
    [nameOf(id)],
  )
  return rows[0]?.ours === true
}

/** Waits, but no longer than the signal allows. */
async function unless(signal: AbortSignal, done: Promise<unknown>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const giveUp = () => reject(busyElsewhere())
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp)
  try {
    await Promise.race([done, promise])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
