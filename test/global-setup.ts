import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { runningPostgres, startPostgres } from '../src/platform/embedded-postgres.ts'
import { migrate } from '../src/platform/migrate.ts'
import { databaseUrl, runAsAdmin } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the database `postgres` for the administrator of this run's server. */
    postgresUrl: string
    /** Name of the migrated database that test databases are cloned from. */
    templateName: string
  }
}

const prefix = 'xiezhi-test-'

/**
 * One real PostgreSQL for the whole run, with one migrated template. `XIEZHI_TEST_DATABASE_URL` names a server to use instead
 * of the embedded one; nothing of ours is left on it afterwards.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.XIEZHI_TEST_DATABASE_URL
  return given ? givenServer(project, given) : embeddedServer(project)
}

async function embeddedServer(project: TestProject): Promise<() => Promise<void>> {
  await clearKilledRuns()
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  const tearDown = async () => {
    await (await runningPostgres(folder))?.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const postgres = await startPostgres({ folder, durable: false })
    await provideTemplate(project, postgres.url, 'xiezhi_template')
    return tearDown
  } catch (reason) {
    await tearDown()
    throw reason
  }
}

async function givenServer(project: TestProject, url: string): Promise<() => Promise<void>> {
  const template = `xiezhi_template_${process.pid}_${Date.now()}`
  await provideTemplate(project, url, template)
  return () => runAsAdmin(url, `drop database if exists ${template} with (force)`)
}

async function provideTemplate(project: TestProject, url: string, template: string): Promise<void> {
  await runAsAdmin(url, `create database ${template}`)
  await migrate(databaseUrl(url, template))
  project.provide('postgresUrl', url)
  project.provide('templateName', template)
}

/** Stops and removes the servers of runs that were killed before they could do it themselves. */
async function clearKilledRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const run = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (!run || isAlive(Number(run))) continue
    const folder = join(tmpdir(), name)
    if ((await stat(folder)).uid !== process.getuid?.()) continue
    await (await runningPostgres(folder))?.stop()
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
