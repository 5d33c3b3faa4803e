import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { runningPostgres, startPostgres } from './embedded-postgres.ts'

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders) {
    await (await runningPostgres(folder))?.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

test('a server started again on its folder has the same data, port and password', async () => {
  const folder = await aFolder()
  const first = await startPostgres({ folder, durable: false })
  await query(first.url, "create table note as select 'kept' as text")
  await first.stop()

  const second = await startPostgres({ folder, durable: false })

  expect(second).toMatchObject({ url: first.url, port: first.port, started: true })
  expect(await query(second.url, 'select text from note')).toEqual([{ text: 'kept' }])
})

test('a server left behind by a killed process is taken over, not fought', async () => {
  const folder = await aFolder()
  const pid = await startInAnotherProcessAndKillIt(folder)

  const postgres = await startPostgres({ folder, durable: false })

  expect(postgres).toMatchObject({ pid, started: false })
})

test('a killed server recovers what was committed', async () => {
  const folder = await aFolder()
  const first = await startPostgres({ folder, durable: true })
  await query(first.url, "create table note as select 'kept' as text")
  process.kill(first.pid, 'SIGKILL')

  const second = await startPostgres({ folder, durable: true })

  expect(second.pid).not.toBe(first.pid)
  expect(await query(second.url, 'select text from note')).toEqual([{ text: 'kept' }])
})

test('a server is started again while processes of a killed one still hold the folder', async () => {
  const folder = await aFolder()
  const first = await startPostgres({ folder, durable: true })
  await query(first.url, "create table note as select 'kept' as text")
  const [left] = await query(
    first.url,
    "select pid from pg_stat_activity where backend_type = 'checkpointer'",
  )
  const { pid } = left as { pid: number }
  process.kill(pid, 'SIGSTOP')
  process.kill(first.pid, 'SIGKILL')

  const second = startPostgres({ folder, durable: true })
  const log = join(folder, 'postgres.log')
  await expect.poll(() => readFile(log, 'utf8'), { timeout: 20_000 }).toContain('still in use')
  process.kill(pid, 'SIGCONT')

  expect(await query((await second).url, 'select text from note')).toEqual([{ text: 'kept' }])
})

test('a pid file whose number belongs to another program now does not stop a start', async () => {
  const folder = await aFolder()
  await (await startPostgres({ folder, durable: false })).stop()
  const stale = `${process.pid}\n${join(folder, 'cluster')}\n0\n5432\n\n127.0.0.1\n\nready\n`
  await writeFile(join(folder, 'cluster', 'postmaster.pid'), stale)

  const postgres = await startPostgres({ folder, durable: false })

  expect(postgres.started).toBe(true)
})

test('two starts at the same moment end with one server that both use', async () => {
  const folder = await aFolder()

  const [one, other] = await Promise.all([
    startPostgres({ folder, durable: false }),
    startPostgres({ folder, durable: false }),
  ])

  expect(one.pid).toBe(other.pid)
  expect([one.started, other.started].sort()).toEqual([false, true])
})

test('another port is chosen when somebody has taken the remembered one', async () => {
  const folder = await aFolder()
  const first = await startPostgres({ folder, durable: false })
  await first.stop()
  await using _squatter = await listenOn(first.port)

  const second = await startPostgres({ folder, durable: false })

  expect(second.port).not.toBe(first.port)
})

test('it starts below a folder that is closed to everybody else, and nobody else can read what it keeps', async () => {
  const closed = await aFolder()
  await chmod(closed, 0o700)
  const folder = join(closed, 'below')
  await mkdir(folder)

  const postgres = await startPostgres({ folder, durable: false })

  expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect((await stat(join(folder, 'cluster'))).mode & 0o077).toBe(0)
  expect((await stat(join(folder, 'cluster', 'xiezhi.password'))).mode & 0o077).toBe(0)
  await postgres.stop()
})

test('a wrong password is refused, and only this machine is listened to', async () => {
  const postgres = await startPostgres({ folder: await aFolder(), durable: false })

  const wrong = postgres.url.replace(/:[0-9a-f]{48}@/, ':guess@')

  await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect(await query(postgres.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
})

test('P25 a failed statement with personal data in it leaves nothing in the log', async () => {
  const folder = await aFolder()
  const postgres = await startPostgres({ folder, durable: false })

  await expect(query(postgres.url, "select '210102199001011234'::uuid")).rejects.toThrow()
  await postgres.stop()

  expect(await readFile(join(folder, 'postgres.log'), 'utf8')).not.toContain('210102199001011234')
})

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xiezhi-postgres-'))
  folders.push(folder)
  return folder
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

/** The pid of the server that a process started before it was killed. */
async function startInAnotherProcessAndKillIt(folder: string): Promise<number> {
  const script = `
    import { startPostgres } from ${JSON.stringify(new URL('./embedded-postgres.ts', import.meta.url).href)}
    const { pid } = await startPostgres({ folder: ${JSON.stringify(folder)}, durable: false })
    console.log(pid)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  return Number(String(line))
}

async function listenOn(port: number): Promise<AsyncDisposable> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { [Symbol.asyncDispose]: async () => void server.close() }
}
