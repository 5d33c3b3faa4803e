import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCaseUntil } from '../../test/a-case-of-march.ts'
import { testDatabase } from '../../test/database.ts'
import { aRegion } from '../../test/fixtures.ts'
import { openPress } from '../features/letters/letters.ts'
import { demoPassword } from '../features/people/people.ts'
import { openLog } from '../platform/log.ts'
import { composeServer } from '../serve.ts'
import { runCommandLine } from './run.ts'

const { db, url } = await testDatabase()
const region = await aRegion(db)
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
let id = ''

beforeAll(async () => {
  const cast = { officer: region.who('tieling.officer'), leader: region.who('tieling.leader') }
  const played = await aCaseUntil(db, 'file', cast)
  id = played.id
})
afterAll(async () => {
  await app.close()
  await press[Symbol.asyncDispose]()
  await rm(filesFolder, { recursive: true })
})

const officer = { XIEZHI_URL: server, XIEZHI_LOGIN: 'tieling.officer', XIEZHI_PASSWORD: demoPassword }
const neighbour = { ...officer, XIEZHI_LOGIN: 'siping.officer' }

test('an officer finds the cases of the agency by plate, number and state, in words or as JSON', async () => {
  const listed = await xiezhi(['cases', 'list', '--plate', '吉c·23456', '--state', 'investigating'], officer)
  const asJson = await xiezhi(['cases', 'list', '--q', '00017', '--json'], officer)
  const none = await xiezhi(['cases', 'list', '--plate', '吉C99999', '--lang', 'en'], officer)

  expect(listed.code).toBe(0)
  expect(listed.out).toContain(`${id}  辽铁昌交执〔2026〕00017号  调查取证`)
  expect(JSON.parse(asJson.out)).toMatchObject({ items: [{ id, state: 'investigating' }], next: null })
  expect(none).toMatchObject({ code: 0, out: 'No case matches.' })
})

test('a case shows what its decision still needs, in the language of the reader, and never the party', async () => {
  const chinese = await xiezhi(['cases', 'show', id], officer)
  const english = await xiezhi(['cases', 'show', id, '--lang', 'en'], officer)
  const asJson = await xiezhi(['cases', 'show', id, '--json'], officer)
  const asMatter = await xiezhi(['matters', 'show', id], officer)

  expect(chinese.out).toMatch(/✗ 违法行为通知书已送达.*第四十四条、第六十二条/)
  expect(asMatter.out).toMatch(/^1\. \S+执法大队: 调查取证$/m)
  expect(english.out).toMatch(/✓ Certified officers.*2 at least/)
  expect(english.out).toMatch(/⏱ Deciding the case/)
  expect(JSON.parse(asJson.out)).toMatchObject({
    id,
    standing: { filed: { caseNumber: '辽铁昌交执〔2026〕00017号' }, revision: null },
  })
  expect(chinese.out + asJson.out).not.toContain('王志强')
})

test('what is not there, or not yours, is refused with 1; a line written wrongly with 2', async () => {
  const theirs = await xiezhi(['cases', 'show', id, '--json'], neighbour)
  const empty = await xiezhi(['cases', 'list', '--json'], neighbour)
  const wrong = [['cases'], ['cases', 'close', id], ['cases', 'show'], ['cases', 'list', '--fly']]

  expect(theirs.code).toBe(1)
  expect(JSON.parse(theirs.err)).toMatchObject({ code: 'not-found' })
  expect(JSON.parse(empty.out).items).toEqual([])
  for (const line of wrong) expect([line, (await xiezhi(line, officer)).code]).toEqual([line, 2])
})

test('it explains itself in both languages', async () => {
  const chinese = await xiezhi(['cases', '--help'], {})
  const english = await xiezhi(['cases', '--help', '--lang', 'en'], {})

  expect(chinese).toMatchObject({ code: 0, out: expect.stringContaining('查看本机关的案件') })
  expect(english).toMatchObject({ code: 0, out: expect.stringContaining('List your agency’s cases') })
  expect(english.out).toContain('xiezhi cases show ID')
})

async function xiezhi(line: string[], env: Record<string, string>) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommandLine(line, {
    env,
    stdin: Readable.from([]),
    stopped: new AbortController().signal,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
