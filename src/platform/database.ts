import { Socket } from 'node:net'
import { type CompiledQuery, type DatabaseConnection, DummyDriver, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

/** The pool. It can do nothing by itself: `asActor` is the way to a transaction. */
export type Db = Kysely<DB> & { readonly pool: pg.Pool }

declare const transaction: unique symbol

/**
 * A transaction in somebody's name. Functions that read or write tables take a `Tx`, so a plain pool does not compile.
 * Statements asked for together (`Promise.all`) travel together and are answered in their order.
 */
export type Tx = Kysely<DB> & { readonly [transaction]: true }

// int8 counts and ids fit a double here: no table reaches 2^53 rows.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// Instants stay text as PostgreSQL prints them in UTC ISO form: a `Date` would lose microseconds and hide the zone.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => isoInstant(text))
// Calendar days stay 'YYYY-MM-DD'.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** `2026-11-22 04:05:06.789+00` → `2026-11-22T04:05:06.789Z`: one spelling of an instant everywhere. */
function isoInstant(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}

/**
 * Opens the pool.
 *
 * Its connections are pipelined: a statement does not wait for the answer to the one before, so `begin` travels with the
 * first statement of a transaction and `commit` with the last one.
 * No statement of ours gains from parallel workers: starting them takes longer than a page of a list.
 * @param connections how many server processes may hold; 20 suits two cores (measured: more only queue in PostgreSQL).
 * @param longestMs how long PostgreSQL lets a statement run; 0 is without end. A connection that gives no answer for a fifth longer is
 *   taken for dead: a frozen server or a cut line would leave everybody hanging.
 */
export function openDatabase(url: string, connections = 20, longestMs = 30_000): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'xiezhi',
    options: `-c timezone=UTC -c statement_timeout=${longestMs} -c idle_in_transaction_session_timeout=30000 -c max_parallel_workers_per_gather=0`,
    connectionTimeoutMillis: 5_000,
    query_timeout: longestMs * 1.2,
    keepAlive: true,
    pipeline: true,
    stream: gatheringSocket,
  })
  // A server that goes away kills connections, idle or in use; the pool replaces them on the next use. What was asked on one
  // fails by itself: without a listener the process would end with it.
  pool.on('error', () => {})
  pool.on('connect', (client) => void client.on('error', () => {}))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return Object.assign(db, { pool })
}

/**
 * A socket that sends what is written within one turn of the event loop in one piece: each piece costs us 50 to 100 µs and
 * wakes the server anew.
 */
function gatheringSocket(): Socket {
  const socket = new Socket()
  // `connect` gives every socket the plain `write` of its class, so ours comes after it.
  socket.once('connect', () => {
    const write = socket.write.bind(socket)
    let isGathering = false
    socket.write = ((...part: Parameters<typeof write>) => {
      if (!isGathering) {
        isGathering = true
        socket.cork()
        process.nextTick(() => {
          isGathering = false
          socket.uncork()
        })
      }
      return write(...part)
    }) as Socket['write']
  })
  return socket
}

/** The statements of one transaction on the connection that it has taken from the pool; for `asActor`. */
export function transactionOn(db: Db, client: pg.PoolClient): Tx {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery) {
      const { rows, rowCount, command } = await client.query(preparedOften(sql, parameters))
      const affects = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE'
      return { rows: rows as Row[], ...(affects ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) }
    },
    streamQuery() {
      throw new Error('Rows are read a page at a time; nothing streams them.')
    },
  }
  const executor = db.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) })
  const dialect = { createDriver: () => driver } as unknown as PostgresDialect
  return new Kysely<DB>({ config: { dialect }, dialect, driver, executor }) as Tx
}

/** A transaction is begun and ended by `asActor`, so its Kysely has nothing to drive. */
const driver = new DummyDriver()

const names = new Map<string, string>()
const mostNames = 300

/** Names a statement, so that each connection parses and rewrites it once and not every time. */
function preparedOften(text: string, parameters: readonly unknown[]) {
  let name = names.get(text)
  if (name === undefined && names.size < mostNames) {
    name = `s${names.size}`
    names.set(text, name)
  }
  return { text, values: [...parameters], ...(name === undefined ? {} : { name }) }
}
