import { parseArgs } from 'node:util'
import { Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'
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
    zh: '在空数据库中装入演示数据（虚构的人员和案件）；中断后再次运行即可补完。',
    en: 'Fill an empty database with the demonstration (invented people and cases); broken off, run it again to finish.',
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

/** Loads the demonstration, or finishes loading it, unless somebody has an account here already; whether it did. */
export async function loadDemoOnce(installation: Installation, io: CliIo): Promise<boolean> {
  await using db = openDatabase(installation.databaseUrl, 5)
  // Imported here, because every other start has no use for it.
  const { demoState, loadDemo } = await import('../features/demo/demo.ts')
  const state = await demoState(db)
  if (state === 'used') return false
  io.note(beginWords[state][io.language])
  return await loadDemo(db, installation)
}

const beginWords = {
  unused: { zh: '首次启动，正在装入演示数据……', en: 'Loading the demonstration on the first start …' },
  unfinished: {
    zh: '上次装入演示数据时中断，正在继续……',
    en: 'Loading the demonstration was broken off; going on with it …',
  },
} as const satisfies Record<string, Words>
