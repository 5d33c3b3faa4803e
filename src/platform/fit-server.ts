import pg from 'pg'
import { Refusal } from '../kernel/refusal.ts'

/** What a PostgreSQL server says about itself, its database and the account that would change the schema. */
export type ServerFacts = {
  /** Such as 150020 for 15.20. */
  readonly versionNumber: number
  readonly version: string
  readonly encoding: string
  readonly account: string
  readonly database: string
  /** Whether the account may make tables in the schema `public`. */
  readonly mayCreate: boolean
  /** Whether it may make the running roles, or pass them on where they are made already. */
  readonly mayGrantRoles: boolean
}

/** The oldest PostgreSQL that all tests have passed on. */
export const oldestVersion = 15

/**
 * Refuses a server that the schema cannot live on, before anything is changed: a sentence about the cause, where PostgreSQL
 * itself would fail in the middle of a migration with a sentence about the symptom.
 * @throws Refusal `unsupported` (version, encoding) or `not-allowed` (rights of the account)
 */
export async function refuseUnfitServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<ServerFacts>(`
      select current_setting('server_version_num')::int as "versionNumber",
             current_setting('server_version') as version,
             current_setting('server_encoding') as encoding,
             current_user as account, current_database() as database,
             has_schema_privilege(current_user, 'public', 'create') as "mayCreate",
             -- Until version 15 whoever may make roles may grant all; from 16 only those it has made or was given.
             (select rolsuper
                  or rolcreaterole and (running.made = 0 or current_setting('server_version_num')::int < 160000)
                  or running.passable = 2
                from pg_roles,
                     (select count(*) as made,
                             count(*) filter (where pg_has_role(current_user, oid, 'usage with admin option')) as passable
                        from pg_roles where rolname in ('xiezhi_app', 'xiezhi_system')) running
               where rolname = current_user) as "mayGrantRoles"`)
    const refusal = rows[0] && unfitBecause(rows[0])
    if (refusal) throw refusal
  } finally {
    await client.end().catch(() => {})
  }
}

/** Why a server will not do, or nothing. */
export function unfitBecause(server: ServerFacts): Refusal | undefined {
  const { version, encoding, account, database } = server
  if (server.versionNumber < oldestVersion * 10_000) {
    return new Refusal('unsupported', {
      zh: `PostgreSQL 服务器是 ${version} 版，协执需要 ${oldestVersion} 或更新版本。请升级该服务器或改连另一台；不设 DATABASE_URL 则使用内置数据库。没有改动任何内容。`,
      en: `The PostgreSQL server is version ${version}; Xiezhi needs ${oldestVersion} or newer. Upgrade it or name another; without DATABASE_URL the embedded one is used. Nothing was changed.`,
    })
  }
  if (encoding !== 'UTF8') {
    return new Refusal('unsupported', {
      zh: `数据库“${database}”的编码是 ${encoding}，中文需要 UTF8。请另建一个库：create database xiezhi encoding 'UTF8' template template0，再更正 DATABASE_URL。没有改动任何内容。`,
      en: `The database "${database}" is encoded in ${encoding}; Chinese needs UTF8. Make another one: create database xiezhi encoding 'UTF8' template template0, and correct DATABASE_URL. Nothing was changed.`,
    })
  }
  if (!server.mayCreate) {
    return new Refusal('not-allowed', {
      zh: `账号“${account}”不能在数据库“${database}”中建表。请用 XIEZHI_MIGRATION_URL 指定拥有该库的账号，见 docs/operations.md。没有改动任何内容。`,
      en: `The account "${account}" may not make tables in the database "${database}". Name the account that owns it in XIEZHI_MIGRATION_URL; see docs/operations.md. Nothing was changed.`,
    })
  }
  if (!server.mayGrantRoles) {
    return new Refusal('not-allowed', {
      zh: `账号“${account}”不能建立或授予角色 xiezhi_app、xiezhi_system。请由数据库管理员先建好这两个角色，并执行 grant xiezhi_app, xiezhi_system to "${account}" with admin option，见 docs/operations.md。没有改动任何内容。`,
      en: `The account "${account}" may neither make nor pass on the roles xiezhi_app and xiezhi_system. Have the administrator of the database make them and run: grant xiezhi_app, xiezhi_system to "${account}" with admin option; see docs/operations.md. Nothing was changed.`,
    })
  }
  return undefined
}
