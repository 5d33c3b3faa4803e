import { afterAll, expect } from 'vitest'
import type { Client } from './http.ts'

/** One server-sent event. */
export type Heard = { readonly event: string; readonly id: string | undefined; readonly data: unknown }

/** A page that listens. */
export type Page = {
  readonly status: number
  /** Everything heard so far. */
  readonly heard: readonly Heard[]
  /** The events of one kind. */
  of(event: string): readonly Heard[]
  /** Waits until something that was heard matches. */
  hears(wanted: object): Promise<void>
  close(): void
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>
}

/** Opens `GET /stream` as a page does. */
export async function listen(url: string, client: Client, lastEventId?: string): Promise<Page> {
  const stop = new AbortController()
  afterAll(() => stop.abort())
  const response = await fetch(`${url}/api/v1/stream`, {
    headers: {
      accept: 'text/event-stream',
      ...(client.cookie ? { cookie: `xiezhi=${client.cookie}` } : {}),
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
    signal: stop.signal,
  })
  const heard: Heard[] = []
  const read = async () => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
        const [event, payload] = [field('event'), field('data')]
        if (event && payload) heard.push({ event, id: field('id'), data: JSON.parse(payload) })
      }
    }
  }
  const of = (event: string) => heard.filter((each) => each.event === event)
  return {
    status: response.status,
    heard,
    of,
    hears: (wanted) =>
      expect.poll(() => heard, { timeout: 30_000 }).toContainEqual(expect.objectContaining(wanted)),
    close: () => stop.abort(),
    ended: read().catch(() => {}),
  }
}
