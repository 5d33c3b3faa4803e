import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { createServer } from 'node:net'
import { parseArgs, promisify } from 'node:util'
import { openPress } from '../features/letters/letters.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import type { App } from '../platform/http.ts'
import { openInstallation } from '../platform/installation.ts'
import { openLog } from '../platform/log.ts'
import { migrate } from '../platform/migrate.ts'
import { openSigningKey } from '../platform/signing.ts'
import { composeServer } from '../serve.ts'
import { startWork } from '../work.ts'
import type { Command } from './command.ts'
import { loadDemoOnce } from './demo.ts'
import { foundDirectory } from './migrate.ts'

/** Serves the web page and the API until asked to stop. */
export const serve: Command = {
  name: 'serve',
  usage: 'serve [--work] [--demo-if-empty]',
  help: {
    zh: '启动网页和接口服务；--work 同时处理后台任务，--demo-if-empty 在空库中装入演示数据。',
    en: 'Serve the web page and the API; --work also does the background work, --demo-if-empty fills an empty database.',
  },
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: { work: { type: 'boolean' }, 'demo-if-empty': { type: 'boolean' } },
    })
    const config = readConfig(io.env)
    const log = openLog(config.logLevel)
    await using installation = await openInstallation(config, { alone: addressOf(config) })
    await tryPort(config)
    const applied = await migrate(installation.migrationUrl)
    if (values['demo-if-empty']) await loadDemoOnce(installation, io)
    if (applied.length > 0) await foundDirectory(installation)

    await using db = openDatabase(installation.databaseUrl, config.databaseConnections)
    await using press = openPress(config.folder, config.outside.address)
    const app = await composeServer({ ...installation, db, log, press, outside: config.outside })
    await using work = values.work
      ? await startWork({
          db,
          log,
          filesFolder: installation.filesFolder,
          signingKey: await openSigningKey(installation.signingKeyFile),
          press,
          outside: config.outside,
        })
      : undefined
    try {
      await listen(app, config)
      const address = addressOf(config, app)
      flushCompileCache()
      io.answer({ ready: address, works: work !== undefined }, `ready ${address}`)
      if (!io.stopped.aborted) await once(io.stopped, 'abort')
      io.note({ zh: '正在停止……', en: 'Stopping …' }[io.language])
    } finally {
      await close(app)
    }
    return 0
  },
}

function addressOf(config: Config, app?: App): string {
  const bound = app?.server.address()
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
}

/** Refuses a port that is taken before the minutes that a first start takes, and not after them. */
const tryPort = ({ host, port }: Config): Promise<void> =>
  explaining({ host, port }, async () => {
    const probe = createServer().listen(port, host)
    await once(probe, 'listening')
    await promisify(probe.close.bind(probe))()
  })

const listen = (app: App, { host, port }: Config): Promise<void> =>
  explaining({ host, port }, async () => void (await app.listen({ host, port })))

/** Says what to do where nobody can listen. */
async function explaining(
  { host, port }: Pick<Config, 'host' | 'port'>,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (reason) {
    const code = (reason as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE') {
      throw new Refusal('conflict', {
        zh: `端口 ${port} 已被其他程序占用。请停止该程序，或用 XIEZHI_PORT 指定别的端口，例如 XIEZHI_PORT=8701 npm start。`,
        en: `Port ${port} is taken by another program. Stop it, or choose another port, such as XIEZHI_PORT=8701 npm start.`,
      })
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new Refusal('unavailable', {
        zh: `不能在 ${host}:${port} 上监听（${code}）。请检查 XIEZHI_HOST 和 XIEZHI_PORT；1024 以下的端口需要管理员权限。`,
        en: `Cannot listen on ${host}:${port} (${code}). Check XIEZHI_HOST and XIEZHI_PORT; ports below 1024 need an administrator.`,
      })
    }
    throw reason
  }
}

/** Lets running requests finish for a moment, then cuts what never ends by itself, such as streams of events. */
async function close(app: App): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), 2_000)
  await app.close()
  clearTimeout(cut)
}
