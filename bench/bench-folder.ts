import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runningPostgres } from '../src/platform/embedded-postgres.ts'

const prefix = 'xiezhi-bench-'

/** A temporary folder of this run; what killed runs left behind is cleared away first. */
export async function benchFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  await clearKilledRuns()
  const path = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

async function clearKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    const folder = join(tmpdir(), name)
    if (!run || isAlive(Number(run)) || (await stat(folder)).uid !== process.getuid?.()) continue
    await (await runningPostgres(join(folder, 'database')))?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (reason) {
    return (reason as NodeJS.ErrnoException).code === 'EPERM'
  }
}
