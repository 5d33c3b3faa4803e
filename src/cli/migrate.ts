import { parseArgs } from 'node:util'
import { readConfig } from '../platform/config.ts'
import { openInstallation } from '../platform/installation.ts'
import { migrate as migrateDatabase } from '../platform/migrate.ts'
import type { Command } from './command.ts'

/** Brings the database to the newest schema. */
export const migrate: Command = {
  name: 'migrate',
  usage: 'migrate',
  help: { zh: '把数据库升级到最新结构。', en: 'Bring the database to the newest schema.' },
  async run(args, io) {
    parseArgs({ args: [...args], options: {} })
    await using installation = await openInstallation(readConfig(io.env))
    const applied = await migrateDatabase(installation.migrationUrl)
    const nothing = { zh: '数据库已是最新结构。', en: 'The database already has the newest schema.' }
    io.answer({ applied }, applied.length === 0 ? nothing[io.language] : applied.join('\n'))
    return 0
  },
}
