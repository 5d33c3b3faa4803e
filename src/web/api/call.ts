import type { Fault, RefusalCode } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import { isAttended } from './attended.ts'

/** What the server said no with, or `offline` when it could not be reached at all. Shown to the person as it stands. */
export class Problem extends Error {
  readonly code: RefusalCode | 'offline'
  readonly words: Words
  readonly faults: readonly Fault[]
  readonly facts: Readonly<Record<string, unknown>>

  constructor(
    code: RefusalCode | 'offline',
    words: Words,
    faults: readonly Fault[] = [],
    facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(words.en)
    this.name = 'Problem'
    this.code = code
    this.words = words
    this.faults = faults
    this.facts = facts
  }
}

type Query = Readonly<Record<string, string | number | boolean | null | undefined>>

/** What goes with a call. `key` makes a write safe to send twice (Idempotency-Key). */
export type CallOptions = {
  readonly query?: Query
  readonly body?: unknown
  readonly key?: string
  readonly signal?: AbortSignal
  /** Lets the request outlive the page, for what was promised just before it was closed. */
  readonly keepalive?: boolean
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Somebody who wants to know that the session has ended: the frame, which asks to sign in again over the same page. */
let onSignedOut: () => void = () => {}
export const whenSignedOut = (tell: () => void): void => {
  onSignedOut = tell
}

/** Somebody who wants to know that one no longer acts in the name the page shows. */
let onOtherName: () => void = () => {}
export const whenActingChanged = (tell: () => void): void => {
  onOtherName = tell
}

let actingFor: string | undefined
/** Says in whose name the page shows that one acts: `self`, or the account one stands in for. It goes with everything that changes something. */
export const actFor = (who: string | undefined): void => {
  actingFor = who
}

/** Calls the API and returns its answer. Throws a `Problem`, never anything else. */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  const response = await reach(address(path, options.query), {
    method,
    headers: {
      accept: 'application/json',
      ...(isAttended() ? {} : { 'x-unattended': '1' }),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
      ...(method === 'GET' || actingFor === undefined ? {} : { 'xiezhi-acting-for': actingFor }),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.keepalive ? { keepalive: true } : {}),
  })
  if (!response.ok) throw await problemOf(response, path)
  return (response.status === 204 ? undefined : await response.json()) as T
}

/** The address of an API path with its query; parameters without a value are left out. */
export function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '' && value !== false)
      parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem('offline', {
      zh: '无法连接服务器。已填写的内容仍在本页，请检查网络后重试。',
      en: 'The server cannot be reached. What you typed is still on this page; check the network and try again.',
    })
  }
}

async function problemOf(response: Response, path: string): Promise<Problem> {
  if (response.status === 401 && path !== '/session') onSignedOut()
  const body = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined
  if (!body?.code || !body.words) {
    return new Problem('unavailable', {
      zh: `服务器暂时无法答复（${response.status}）。本次操作没有保存，请稍后重试。`,
      en: `The server cannot answer just now (${response.status}). Nothing was saved; try again shortly.`,
    })
  }
  if (body.facts?.actingForChanged) onOtherName()
  return new Problem(body.code, body.words, body.faults ?? [], body.facts ?? {})
}

/** Any error as a problem that can be shown; what is not one is a bug of the page. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  console.error(error)
  return new Problem('unavailable', {
    zh: '页面出现内部错误，本次操作没有完成。请刷新页面后重试。',
    en: 'The page ran into an internal error and the action was not completed. Reload the page and try again.',
  })
}

/** A fresh key for one write. Works without a secure context, as agencies' networks often lack TLS inside. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
