import { resolve } from 'node:path'
import type { Fault } from '../kernel/refusal.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'

/** What an administrator may decide through the environment; everything has a default. */
export type Config = {
  /** Where the web page and the API listen (`XIEZHI_HOST`); another than the loopback needs a TLS proxy in front. */
  readonly host: string
  /** `XIEZHI_PORT`; 0 takes a free one. */
  readonly port: number
  /** Everything that has to be kept: the embedded database and the uploaded files (`XIEZHI_DATA`). */
  readonly folder: string
  /** A PostgreSQL server instead of the embedded one (`DATABASE_URL`). */
  readonly databaseUrl: string | undefined
  /** The account that owns the tables, where it is not the running one (`XIEZHI_MIGRATION_URL`). */
  readonly migrationUrl: string | undefined
  /** How many database connections one process holds (`XIEZHI_DATABASE_CONNECTIONS`). */
  readonly databaseConnections: number
  /** `XIEZHI_LOG`: silent, error, warn, info or debug. */
  readonly logLevel: string
}

type Environment = Readonly<Record<string, string | undefined>>

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']

/** Reads the environment once; refuses with every fault at once, each naming its variable and what would do. */
export function readConfig(env: Environment): Config {
  const faults: Fault[] = []
  const fault = (name: string, message: Words) => void faults.push({ path: [name], message })

  const wholeNumber = (name: string, least: number, most: number, otherwise: number): number => {
    const text = env[name]
    if (text === undefined || text === '') return otherwise
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return number
    fault(name, {
      zh: `应为 ${least} 至 ${most} 的整数，现为“${text}”。`,
      en: `must be a whole number from ${least} to ${most}, not "${text}".`,
    })
    return otherwise
  }
  const postgresUrl = (name: string): string | undefined => {
    const text = env[name]
    if (!text) return undefined
    if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text
    fault(name, {
      zh: `应形如 postgres://用户:口令@主机:5432/数据库。`,
      en: `must look like postgres://user:password@host:5432/database.`,
    })
    return undefined
  }

  const logLevel = env.XIEZHI_LOG || 'warn'
  if (!logLevels.includes(logLevel)) {
    fault('XIEZHI_LOG', {
      zh: `应为 ${logLevels.join('、')} 之一。`,
      en: `must be one of ${logLevels.join(', ')}.`,
    })
  }
  const config = {
    host: env.XIEZHI_HOST || '127.0.0.1',
    port: wholeNumber('XIEZHI_PORT', 0, 65_535, 8_700),
    folder: resolve(env.XIEZHI_DATA || 'data'),
    databaseUrl: postgresUrl('DATABASE_URL'),
    migrationUrl: postgresUrl('XIEZHI_MIGRATION_URL'),
    databaseConnections: wholeNumber('XIEZHI_DATABASE_CONNECTIONS', 2, 500, 20),
    logLevel,
  }
  if (faults.length === 0) return config
  throw new Refusal(
    'invalid-input',
    {
      zh: '配置有误，请更正下列环境变量后重新启动。',
      en: 'The configuration is wrong: correct these variables of the environment and start again.',
    },
    { faults },
  )
}
