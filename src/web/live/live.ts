import { asProblem, call } from '../api/call.ts'
import { queries, refreshLists } from '../api/queries.ts'

/** How fresh the page is: told at once, being connected, asking every 20 s, or cut off. */
export type LiveState = 'live' | 'connecting' | 'polling' | 'offline'

/** What the server tells open pages: something arrived, or a matter has a new version. */
export type News =
  | { readonly type: 'inbox'; readonly id: number; readonly matterId: string; readonly urgent: boolean }
  | { readonly type: 'matter'; readonly matterId: string; readonly version: number }

type Message = { readonly state: LiveState } | { readonly news: News } | { readonly asks: true }

const pollEverySeconds = 20
const retrySeconds = [1, 2, 5, 10, 20]

let state: LiveState = 'connecting'
let leads = false
const watchers = new Set<() => void>()
const readers = new Set<(news: News) => void>()

/** For `useSyncExternalStore`. */
export const liveState = {
  get: (): LiveState => state,
  watch: (watcher: () => void): (() => void) => {
    watchers.add(watcher)
    return () => watchers.delete(watcher)
  },
}

/** Calls back for everything that is told; returns how to stop. */
export function onNews(reader: (news: News) => void): () => void {
  readers.add(reader)
  return () => readers.delete(reader)
}

/**
 * Keeps the page fresh until the signal ends it. A browser opens at most six connections to a host over HTTP/1.1, so of all
 * its tabs one holds the stream (a Web Lock says which) and passes the news on; when it closes, the next takes over.
 * Without Web Locks (a page outside a secure context) every tab asks now and then instead.
 */
export function stayLive(signal: AbortSignal): void {
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') {
    poll(signal)
    return
  }
  const channel = new BroadcastChannel('xiezhi-live')
  const tell = (message: Message) => channel.postMessage(message)
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ('asks' in data) {
      if (leads) tell({ state })
    } else if ('state' in data) setState(data.state)
    else take(data.news)
  }
  tell({ asks: true })
  navigator.locks
    .request('xiezhi-live', { signal }, () => lead(signal, tell))
    .catch(() => {})
    .finally(() => channel.close())
}

/** Holds the stream until the page is closed or signed out. */
function lead(signal: AbortSignal, tell: (message: Message) => void): Promise<void> {
  leads = true
  return new Promise((settle) => {
    let source: EventSource | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    const say = (next: LiveState) => {
      setState(next)
      tell({ state: next })
    }
    const pass = (news: News) => {
      take(news)
      tell({ news })
    }
    const connect = () => {
      source = new EventSource('/api/v1/stream')
      source.onopen = () => {
        // What was missed while the stream was down is read again; after a short break the server resends it as well.
        if (failures > 0) void queries.invalidateQueries()
        failures = 0
        say('live')
      }
      source.onerror = () => {
        failures += 1
        const isRefused = source?.readyState === EventSource.CLOSED
        say(failures > 1 && !isRefused ? 'offline' : 'connecting')
        if (!isRefused) return
        // An answer other than a stream: most likely the session is over, which whoever comes back should see at once.
        void call('GET', '/preferences/page').catch((error) => {
          if (asProblem(error).code !== 'not-signed-in') say('offline')
        })
        const wait = retrySeconds[Math.min(failures, retrySeconds.length) - 1] ?? 20
        timer = setTimeout(connect, wait * 1000)
      }
      source.addEventListener('inbox', (event) => pass({ type: 'inbox', ...JSON.parse(event.data) }))
      source.addEventListener('matter', (event) => pass({ type: 'matter', ...JSON.parse(event.data) }))
    }
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      source?.close()
      leads = false
      settle()
    })
    connect()
  })
}

function poll(signal: AbortSignal): void {
  setState('polling')
  const timer = setInterval(() => {
    if (!document.hidden)
      void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'draft' })
  }, pollEverySeconds * 1000)
  signal.addEventListener('abort', () => clearInterval(timer))
}

/** Reads again what the news made stale and is on the screen. */
function take(news: News): void {
  if (news.type === 'matter') {
    const seen = queries.getQueryData<{ readonly version: number }>(['matter', news.matterId])
    if (!seen || seen.version < news.version)
      void queries.invalidateQueries({ queryKey: ['matter', news.matterId] })
  }
  refreshListsSoon()
  for (const reader of readers) reader(news)
}

let listsAreDue = false
let listsRest = false

/** The first news at once, a burst of it once a second. */
function refreshListsSoon(): void {
  if (listsRest) {
    listsAreDue = true
    return
  }
  listsRest = true
  refreshLists()
  setTimeout(() => {
    listsRest = false
    if (!listsAreDue) return
    listsAreDue = false
    refreshListsSoon()
  }, 1000)
}

function setState(next: LiveState): void {
  if (next === state) return
  state = next
  for (const watcher of watchers) watcher()
}
