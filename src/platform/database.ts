import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

/** The pool. It can do nothing by itself: `asActor` is the way to a transaction. */
export type Db = Kysely<DB> & { readonly pool: pg.Pool }

declare const transaction: unique symbol

/**
 * A transaction in somebody's name. Functions that read or write tables take a `Tx`, so a plain pool does not compile.
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
 * @param connections how many server processes may hold; 20 suits two cores (measured: more only queue in PostgreSQL).
 */
export function openDatabase(url: string, connections = 20): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'xiezhi',
    options: '-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  // A server that goes away kills idle connections; the pool replaces them on the next use.
  pool.on('error', () => {})
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return Object.assign(db, { pool })
}
