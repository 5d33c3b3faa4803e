import type { IncomingMessage, ServerResponse } from 'node:http'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RawServerDefault,
} from 'fastify'
import { jsonSchemaTransform, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { faultsOf, invalidInput } from '../kernel/faults.ts'
import { Refusal, type RefusalCode } from '../kernel/refusal.ts'
import type { Actor, AgencyActor } from './actor.ts'
import type { Logger } from './log.ts'

/** The HTTP server as features see it: routes take Zod schemas and infer their types from them. */
export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Logger, ZodTypeProvider>

declare module 'fastify' {
  interface FastifyInstance {
    /** Who sent the request, asked again: a stream that stays open must notice when its session ends. */
    identify(request: FastifyRequest): Promise<Actor | undefined>
  }
  interface FastifyRequest {
    /** Who is asking; undefined only on routes open to strangers. */
    actor: Actor | undefined
  }
  interface FastifyContextConfig {
    /** True for the few routes a stranger may use. Every other one answers 401 without a session, whatever its arguments. */
    open?: boolean
  }
}

/** What the server needs from the rest: who is asking, and where refusals are remembered. */
export type HttpOptions = {
  readonly log: Logger
  /** Finds out who sent the request, by session cookie or bearer token. */
  readonly authenticate: (request: FastifyRequest) => Promise<Actor | undefined>
  /** Remembers a refusal of an identified actor (who, which route, which code; never the payload). */
  readonly onRefusal?: (request: FastifyRequest, refusal: Refusal) => void
}

/** The HTTP status of each refusal; a new code does not compile until it has one. */
export const httpStatus = {
  'not-signed-in': 401,
  'not-found': 404,
  'wrong-method': 405,
  'not-allowed': 403,
  'not-your-turn': 403,
  'not-now': 409,
  'already-changed': 409,
  'already-pending': 409,
  conflict: 409,
  'invalid-input': 422,
  'too-large': 413,
  'too-many': 429,
  unsupported: 415,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>

/** Builds the server without routes: sessions, problems, OpenAPI. The caller adds the features' routes and listens. */
export async function httpServer({ log, authenticate, onRefusal }: HttpOptions): Promise<App> {
  const app: App = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    requestTimeout: 0,
    // Addresses the router cannot read at all, such as `%zz`.
    frameworkErrors: (_error, request, reply) => void sendProblem(reply, request, noSuchAddress()),
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()

  app.setValidatorCompiler<z.ZodType>(({ schema }) => (input) => {
    const result = schema.safeParse(input, { reportInput: true })
    return result.success ? { value: result.data } : { error: invalidInput(faultsOf(result.error)) }
  })
  // Reply schemas document; what is sent is built field by field by `present…` functions, so nothing is parsed twice.
  app.setSerializerCompiler(() => JSON.stringify)

  await app.register(cookie)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Xiezhi 协执',
        version: '1',
        description: 'Agencies of different regions enforcing transport law together.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'xiezhi' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route as never)
      return { schema: isOpen(route.route.config) ? { ...schema, security: [] } : schema, url }
    },
  })

  app.decorate('identify', authenticate)
  app.decorateRequest('actor', undefined)
  app.addHook('onRequest', async (request) => {
    request.actor = await authenticate(request)
    if (!request.actor && !isOpen(request.routeOptions.config) && !request.is404)
      throw request.headers.authorization ? noGoodToken() : notSignedIn()
    refuseForeignOrigin(request)
  })

  app.setErrorHandler(async (error, request, reply) => {
    const refusal = asRefusal(error)
    if (!refusal) {
      request.log.error({ err: error, route: request.routeOptions.url }, 'unexpected error')
      return sendProblem(reply, request, bug())
    }
    onRefusal?.(request, refusal)
    return sendProblem(reply, request, refusal)
  })
  const addresses = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    addresses.set(url, new Set([...(addresses.get(url) ?? []), ...[method].flat()]))
  })
  app.setNotFoundHandler(async (request, reply) => {
    const allowed = methodsAt(addresses, request.url)
    // A method it does know got here because a part of the address is longer than any id.
    if (allowed.length === 0 || allowed.includes(request.method))
      return sendProblem(reply, request, noSuchAddress())
    return sendProblem(reply.header('allow', allowed.join(', ')), request, wrongMethod(allowed))
  })
  app.get('/api/v1/openapi.json', { config: { open: true }, schema: { hide: true } }, async () =>
    app.swagger(),
  )
  return app
}

/** The methods an address knows, where another one was asked for; `:id` in a route stands for any one part. */
function methodsAt(addresses: ReadonlyMap<string, ReadonlySet<string>>, url: string): string[] {
  const parts = (url.split('?')[0] ?? '').split('/')
  const isHere = (address: string): boolean => {
    const wanted = address.split('/')
    return (
      wanted.length === parts.length &&
      wanted.every((part, index) => part.startsWith(':') || part === parts[index])
    )
  }
  return [...new Set([...addresses].flatMap(([address, methods]) => (isHere(address) ? [...methods] : [])))]
}

