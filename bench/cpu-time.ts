import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

/** Milliseconds of processor that some processes of ours and the PostgreSQL server have used so far; what other work uses is left out. */
export type CpuTime = { readonly ours: number; readonly postgres: number }

/** One tick of `/proc` is a hundredth of a second on every Linux that Node runs on. */
const msATick = 10

/**
 * Reads how much processor was used. The server counts with its processes, also those that have ended.
 * @returns NaN where there is no `/proc`
 */
export async function cpuTime(owner: pg.Pool, pids: readonly number[]): Promise<CpuTime> {
  const { rows } = await owner.query<{ pid: number }>('select pg_backend_pid() as pid')
  const backend = await statOf(rows[0]?.pid ?? 0)
  const server = backend?.parent ?? 0
  const running = await Promise.all((await processes()).map(statOf))
  const own = await statOf(server)
  const postgres = running
    .filter((each) => each?.parent === server)
    .reduce((sum, each) => sum + (each?.used ?? 0), (own?.used ?? Number.NaN) + (own?.ofEnded ?? 0))
  const ours = await Promise.all(pids.map(async (pid) => (await statOf(pid))?.used ?? Number.NaN))
  return { ours: ours.reduce((sum, each) => sum + each, 0), postgres }
}

type Stat = { readonly parent: number; readonly used: number; readonly ofEnded: number }

/** `/proc/PID/stat` of a process that is still there; the name in brackets may hold anything. */
async function statOf(pid: number): Promise<Stat | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  if (line === undefined) return undefined
  const [, parent = 0, ...more] = line
    .slice(line.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = more.slice(9)
  return { parent, used: (user + system) * msATick, ofEnded: (endedUser + endedSystem) * msATick }
}

async function processes(): Promise<number[]> {
  const names = await readdir('/proc').catch(() => [])
  return names.filter((name) => /^\d+$/.test(name)).map(Number)
}
