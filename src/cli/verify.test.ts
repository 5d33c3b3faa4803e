import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { anIntruder, type Intruder, type RecordedMatter, recordMatter } from '../../test/recorded-log.ts'
import { sealPending } from '../features/proof/proof.ts'
import { signingKey } from '../platform/signing.ts'
import { runCommandLine } from './run.ts'

const { db, url } = await testDatabase()
const key = signingKey(generateKeyPairSync('ed25519').privateKey)
let folder = ''
let intruder: Intruder
let matter: RecordedMatter

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiezhi-verify-'))
  intruder = await anIntruder(url)
})
afterAll(async () => {
  await intruder.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  await intruder.run('truncate matter, leg, event, unsealed, seal, seal_leaf, node_key cascade')
  matter = await recordMatter(intruder, 6)
  await sealPending(db, key)
})

describe('xiezhi verify', () => {
  test('says in Chinese that nothing was altered and what to write down', async () => {
    const { code, out } = await verify()

    expect(code).toBe(0)
    expect(out).toContain('已核验事项 1 件、记录 6 条、封存 1 次；另有 0 条等待封存。')
    expect(out).toMatch(/--seal 1:[0-9a-f]{64}/)
    expect(out).toMatch(/核验通过：未发现改动。$/)
  })

  test('names the altered row and exits with 1', async () => {
    await intruder.run(`update event set body = '{}' where seq = 4`)

    const { code, out } = await verify('--lang', 'en')

    expect(code).toBe(1)
    expect(out).toContain(`matter ${matter.number}, event 4: altered.`)
    expect(out).toMatch(/Not sound: 1 fault found\.$/)
  })

  test('answers in JSON', async () => {
    await intruder.run('delete from event where seq = 2')

    const { code, out } = await verify('--json')

    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      isSound: false,
      events: 5,
      faultCount: 1,
      faults: [{ what: 'dropped', matter: matter.id, number: matter.number, seq: 2 }],
    })
  })

  test('checks one matter by its number or its id', async () => {
    const other = await recordMatter(intruder, 2)
    await intruder.run(`update event set body = '{}' where matter_id = $1`, [other.id])

    expect((await verify('--matter', matter.number)).code).toBe(0)
    expect((await verify('--matter', other.id)).code).toBe(1)
    expect(await verify('--matter', '案移-20260101-000001')).toMatchObject({
      code: 1,
      err: expect.stringContaining('没有编号为 案移-20260101-000001 的事项'),
    })
  })

  test('finds out that the log was replaced, from a seal written down and from the key', async () => {
    const { out } = await verify()
    const [, noted = ''] = /--seal (\S+)/.exec(out) ?? []
    const other = signingKey(generateKeyPairSync('ed25519').privateKey)

    expect((await verify('--seal', noted, '--key', key.keyId)).code).toBe(0)

    await intruder.run('truncate seal, seal_leaf, node_key cascade')
    await intruder.run('insert into unsealed select matter_id, seq, hash from event')
    await sealPending(db, other)

    expect((await verify()).code).toBe(0)
    expect((await verify('--seal', noted)).out).toContain(
      '第 1 次封存：封存被破坏。与此前记下的不是同一次封存。',
    )
    expect((await verify('--key', key.keyId)).code).toBe(1)
  })

  test('explains what it does not understand', async () => {
    expect((await verify('--seal', '1')).code).toBe(2)
    expect((await verify('--everything')).code).toBe(2)
    expect((await verify('--database', 'mysql://x')).code).toBe(1)
  })

  test('does not take an empty database for a sound one', async () => {
    const { code, err } = await verify('--database', inject('postgresUrl'))

    expect(code).toBe(1)
    expect(err).toContain('xiezhi migrate')
  })
})

async function verify(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out: string[] = []
  const err: string[] = []
  const code = await runCommandLine(['verify', ...args], {
    env: { DATABASE_URL: url, XIEZHI_DATA: folder },
    stdin: (async function* () {})(),
    stopped: new AbortController().signal,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  })
  return { code, out: out.join('\n'), err: err.join('\n') }
}
