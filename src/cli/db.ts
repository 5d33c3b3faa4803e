import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { runningPostgres, startPostgres } from '../platform/embedded-postgres.ts'
import { databaseUsers } from '../platform/installation.ts'
import { actionOf } from './actions.ts'
import type { CliIo, Command } from './command.ts'

/** Looks after the database server itself, for administrators. */
export const db: Command = {
  name: 'db',
  usage: 'db url | start | stop | status',
  help: {
    zh: '管理内置数据库：url 显示管理员地址，start 启动并保持运行，stop 停止，status 查看状态。',
    en: "Look after the embedded database: url prints the administrator's address; start, stop, status.",
  },
  async run(args, io) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true })
    const [name = '', ...more] = positionals
    return await actionOf(actions, more.length > 0 ? '' : name)(readConfig(io.env), io)
  },
}

const folderOf = (config: Config) => join(config.folder, 'database')

const actions = {
  async url(config: Config, io: CliIo): Promise<number> {
    const url = config.databaseUrl ?? xiezhiDatabase((await mustRun(config)).url)
    io.answer({ url }, url)
    return 0
  },

  async start(config: Config, io: CliIo): Promise<number> {
    refuseWithServer(config)
    const { port, pid, started } = await startPostgres({ folder: folderOf(config), durable: true })
    const words: Words = {
      zh: `内置数据库运行于 127.0.0.1:${port}（进程 ${pid}）。`,
      en: `The embedded database runs on 127.0.0.1:${port} (process ${pid}).`,
    }
    io.answer({ running: true, port, pid, started }, words[io.language])
    return 0
  },

  async stop(config: Config, io: CliIo): Promise<number> {
    refuseWithServer(config)
    const postgres = await runningPostgres(folderOf(config))
    const users = postgres ? await databaseUsers(postgres) : []
    if (users.length > 0) {
      throw new Refusal(
        'not-now',
        {
          zh: `仍有协执进程在使用数据库：${users.join('、')}。请先停止它们（在其终端按 Ctrl-C）。`,
          en: `Xiezhi processes still use the database: ${users.join(', ')}. Stop them first (ctrl-C in their terminal).`,
        },
        { facts: { processes: users } },
      )
    }
    await postgres?.stop()
    const words = { zh: '内置数据库已停止。', en: 'The embedded database is stopped.' }
    io.answer({ running: false, stopped: postgres !== undefined }, words[io.language])
    return 0
  },

  /** Exit code 0 when it runs and 1 when it does not, for scripts. */
  async status(config: Config, io: CliIo): Promise<number> {
    refuseWithServer(config)
    const postgres = await runningPostgres(folderOf(config))
    if (!postgres) {
      io.answer(
        { running: false },
        { zh: '内置数据库未运行。', en: 'The embedded database does not run.' }[io.language],
      )
      return 1
    }
    const { port, pid } = postgres
    const users = await databaseUsers(postgres)
    const words: Words = {
      zh: `内置数据库运行于 127.0.0.1:${port}（进程 ${pid}），使用者：${users.join('、') || '无'}。`,
      en: `The embedded database runs on 127.0.0.1:${port} (process ${pid}), used by: ${users.join(', ') || 'nobody'}.`,
    }
    io.answer({ running: true, port, pid, users }, words[io.language])
    return 0
  },
} as const

async function mustRun(config: Config) {
  const postgres = await runningPostgres(folderOf(config))
  if (postgres) return postgres
  throw new Refusal('unavailable', {
    zh: '内置数据库未运行。请先执行 npm start 或 xiezhi db start。',
    en: 'The embedded database does not run. Start it with npm start or xiezhi db start.',
  })
}

function refuseWithServer(config: Config): void {
  if (!config.databaseUrl) return
  throw new Refusal('not-allowed', {
    zh: '已设置 DATABASE_URL：该服务器由其管理员启停，不由协执管理。',
    en: 'DATABASE_URL is set: that server is started and stopped by its own administrator, not by Xiezhi.',
  })
}

function xiezhiDatabase(adminUrl: string): string {
  const url = new URL(adminUrl)
  url.pathname = '/xiezhi'
  return url.href
}
