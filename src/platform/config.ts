import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { BlockList } from 'node:net'
import { resolve } from 'node:path'
import type { Fault } from '../kernel/refusal.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'
import type { MailServer } from './mailer.ts'
import { readNetworks } from './outbound.ts'

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
  /** How the system reaches people outside the page. */
  readonly outside: Outside
}

/** The ways out of the installation; without them nothing leaves it. */
export type Outside = {
  /** The mail server (`XIEZHI_SMTP`, with the sender in `XIEZHI_MAIL_FROM` and an authority of one's own in `XIEZHI_SMTP_CA`). */
  readonly mailServer: MailServer | undefined
  /** Under which address people open the page (`XIEZHI_ADDRESS`): links in mails and calendars begin with it. */
  readonly address: string
  /** Private networks that agencies' programs may stand in (`XIEZHI_WEBHOOK_NETWORKS`); else public addresses alone. */
  readonly webhookNetworks: BlockList
}

/** Nothing is sent, and links lead to this machine. */
export const noOutside: Outside = {
  mailServer: undefined,
  address: 'http://127.0.0.1:8700',
  webhookNetworks: new BlockList(),
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
  const host = env.XIEZHI_HOST || '127.0.0.1'
  const port = wholeNumber('XIEZHI_PORT', 0, 65_535, 8_700)
  const outside = (): Outside => {
    const url = env.XIEZHI_SMTP || undefined
    const from = env.XIEZHI_MAIL_FROM || ''
    // The address may carry a password, so no message shows it.
    if (url && !(/^smtps?:\/\//.test(url) && URL.canParse(url)))
      fault('XIEZHI_SMTP', {
        zh: '应形如 smtps://用户:口令@主机:465 或 smtp://用户:口令@主机:587。',
        en: 'must look like smtps://user:password@host:465 or smtp://user:password@host:587.',
      })
    if (url && !/^[^\s@<>]+@[^\s@<>]+$/.test(from))
      fault('XIEZHI_MAIL_FROM', {
        zh: '设置了 XIEZHI_SMTP 时应填写发件邮箱，如 xiezhi@example.gov.cn。',
        en: 'must be the sender’s address, such as xiezhi@example.gov.cn, when XIEZHI_SMTP is set.',
      })
    const ca = env.XIEZHI_SMTP_CA ? certificatesIn(env.XIEZHI_SMTP_CA) : undefined
    if (env.XIEZHI_SMTP_CA && ca === undefined)
      fault('XIEZHI_SMTP_CA', {
        zh: '应为可读取的 PEM 证书文件，即签发邮件服务器证书的机构的证书。',
        en: 'must be a PEM file that can be read: the certificate of the authority that vouches for the mail server.',
      })
    const address = env.XIEZHI_ADDRESS || `http://${host}:${port}`
    if (!/^https?:\/\//.test(address) || !URL.canParse(address))
      fault('XIEZHI_ADDRESS', {
        zh: '应形如 https://xiezhi.example.gov.cn，即人员打开网页所用的地址。',
        en: 'must look like https://xiezhi.example.gov.cn: the address under which people open the page.',
      })
    const webhookNetworks = readNetworks(env.XIEZHI_WEBHOOK_NETWORKS ?? '')
    if (!webhookNetworks)
      fault('XIEZHI_WEBHOOK_NETWORKS', {
        zh: '应为逗号分隔的网段，如 10.20.0.0/16,127.0.0.1。',
        en: 'must be networks separated by commas, such as 10.20.0.0/16,127.0.0.1.',
      })
    return {
      mailServer: url ? { url, from, ...(ca === undefined ? {} : { ca }) } : undefined,
      address: address.replace(/\/+$/, ''),
      webhookNetworks: webhookNetworks ?? noOutside.webhookNetworks,
    }
  }
  const config = {
    host,
    port,
    folder: resolve(env.XIEZHI_DATA || 'data'),
    databaseUrl: postgresUrl('DATABASE_URL'),
    migrationUrl: postgresUrl('XIEZHI_MIGRATION_URL'),
    databaseConnections: wholeNumber('XIEZHI_DATABASE_CONNECTIONS', 2, 500, 20),
    logLevel,
    outside: outside(),
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

/** The PEM certificates of a file; undefined where it cannot be read or holds none. */
function certificatesIn(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    for (const [one] of text.matchAll(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g))
      new X509Certificate(one)
    return text.includes('-----BEGIN CERTIFICATE-----') ? text : undefined
  } catch {
    return undefined
  }
}
