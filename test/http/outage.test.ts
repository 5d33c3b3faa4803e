import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { airportCars } from '../../src/features/matters/kinds/clue/clue.examples.ts'
import { verifyDatabase } from '../../src/features/proof/proof.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { type Postgres, runningPostgres, startPostgres } from '../../src/platform/embedded-postgres.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { anotherProcess, type ServerProcess } from '../another-process.ts'
import { databaseUrl, runAsAdmin } from '../database.ts'
import { aRegion, type Region } from '../fixtures.ts'
import { type Answer, type Client, signIn } from '../http.ts'
import { listen, type Page } from '../listening.ts'
import { aSmallDisk, canMountDisks } from '../small-disk.ts'

const folder = await mkdtemp(join(tmpdir(), 'xiezhi-outage-'))
let postgres: Postgres
let url: string
let region: Region

/** What one officer sent again and again, and what was answered. */
type Saying = { readonly text: string; readonly key: string; readonly answers: (Answer | 'cut off')[] }

beforeAll(async () => {
  postgres = await startPostgres({ folder, durable: true })
  await runAsAdmin(postgres.url, 'create database outage')
  url = databaseUrl(postgres.url, 'outage')
  await migrate(url)
  await using db = openDatabase(url, 2)
  region = await aRegion(db)
})
afterAll(async () => {
  await (await runningPostgres(folder))?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** Officers of both sides who go on writing into a clue until told to stop. */
async function writers(server: ServerProcess) {
  const logins = ['tieling.officer', 'siping.officer', 'siping.leader', 'tieling.leader']
  const clients = await Promise.all(logins.map((login) => signIn(server.url, login)))
  const [finder] = clients
  if (!finder) throw new Error('Nobody writes.')
  const opened = await finder.post('/matters', { kind: 'clue' })
  const matterId: string = opened.body.matter.id
  await finder.act(matterId, 'push', airportCars([region.who('siping.officer').agencyId]))

  const said: Saying[] = []
  let isWriting = true
  const say = async (client: Client, saying: Saying): Promise<void> => {
    const move = { action: 'say', body: { text: saying.text } }
    saying.answers.push(
      await client
        .post(`/matters/${matterId}/moves`, move, { key: saying.key })
        .catch(() => 'cut off' as const),
    )
  }
  const loops = clients.flatMap((client, who) =>
    [0, 1].map(async (hand) => {
      for (let turn = 0; isWriting; turn++) {
        const saying = {
          text: `${who}-${hand}-${turn}`,
          key: `key-${matterId.slice(-8)}-${who}-${hand}-${turn}`,
          answers: [],
        }
        said.push(saying)
        await say(client, saying)
        // Whoever reads in between meets the outage as well.
        await client.get('/workbench').catch(() => undefined)
      }
    }),
  )
  return {
    matterId,
    said,
    /** Waits until so many more have been answered so. */
    async hears(count: number, status: number) {
      const heard = () =>
        said
          .flatMap(({ answers }) => answers)
          .filter((answer) => answer !== 'cut off' && answer.status === status).length
      const wanted = heard() + count
      await expect.poll(heard, { timeout: 60_000 }).toBeGreaterThanOrEqual(wanted)
    },
    async stop() {
      isWriting = false
      await Promise.all(loops)
    },
    /** Each officer asks again, with the same key, for what was not acknowledged. */
    async retry(on: ServerProcess) {
      const again = await Promise.all(logins.map((login) => signIn(on.url, login)))
      for (const saying of said.filter(({ answers }) => !isAcknowledged(answers.at(-1)))) {
        const client = again[Number(saying.text[0])]
        if (client) await say(client, saying)
      }
    },
  }
}

type Load = Awaited<ReturnType<typeof writers>>

const isAcknowledged = (answer: Answer | 'cut off' | undefined): boolean =>
  answer !== undefined && answer !== 'cut off' && answer.status === 200

/** Every acknowledged message stands in the record, exactly once, and the record is sound. */
async function expectNothingLost({ matterId, said }: Load, at = url): Promise<void> {
  await using db = openDatabase(at, 2)
  const { rows } = await db.pool.query(
    `select body #>> '{form,text}' as text, count(*)::int as times from event where matter_id = $1 and type = 'say' group by 1`,
    [matterId],
  )
  const times = new Map(rows.map((row) => [row.text as string, row.times as number]))
  for (const { text, answers } of said) {
    expect(isAcknowledged(answers.at(-1)), text).toBe(true)
    expect(times.get(text), text).toBe(1)
  }
  expect(times.size).toBe(said.length)
  expect((await verifyDatabase(db)).faults).toEqual([])
}

/** Who was told that nothing was saved was told the truth. */
async function expectTruth({ matterId, said }: Load, at = url): Promise<void> {
  await using db = openDatabase(at, 2)
  const { rows } = await db.pool.query(
    `select body #>> '{form,text}' as text from event where matter_id = $1 and type = 'say'`,
    [matterId],
  )
  const saved = new Set(rows.map((row) => row.text as string))
  const refused = said.filter(({ answers }) =>
    answers.some((answer) => answer !== 'cut off' && answer.status === 503),
  )
  expect(refused.length).toBeGreaterThan(0)
  for (const { text, answers } of refused) {
    const [answer] = answers
    if (answer === undefined || answer === 'cut off') continue
    expect(answer.body.words.zh).toMatch(/本次操作没有保存|可能已经保存/)
    if (answer.body.words.zh.includes('本次操作没有保存')) expect(saved).not.toContain(text)
  }
}

/** A page was told of everything, if need be after coming back with the last it had seen, as browsers do. */
async function expectAllTold(
  { matterId }: Load,
  page: Page,
  server: ServerProcess,
  receiver: Client,
): Promise<void> {
  await using db = openDatabase(url, 2)
  const { rows } = await db.pool.query('select id from inbox where agency_id = $1 and matter_id = $2', [
    region.who('siping.officer').agencyId,
    matterId,
  ])
  const before = page.of('inbox')
  page.close()
  const again = await listen(server.url, receiver, before.at(-1)?.id)
  const told = () => new Set([...before, ...again.of('inbox')].map(({ id }) => Number(id)))
  await expect.poll(() => rows.filter(({ id }) => !told().has(id)), { timeout: 30_000 }).toEqual([])
  again.close()
  expect(rows.length).toBeGreaterThan(0)
}

/** The background work has gone on: nothing waits for its seal. */
async function expectAllSealed(): Promise<void> {
  await using db = openDatabase(url, 2)
  const waiting = async () => (await db.pool.query('select count(*)::int as n from unsealed')).rows[0].n
  await expect.poll(waiting, { timeout: 60_000 }).toBe(0)
}

const isReady = (server: ServerProcess) =>
  fetch(`${server.url}/readyz`, { signal: AbortSignal.timeout(10_000) }).then(
    ({ status }) => status,
    () => 0,
  )

describe('nothing that was acknowledged is lost', () => {
  test.each([
    ['stopped', () => postgres.stop()],
    ['killed', async () => void process.kill(postgres.pid, 'SIGKILL')],
  ])(
    'when the database is %s under load and comes back',
    async (_, strike) => {
      await using server = await anotherProcess(url, { options: ['--work'] })
      const receiver = await signIn(server.url, 'siping.officer')
      const page = await listen(server.url, receiver)
      const load = await writers(server)
      await load.hears(25, 200)

      await strike()
      await expect.poll(() => isReady(server), { timeout: 60_000, message: server.errors.join('') }).toBe(503)
      const whileAway = await fetch(`${server.url}/api/v1/matters`, {
        headers: { cookie: 'xiezhi=somebody' },
      })
      await load.hears(4, 503)
      postgres = await startPostgres({ folder, durable: true, port: postgres.port })
      await expect.poll(() => isReady(server), { timeout: 30_000 }).toBe(200)
      await load.hears(4, 200)
      await load.stop()

      expect(server.process.exitCode, server.errors.join('')).toBeNull()
      expect(whileAway.status).toBe(503)
      expect(await whileAway.json()).toMatchObject({
        code: 'unavailable',
        words: { zh: expect.stringContaining('稍后重试'), en: expect.stringContaining('Try again') },
      })
      const answers = load.said.flatMap((saying) => saying.answers)
      expect(answers).not.toContain('cut off')
      const statuses = new Set(answers.map((answer) => (answer === 'cut off' ? 0 : answer.status)))
      expect(statuses).toEqual(new Set([200, 503]))
      await expectTruth(load)
      await load.retry(server)
      await expectNothingLost(load)
      await expectAllTold(load, page, server, receiver)
      await expectAllSealed()
    },
    240_000,
  )

  test('when the server is killed under load, and another takes over', async () => {
    const first = await anotherProcess(url)
    const load = await writers(first)
    await load.hears(25, 200)

    await first.kill()
    await load.stop()
    await first[Symbol.asyncDispose]()
    await using second = await anotherProcess(url)
    await load.retry(second)

    expect(load.said.flatMap(({ answers }) => answers)).toContain('cut off')
    await expectNothingLost(load)
  }, 240_000)

  test('when two servers work on one matter and one of them is killed', async () => {
    const [first, second] = await Promise.all([anotherProcess(url), anotherProcess(url)])
    await using staying = second
    const [one, other] = await Promise.all([writers(first), writers(staying)])
    await Promise.all([one.hears(25, 200), other.hears(25, 200)])

    await first.kill()
    await Promise.all([one.stop(), other.stop()])
    await first[Symbol.asyncDispose]()
    await one.retry(staying)
    await other.retry(staying)

    await expectNothingLost(one)
    await expectNothingLost(other)
  }, 240_000)

  test.runIf(canMountDisks())(
    'when the one disk of an installation runs full and somebody makes room',
    async () => {
      await using disk = await aSmallDisk(600)
      await using server = await anotherProcess(undefined, {
        ...disk,
        options: ['--work', '--demo-if-empty'],
      })
      const load = await writers(server)
      await load.hears(25, 200)

      disk.leave(1)
      await load.hears(40, 503)
      const page = await fetch(`${server.url}/`)
      // Nor can PostgreSQL start on a full disk, should it have to.
      disk.leave(0)
      process.kill(await ownPostgres(disk.view), 'SIGKILL')
      await expect.poll(() => isReady(server), { timeout: 60_000 }).toBe(503)
      await load.hears(40, 503)
      disk.resize(600)
      await expect.poll(() => isReady(server), { timeout: 60_000, message: server.errors.join('') }).toBe(200)
      await load.hears(25, 200)
      await load.stop()

      expect(server.process.exitCode, server.errors.join('')).toBeNull()
      expect(page.status).toBe(200)
      const answers = load.said.flatMap((saying) => saying.answers)
      const told = answers.flatMap((answer) =>
        answer === 'cut off' || answer.status === 200 ? [] : [answer.body.words],
      )
      expect(answers).not.toContain('cut off')
      expect(told).toContainEqual({
        zh: expect.stringContaining('磁盘已满'),
        en: expect.stringContaining('disk of the database is full'),
      })
      expect(told.filter(({ zh }) => zh.includes('内部错误'))).toEqual([])
      const database = await ownDatabase(disk.view)
      await expectTruth(load, database)
      await load.retry(server)
      await expectNothingLost(load, database)
      const gone = once(server.process, 'exit')
      server.process.kill('SIGINT')
      expect(await gone).toEqual([0, null])
    },
    240_000,
  )
})

/** The process of the embedded database of an installation. */
async function ownPostgres(installation: string): Promise<number> {
  return Number.parseInt(await readFile(join(installation, 'database/cluster/postmaster.pid'), 'utf8'), 10)
}

/** The address of the embedded database of an installation. */
async function ownDatabase(installation: string): Promise<string> {
  const [port, password] = await Promise.all(
    ['port', 'cluster/xiezhi.password'].map((file) => readFile(join(installation, 'database', file), 'utf8')),
  )
  return `postgres://postgres:${password?.trim()}@127.0.0.1:${port?.trim()}/xiezhi`
}