const isOpen = (config: unknown): boolean => (config as { open?: boolean } | undefined)?.open === true

/** The agency's person or machine that asks. Routes that are not open may rely on it. */
export function agencyActor(request: FastifyRequest): AgencyActor {
  if (!request.actor || request.actor.type === 'system') throw notSignedIn()
  return request.actor
}

/** The idempotency key of a write, if the client sent one. */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && /^[\x21-\x7e]{8,128}$/.test(key)) return key
  throw new Refusal('invalid-input', {
    zh: 'Idempotency-Key 应为 8 至 128 个可见字符。',
    en: 'Idempotency-Key must be 8 to 128 visible characters.',
  })
}

/** `limit` and `cursor` of every list. */
export const Paging = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

/** Packs the position of a list's last row into an opaque cursor. */
export const packCursor = (position: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url')

/** Unpacks a cursor made by `packCursor`; refuses one that was not, or that was made for another list. */
export function unpackCursor<Position extends z.ZodTuple>(
  cursor: string,
  position: Position,
): z.infer<Position> {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {}
  throw new Refusal('invalid-input', {
    zh: '翻页位置无效，请从第一页重新开始。',
    en: 'This page position is not valid; start from the first page.',
  })
}

export function notSignedIn(): Refusal {
  return new Refusal('not-signed-in', {
    zh: '尚未登录或登录已过期。请登录后继续；已填写的内容仍保留。',
    en: 'You are not signed in, or your session has ended. Sign in to go on; what you typed is kept.',
  })
}

/** A program has nobody who signs in: it is told what is the matter with its token. */
const noGoodToken = (): Refusal =>
  new Refusal('not-signed-in', {
    zh: '接口令牌无效、已过期或已撤销。请核对 Authorization: Bearer 后面的令牌，或请本机构负责人重新签发。',
    en: 'This token is not valid, has expired or was revoked. Check what follows Authorization: Bearer, or ask the leader of the agency for a new one.',
  })

/** A cookie goes with every request of the browser, so a write must come from our own page (CSRF). */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin, host, 'sec-fetch-site': site } = request.headers
  if (!origin || request.method === 'GET' || request.method === 'HEAD') return
  // The browser's own word, which no page can forge; it holds behind a proxy that puts its own name into Host too.
  if (site === 'same-origin') return
  if (URL.canParse(origin) && new URL(origin).host === host) return
  throw new Refusal('not-allowed', {
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request comes from another site and is refused.',
  })
}

/** Translates what the framework throws (bad JSON, body too large …) into refusals; anything else is a bug. */
function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  const code = (error as { code?: string }).code ?? ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('too-large', {
      zh: '提交的内容超过 1 MB，请缩短或改为上传附件。',
      en: 'The content is over 1 MB; shorten it or upload it as a file.',
    })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Refusal('unsupported', { zh: '请以 application/json 提交。', en: 'Send application/json.' })
  // What PostgreSQL says to U+0000, which JSON can carry and its text cannot.
  if (code === '22021' || code === '22P05')
    return new Refusal('invalid-input', {
      zh: '内容中有无法保存的字符（空字符），请删去后重试。',
      en: 'The content has a character that cannot be kept (U+0000); remove it and try again.',
    })
  if (code.startsWith('FST_ERR_CTP') || error instanceof SyntaxError)
    return new Refusal('invalid-input', {
      zh: '请求内容不是有效的 JSON，请核对后重试。',
      en: 'The request is not valid JSON; check it and try again.',
    })
  return undefined
}

const noSuchAddress = (): Refusal =>
  new Refusal('not-found', {
    zh: '没有这个地址，请核对网址。',
    en: 'There is nothing at this address; please check it.',
  })

const wrongMethod = (allowed: readonly string[]): Refusal =>
  new Refusal('wrong-method', {
    zh: `这个地址不接受该请求方法，请改用 ${allowed.join('、')}。`,
    en: `This address does not take that method; use ${allowed.join(' or ')}.`,
  })

const bug = (): Refusal =>
  new Refusal('unavailable', {
    zh: '系统出现内部错误，已记录。本次操作没有保存，请稍后重试；如仍失败，请联系系统管理员。',
    en: 'An internal error occurred and was logged. Nothing was saved; try again later, and tell the system administrator if it goes on.',
  })

function sendProblem(reply: FastifyReply, request: FastifyRequest, refusal: Refusal): FastifyReply {
  const english = request.headers['accept-language']?.startsWith('en') ?? false
  const status = httpStatus[refusal.code]
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send({
      type: 'about:blank',
      title: refusal.code,
      status,
      code: refusal.code,
      detail: english ? refusal.words.en : refusal.words.zh,
      words: refusal.words,
      ...(refusal.faults.length > 0 ? { faults: refusal.faults } : {}),
      ...(Object.keys(refusal.facts).length > 0 ? { facts: refusal.facts } : {}),
    })
}
