import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { httpServer } from './http.ts'
import { openLog } from './log.ts'
import { webPage } from './web-page.ts'

const folder = await mkdtemp(join(tmpdir(), 'web-page-'))
await mkdir(join(folder, 'assets'))
await writeFile(join(folder, 'index.html'), '<title>page</title>')
await writeFile(join(folder, 'assets', 'page-1a2b.js'), '1')

afterAll(() => rm(folder, { recursive: true }))

const app = await httpServer({
  log: openLog('fatal', new Writable({ write: (_line, _encoding, done) => done() })),
  authenticate: async () => undefined,
})
await webPage(app, pathToFileURL(`${folder}/`))

const get = (url: string) =>
  app.inject({ url, headers: { host: 'xiezhi.example', 'accept-encoding': 'br, gzip' } })

test('an asset is kept by the browser for a year', async () => {
  const answer = await get('/assets/page-1a2b.js')

  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toContain('immutable')
})

test.each(['/assets/page-0000.js', '/assets/', '/assets/..%2f..%2fsecret', '/assets/%00'])(
  'what is no asset is answered with a problem that nobody keeps: %s',
  async (url) => {
    const answer = await get(url)

    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.headers['cache-control'] ?? '').not.toContain('immutable')
  },
)

test('every other address is the page, which reads the address', async () => {
  expect((await get('/matters/1')).body).toContain('page')
})
