import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { runningPostgres } from '../platform/embedded-postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'xiezhi-serve-'))
afterAll(async () => {
  await (await runningPostgres(join(folder, 'database')))?.stop()
  await rm(folder, { recursive: true, force: true })
})
const isDatabaseUp = async (data = folder) => (await runningPostgres(join(data, 'database'))) !== undefined

test('after kill -9 it comes back on the same folder with the same data', async () => {
  const first = await aServer()
  await write('2026-03-05')
  first.process.kill('SIGKILL')
  await once(first.process, 'exit')

  const second = await aServer()

  expect(await fetch(`${second.address}/readyz`).then((reply) => reply.status)).toBe(200)
  expect(await read()).toBe('2026-03-05')
  expect(await stop(second.process, 'SIGINT')).toBe(0)
})

test('ctrl-C stops the database with it, and nothing is left running', async () => {
  const server = await aServer()
  expect(await isDatabaseUp()).toBe(true)

  expect(await stop(server.process, 'SIGINT')).toBe(0)

  expect(await isDatabaseUp()).toBe(false)
})

test('a second start on the same folder is refused and told where the first one runs', async () => {
  const first = await aServer()

  const second = await runToEnd(['serve'])

  expect(second.code).toBe(1)
  expect(second.err).toContain(`这个数据目录已有协执在运行：http://127.0.0.1:0（进程 ${first.process.pid}）`)
  expect(await fetch(`${first.address}/readyz`).then((reply) => reply.status)).toBe(200)
  await stop(first.process, 'SIGTERM')
})

test('a port that is taken is a clear sentence before anything is loaded, and the database does not stay behind', async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const address = squatter.address()
  const port = typeof address === 'object' && address ? address.port : 0

  const fresh = join(folder, 'fresh')
  const refused = await runToEnd(['serve', '--demo-if-empty'], { XIEZHI_PORT: `${port}`, XIEZHI_DATA: fresh })
  squatter.close()

  expect(refused.code).toBe(1)
  expect(refused.err).toContain(`端口 ${port} 已被其他程序占用`)
  expect(refused.err).not.toContain('演示')
  expect(await isDatabaseUp(fresh)).toBe(false)
})

test('a data folder that cannot be written is a clear sentence', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')

  const refused = await runToEnd(['serve'], { XIEZHI_DATA: join(file, 'data') })

  expect(refused.code).toBe(1)
  expect(refused.err).toMatch(/^不能写入数据目录 .*a-file.data（ENOTDIR）。请.*XIEZHI_DATA/)
})

test('a command beside the server uses its database and leaves it running', async () => {
  const server = await aServer()

  const migrated = await runToEnd(['migrate', '--json'])
  const stopped = await runToEnd(['db', 'stop'])

  expect(migrated).toMatchObject({ code: 0, out: '{"applied":[]}' })
  expect(stopped.code).toBe(1)
  expect(stopped.err).toContain('仍有协执进程在使用数据库')
  expect(await fetch(`${server.address}/readyz`).then((reply) => reply.status)).toBe(200)
  await stop(server.process, 'SIGINT')
})

test('the database killed under the server comes back on its own', async () => {
  const server = await aServer()
  const before = await runningPostgres(join(folder, 'database'))
  if (before) process.kill(before.pid, 'SIGKILL')

  await expect
    .poll(() => fetch(`${server.address}/readyz`).then((reply) => reply.status), { timeout: 20_000 })
    .toBe(200)
  await stop(server.process, 'SIGINT')
  expect(await isDatabaseUp()).toBe(false)
})

test('the server runs as an account that owns nothing', async () => {
  const server = await aServer()

  const owned = await query("select count(*)::int as n from pg_tables where tableowner = 'xiezhi_server'")
  const rights = await query(
    "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'xiezhi_server'",
  )

  expect(owned).toEqual([{ n: 0 }])
  expect(rights).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }])
  await stop(server.process, 'SIGINT')
})

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, XIEZHI_DATA: folder, XIEZHI_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** A running server, once it says that it is ready. */
async function aServer(): Promise<{ readonly process: ChildProcess; readonly address: string }> {
  const server = start(['serve'])
  const errors: string[] = []
  server.stderr?.on('data', (chunk) => errors.push(String(chunk)))
  if (!server.stdout) throw new Error('The server has no output.')
  for await (const line of createInterface(server.stdout)) {
    const address = /^ready (http:\S+)$/.exec(line)?.[1]
    if (address) return { process: server, address }
  }
  throw new Error(`The server ended before it was ready: ${errors.join('')}`)
}

async function stop(server: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  server.kill(signal)
  const [code] = await once(server, 'exit')
  return code
}

async function runToEnd(args: readonly string[], env: Record<string, string> = {}) {
  const command = start(args, env)
  let out = ''
  let err = ''
  command.stdout?.on('data', (chunk) => (out += chunk))
  command.stderr?.on('data', (chunk) => (err += chunk))
  const [code] = await once(command, 'close')
  return { code: code as number, out: out.trim(), err: err.trim() }
}

async function query(statement: string): Promise<Record<string, unknown>[]> {
  const { out } = await runToEnd(['db', 'url'])
  const client = new pg.Client({ connectionString: out })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

const write = (day: string) => query(`create table kept_note as select '${day}'::text as day`)
const read = async () => (await query('select day from kept_note'))[0]?.day
