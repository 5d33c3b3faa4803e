import { type Fault, Refusal, type RefusalCode } from '../kernel/refusal.ts'
import type { CliIo } from './command.ts'

/** One request to the HTTP API of a running server. */
export type ApiRequest = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, such as `/matters`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly body?: unknown
  readonly idempotencyKey?: string | undefined
}

/** Sends requests as one person or machine. */
export type Api = {
  call(request: ApiRequest): Promise<unknown>
  /** The reply itself, its bytes still to come; what the server refuses is thrown. */
  open(request: ApiRequest): Promise<Response>
}

/**
 * Works with a running server as the person or machine that the environment names: `XIEZHI_URL`, and `XIEZHI_TOKEN` or
 * `XIEZHI_LOGIN` with `XIEZHI_PASSWORD`. A session made for this is ended afterwards. What the server refuses is
 * thrown as the same `Refusal`, so the person reads the same sentence as on the page.
 */
export async function withApi<T>(io: CliIo, work: (api: Api) => Promise<T>): Promise<T> {
  const server = io.env.XIEZHI_URL ?? `http://127.0.0.1:${io.env.XIEZHI_PORT ?? 8700}`
  const { XIEZHI_TOKEN: token, XIEZHI_LOGIN: login, XIEZHI_PASSWORD: password } = io.env
  if (token) return work(apiOf(server, { authorization: `Bearer ${token}` }))
  if (!login || !password) throw nobodyNamed()

  const reply = await reach(server, { method: 'POST', path: '/session', body: { login, password } }, {})
  await contentOf(reply)
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const api = apiOf(server, { cookie })
  try {
    return await work(api)
  } finally {
    await api.call({ method: 'DELETE', path: '/session' })
  }
}

const apiOf = (server: string, who: Record<string, string>): Api => ({
  call: async (request) => contentOf(await reach(server, request, who)),
  async open(request) {
    const reply = await reach(server, request, who)
    if (!reply.ok) await contentOf(reply)
    return reply
  },
})

async function reach(server: string, request: ApiRequest, who: Record<string, string>): Promise<Response> {
  const url = new URL(`/api/v1${request.path}`, server)
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  const headers: Record<string, string> = { ...who }
  if (request.body !== undefined) headers['content-type'] = 'application/json'
  if (request.idempotencyKey !== undefined) headers['idempotency-key'] = request.idempotencyKey
  const body = request.body === undefined ? null : JSON.stringify(request.body)
  try {
    return await fetch(url, { method: request.method ?? 'GET', headers, body })
  } catch {
    throw new Refusal('unavailable', {
      zh: `连不上 ${url.origin}。请检查 XIEZHI_URL 和服务器是否已启动。`,
      en: `${url.origin} cannot be reached. Check XIEZHI_URL and whether the server runs.`,
    })
  }
}

type Problem = {
  readonly code: RefusalCode
  readonly words: Refusal['words']
  readonly faults?: readonly Fault[]
  readonly facts?: Readonly<Record<string, unknown>>
}

async function contentOf(reply: Response): Promise<unknown> {
  const text = await reply.text()
  const isJson = reply.headers.get('content-type')?.includes('json') ?? false
  if (reply.ok) return isJson && text !== '' ? JSON.parse(text) : null
  if (!isJson) {
    throw new Refusal('unavailable', {
      zh: `服务器的回答不是协执的（${reply.status}）。请检查 XIEZHI_URL。`,
      en: `That is not the answer of a Xiezhi server (${reply.status}). Check XIEZHI_URL.`,
    })
  }
  const { code, words, faults = [], facts = {} } = JSON.parse(text) as Problem
  throw new Refusal(code, words, { faults, facts })
}

const nobodyNamed = (): Refusal =>
  new Refusal('not-signed-in', {
    zh: '请用环境变量说明身份：XIEZHI_TOKEN，或 XIEZHI_LOGIN 和 XIEZHI_PASSWORD；服务器地址用 XIEZHI_URL。',
    en: 'Say who you are in the environment: XIEZHI_TOKEN, or XIEZHI_LOGIN and XIEZHI_PASSWORD; the server in XIEZHI_URL.',
  })
