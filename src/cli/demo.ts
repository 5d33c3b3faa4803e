import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { Refusal } from '../kernel/refusal.ts'
import { systemActor } from '../platform/actor.ts'
import { asActor } from '../platform/as-actor.ts'
import { readConfig } from '../platform/config.ts'
import { type Db, openDatabase } from '../platform/database.ts'
import { type FileStore, openFileStore } from '../platform/file-store.ts'
import { type Installation, openInstallation } from '../platform/installation.ts'
import { migrate } from '../platform/migrate.ts'
import type { CliIo, Command } from './command.ts'

/** Fills an empty database with the demonstration. */
export const demo: Command = {
  name: 'demo',
  usage: 'demo',
  help: {
    zh: '在空数据库中装入演示数据（虚构的人员和案件）。',
    en: 'Fill an empty database with the demonstration (invented people and cases).',
  },
  async run(args, io) {
    parseArgs({ args: [...args], options: {} })
    await using installation = await openInstallation(readConfig(io.env))
    await migrate(installation.migrationUrl)
    const isLoaded = await loadDemoOnce(installation, io)
    if (!isLoaded) {
      throw new Refusal('not-now', {
        zh: '数据库中已有数据，演示数据只装入空数据库。请用 XIEZHI_DATA 指定一个新目录。',
        en: 'The database is not empty, and the demonstration goes only into an empty one. Name a new folder in XIEZHI_DATA.',
      })
    }
    const words = { zh: '演示数据已装入。', en: 'The demonstration is loaded.' }
    io.answer({ loaded: true }, words[io.language])
    return 0
  },
}

const demonstration = new URL('../features/demo/demo.ts', import.meta.url)

/** Loads the demonstration into a database that nobody has an account in yet; whether it did. */
export async function loadDemoOnce(installation: Installation, io: CliIo): Promise<boolean> {
  await using db = openDatabase(installation.databaseUrl, 4)
  if (!existsSync(demonstration) || !(await isEmpty(db))) return false
  io.note(
    { zh: '首次启动，正在装入演示数据……', en: 'Loading the demonstration on the first start …' }[io.language],
  )
  const { loadDemo } = (await import(demonstration.href)) as DemoModule
  await loadDemo(db, await openFileStore(installation.filesFolder))
  return true
}

type DemoModule = { readonly loadDemo: (db: Db, store: FileStore) => Promise<void> }

const isEmpty = (db: Db): Promise<boolean> =>
  asActor(db, systemActor('demonstration'), async (tx) => {
    const { rows } = await sql<{ empty: boolean }>`select not exists (select from account) as empty`.execute(
      tx,
    )
    return rows[0]?.empty ?? false
  })
