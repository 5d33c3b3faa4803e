import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { openPress } from '../features/letters/letters.ts'
import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { openInstallation } from '../platform/installation.ts'
import { joinLive } from '../platform/live.ts'
import { openLog } from '../platform/log.ts'
import { openSigningKey } from '../platform/signing.ts'
import { startWork } from '../work.ts'
import type { Command } from './command.ts'

/** Does the background work in a process of its own, until asked to stop. */
export const work: Command = {
  name: 'work',
  usage: 'work',
  help: {
    zh: '单独运行后台任务（提醒、升级、封存等）。',
    en: 'Do the background work: reminders, escalation, sealing.',
  },
  async run(args, io) {
    parseArgs({ args: [...args], options: {} })
    const config = readConfig(io.env)
    await using installation = await openInstallation(config)
    await using db = openDatabase(installation.databaseUrl, config.databaseConnections)
    const signingKey = await openSigningKey(installation.signingKeyFile)
    const log = openLog(config.logLevel)
    await using _live = joinLive(installation.databaseUrl, log)
    await using press = openPress(config.folder, config.outside.address)
    await using _work = await startWork({
      db,
      log,
      filesFolder: installation.filesFolder,
      signingKey,
      press,
      outside: config.outside,
    })
    io.answer({ works: true }, { zh: '后台任务已开始。', en: 'The background work has begun.' }[io.language])
    if (!io.stopped.aborted) await once(io.stopped, 'abort')
    return 0
  },
}
