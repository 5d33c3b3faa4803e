import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { xiezhi } from '../../test/command-line.ts'
import { testDatabase } from '../../test/database.ts'
import { foundAgencies } from '../features/agencies/agencies.ts'
import { openPress } from '../features/letters/letters.ts'
import { createDemoAccounts, demoPassword } from '../features/people/people.ts'
import { systemActor } from '../platform/actor.ts'
import { asActor } from '../platform/as-actor.ts'
import { openLog } from '../platform/log.ts'
import { composeServer } from '../serve.ts'

const { db, url } = await testDatabase()
await asActor(db, systemActor('founding'), foundAgencies)
await asActor(db, systemActor('demonstration'), createDemoAccounts)
const filesFolder = await mkdtemp(join(tmpdir(), 'xiezhi-files-'))
const press = openPress(filesFolder, 'http://127.0.0.1:8700')
const app = await composeServer({
  db,
  databaseUrl: url,
  log: openLog('silent'),
  filesFolder,
  signingKeyFile: join(filesFolder, 'signing.pem'),
  press,
})
const server = await app.listen({ host: '127.0.0.1', port: 0 })
afterAll(async () => {
  await app.close()
  await press[Symbol.asyncDispose]()
  await rm(filesFolder, { recursive: true })
})

const officer = { XIEZHI_URL: server, XIEZHI_LOGIN: 'tieling.officer', XIEZHI_PASSWORD: demoPassword }

test('an officer finds an agency by the initials of its name', async () => {
  const { code, out } = await xiezhi(['agencies', 'tls', '--json'], officer)

  expect(code).toBe(0)
  expect(
    JSON.parse(out)
      .items.map((agency: { name: string }) => agency.name)
      .join(),
  ).toContain('铁岭')
})

test('a matter is shown with the times of China’s clocks and who did what, in the language asked for', async () => {
  const { id } = JSON.parse((await xiezhi(['matters', 'open', 'clue', '--json'], officer)).out).matter
  const shown = async (...more: string[]) =>
    (await xiezhi(['matters', 'show', id, '--events', ...more], officer)).out.split('\n').at(-1)
  const minute = String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}`

  expect(await shown()).toMatch(new RegExp(`^1  ${minute}  新建  昌图执法大队  周启明$`))
  expect(await shown('--lang', 'en')).toMatch(new RegExp(`^1  ${minute}  Opened  Changtu .+  周启明$`))
})

test('an officer opens a matter, sees it in the list and reads it, without the page', async () => {
  const opened = await xiezhi(
    ['matters', 'open', 'case-transfer', '--title', '超限运输案', '--json'],
    officer,
  )
  const { id } = JSON.parse(opened.out).matter
  const listed = await xiezhi(['matters', 'list'], officer)
  const shown = await xiezhi(['matters', 'show', id, '--events', '--json'], officer)

  expect(listed.out).toContain(id)
  expect(JSON.parse(shown.out)).toMatchObject({ id, title: '超限运输案', version: 1 })
})

test('what the server refuses is the same sentence, with the faults of the form one by one', async () => {
  const opened = await xiezhi(['matters', 'open', 'case-transfer', '--json'], officer)
  const { id } = JSON.parse(opened.out).matter

  const refused = await xiezhi(['matters', 'act', id, 'submit', '-', '--json'], officer, '{"fly":1}')
  const unreadable = await xiezhi(['matters', 'act', id, 'submit', '-'], officer, '{')

  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.err).words.zh).toMatch(/\p{Script=Han}/u)
  expect(unreadable).toMatchObject({ code: 1, err: '- 的内容不是有效的 JSON，请核对后重试。' })
})

test('a stranger, a wrong password, a dead server: each is told apart and ends with 1', async () => {
  const stranger = await xiezhi(['matters', 'list', '--json'], { XIEZHI_URL: server })
  const wrong = await xiezhi(['matters', 'list', '--json'], { ...officer, XIEZHI_PASSWORD: 'guess' })
  const token = await xiezhi(['matters', 'list', '--json'], { XIEZHI_URL: server, XIEZHI_TOKEN: 'guess' })
  const dead = await xiezhi(['matters', 'list', '--json'], { ...officer, XIEZHI_URL: 'http://127.0.0.1:1' })

  const codes = [stranger, wrong, token, dead].map(({ code, err }) => [code, JSON.parse(err).code])
  expect(codes).toEqual([
    [1, 'not-signed-in'],
    [1, 'not-signed-in'],
    [1, 'not-signed-in'],
    [1, 'unavailable'],
  ])
})
