import { parseArgs } from 'node:util'
import { foundAgencies } from '../features/agencies/agencies.ts'
import { systemActor } from '../platform/actor.ts'
import { asActor } from '../platform/as-actor.ts'
import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { type Installation, openInstallation } from '../platform/installation.ts'
import { migrate as migrateDatabase } from '../platform/migrate.ts'
import type { Command } from './command.ts'

/**
 * Writes the directory of agencies that comes with this version: on a fresh installation all of it, after an upgrade what is
 * new. What people have corrected stays.
 */
export async function foundDirectory(installation: Installation): Promise<void> {
  await using db = openDatabase(installation.databaseUrl, 2)
  await asActor(db, systemActor('founding'), foundAgencies)
}

/** Brings the database to the newest schema. */
export const migrate: Command = {
  name: 'migrate',
  usage: 'migrate',
  help: { zh: '把数据库升级到最新结构。', en: 'Bring the database to the newest schema.' },
  async run(args, io) {
    parseArgs({ args: [...args], options: {} })
    await using installation = await openInstallation(readConfig(io.env))
    const applied = await migrateDatabase(installation.migrationUrl)
    if (applied.length > 0) await foundDirectory(installation)
    const nothing = { zh: '数据库已是最新结构。', en: 'The database already has the newest schema.' }
    io.answer({ applied }, applied.length === 0 ? nothing[io.language] : applied.join('\n'))
    return 0
  },
}
