import { request } from 'node:http'
import { bodyOf, type Sides } from './clue-life.ts'
import { type Figure, quantile } from './figures.ts'
import { type Place, preparePlace, type Server } from './place.ts'

const clues = 150

/**
 * How long after the answer to the sender the other agency's open page hears of a clue: when both are served by one process,
 * and when each is served by its own.
 */
export async function measureArrival(): Promise<Figure[]> {
  await using place = await preparePlace()
  const first = await place.serve()
  const second = await place.serve()
  const sides: Sides = {
    finder: { ...place.who('tieling.officer'), cookie: await place.signIn(first, 'tieling.officer') },
    receiver: { ...place.who('siping.officer'), cookie: await place.signIn(second, 'siping.officer') },
  }
  return [
    ...(await delays(place, first, first, sides, 'one process')),
    ...(await delays(place, first, second, sides, 'two processes')),
  ]
}

async function delays(
  place: Place,
  sending: Server,
  hearing: Server,
  sides: Sides,
  where: string,
): Promise<Figure[]> {
  const news = await listen(hearing, sides.receiver.cookie)
  const connection = await place.connect(sending)
  const { cookie } = sides.finder
  const took: number[] = []
  for (let clue = 0; clue < clues; clue++) {
    const opened = await connection.ask('POST', '/api/v1/matters', { cookie, body: bodyOf('open', sides) })
    const { matter } = JSON.parse(opened.text) as { matter: { id: string; version: number } }
    const heard = news.of(matter.id)
    const pushed = await connection.ask('POST', `/api/v1/matters/${matter.id}/moves`, {
      cookie,
      body: { action: 'push', body: bodyOf('push', sides), expectedVersion: matter.version },
    })
    if (pushed.status !== 200) throw new Error(`push: ${pushed.status} ${pushed.text}`)
    const answered = performance.now()
    // It may be there before the sender has its answer.
    took.push(Math.max(0, (await heard) - answered))
  }
  connection.close()
  news.close()
  const aim = { is: 'at-most', than: 150 } as const
  return [
    { what: `arrival in the other window, ${where}: p95`, value: quantile(took, 0.95), unit: 'ms', aim },
    { what: `arrival in the other window, ${where}: p50`, value: quantile(took, 0.5), unit: 'ms' },
  ]
}

/** An open page: when the inbox of its agency got something about a matter. */
async function listen(
  server: Server,
  cookie: string,
): Promise<{ of(matterId: string): Promise<number>; close(): void }> {
  const waiting = new Map<string, (at: number) => void>()
  const stream = request(`${server.address}/api/v1/stream`, { headers: { cookie } })
  stream.on('error', () => {})
  const isOpen = new Promise<void>((open, fail) => {
    stream.once('response', (response) => {
      if (response.statusCode !== 200) fail(new Error(`The stream answered ${response.statusCode}.`))
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part
        open()
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const matterId = /^event: inbox[\s\S]*"matterId":"([^"]+)"/.exec(text.slice(0, end))?.[1]
          if (matterId) waiting.get(matterId)?.(performance.now())
          text = text.slice(end + 2)
        }
      })
      response.on('error', () => {})
    })
  })
  stream.end()
  await isOpen
  return {
    of: (matterId) =>
      new Promise((heard, fail) => {
        const late = setTimeout(() => fail(new Error('The other window heard nothing within 10 s.')), 10_000)
        waiting.set(matterId, (at) => {
          clearTimeout(late)
          heard(at)
        })
      }),
    close: () => void stream.destroy(),
  }
}
