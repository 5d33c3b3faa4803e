import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { httpServer } from './http.ts'
import { openLog } from './log.ts'

const app = await httpServer({
  log: openLog('fatal', new Writable({ write: (_line, _encoding, done) => done() })),
  authenticate: async () => undefined,
})
app.post('/write', { config: { open: true } }, async () => 'written')
app.get('/things/:id', { config: { open: true } }, async () => 'thing')

const write = async (headers: Readonly<Record<string, string>>): Promise<number> =>
  (await app.inject({ method: 'POST', url: '/write', headers: { host: 'xiezhi.example', ...headers } }))
    .statusCode

test('a write comes from our own page, or from no page at all', async () => {
  expect(await write({})).toBe(200)
  expect(await write({ origin: 'https://xiezhi.example' })).toBe(200)
  expect(await write({ origin: 'https://elsewhere.example' })).toBe(403)
  expect(await write({ origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await write({ origin: 'https://sub.xiezhi.example', 'sec-fetch-site': 'same-site' })).toBe(403)
  expect(await write({ origin: 'null' })).toBe(403)
})

test('a known address asked in a wrong way says which ways there are, an unknown one that there is none', async () => {
  const wrong = await app.inject({ method: 'DELETE', url: '/things/7?x=1' })
  const unknown = await app.inject({ method: 'DELETE', url: '/things/7/more' })

  expect(wrong.statusCode).toBe(405)
  expect(wrong.headers.allow).toBe('GET, HEAD')
  expect(wrong.json()).toMatchObject({ code: 'wrong-method', words: { zh: expect.stringContaining('GET') } })
  expect(unknown.statusCode).toBe(404)
})

test('behind a proxy that puts its own name into Host the browser’s word on the origin counts', async () => {
  const proxied = { host: '127.0.0.1:8700', origin: 'https://xiezhi.example' }

  expect(await write({ ...proxied, 'sec-fetch-site': 'same-origin' })).toBe(200)
  expect(await write(proxied)).toBe(403)
})
