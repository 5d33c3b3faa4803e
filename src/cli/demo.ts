import { parseArgs } from 'node:util'
import { Refusal } from '../kernel/refusal.ts'
import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
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

/** Loads the demonstration unless somebody has an account here already; whether it did. */
export async function loadDemoOnce(installation: Installation, io: CliIo): Promise<boolean> {
  await using db = openDatabase(installation.databaseUrl, 4)
  // Imported here, because every other start has no use for it.
  const { isUnused, loadDemo } = await import('../features/demo/demo.ts')
  if (!(await isUnused(db))) return false
  io.note(
    { zh: '首次启动，正在装入演示数据……', en: 'Loading the demonstration on the first start …' }[io.language],
  )
  return await loadDemo(db, installation)
}
