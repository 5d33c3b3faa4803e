import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own, on a database that is there already. */
export type ServerProcess = AsyncDisposable & {
  readonly url: string
  readonly process: ChildProcess
  /** What it wrote to its log and to the terminal. */
  readonly errors: readonly string[]
  /** Kills it as a power cut does, and waits until it is gone. */
  kill(): Promise<void>
}

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** Where and how it runs, unless as usual. */
export type Running = {
  readonly env?: Readonly<Record<string, string>>
  /** Its data folder, which is left as it is at the end; else a new one that is removed. */
  readonly folder?: string
  /** What its command line begins with. */
  readonly through?: readonly string[]
  /** What `serve` is told besides. */
  readonly options?: readonly string[]
}

/** Starts `xiezhi serve` and waits until it is ready; without an address, on an embedded database in its folder. */
export async function anotherProcess(
  databaseUrl: string | undefined,
  { env = {}, folder: given, through = [], options = [] }: Running = {},
): Promise<ServerProcess> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'xiezhi-process-')))
  const [program = process.execPath, ...args] = [...through, process.execPath, main, 'serve', ...options]
  const child = spawn(program, args, {
    env: {
      PATH: process.env.PATH,
      XIEZHI_DATA: folder,
      XIEZHI_PORT: '0',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      XIEZHI_DATABASE_CONNECTIONS: '8',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (chunk) => errors.push(String(chunk)))
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    }
  }
  for await (const line of createInterface(child.stdout)) {
    const url = /^ready (http:\S+)$/.exec(line)?.[1]
    if (!url) continue
    return {
      url,
      process: child,
      errors,
      kill,
      async [Symbol.asyncDispose]() {
        await kill()
        if (!given) await rm(folder, { recursive: true, force: true })
      },
    }
  }
  throw new Error(`The server ended before it was ready: ${errors.join('')}`)
}
