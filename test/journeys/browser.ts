import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, inject } from 'vitest'
import { loadDemo } from '../../src/features/demo/demo.ts'
import { openPress } from '../../src/features/letters/letters.ts'
import { demoPassword } from '../../src/features/people/demo-accounts.ts'
import { noOutside, type Outside } from '../../src/platform/config.ts'
import type { Db } from '../../src/platform/database.ts'
import type { App } from '../../src/platform/http.ts'
import { openLog } from '../../src/platform/log.ts'
import { openSigningKey } from '../../src/platform/signing.ts'
import { composeServer } from '../../src/serve.ts'
import { startWork } from '../../src/work.ts'
import { testDatabase } from '../database.ts'
import { aRegion } from '../fixtures.ts'

/** How long a journey waits for what it should see. Generous: a busy machine is no fault of the page. */
export const patience = 15_000

/** Refusals every page asks for by itself: who is there, before anybody has signed in. */
const expectedRefusals = ['GET /session 401']

/** Somebody's browser: a window with cookies and storage of its own. */
export type Window = {
  readonly page: Page
  /** What the server refused this window since the last look, as `POST /session 401`; a journey that asks for one looks. */
  readonly refusals: () => readonly string[]
  /** Opens an address of the system in this window. */
  readonly open: (path: string) => Promise<void>
  /** Another tab of the same browser. */
  readonly tab: (path: string) => Promise<Window>
  /** Closes the browser in the middle of whatever it does. */
  readonly close: () => Promise<void>
}

/** The whole system as it is installed: server, background work, page, demonstration; and browsers to visit it with. */
export type System = {
  readonly url: string
  readonly db: Db
  /** A window nobody is signed in with. */
  readonly window: (options?: BrowserContextOptions) => Promise<Window>
  /** A window somebody of the demonstration has signed in with, through the form. */
  readonly signedIn: (login: string, options?: BrowserContextOptions) => Promise<Window>
  /** Cuts every connection and listens no more, as a server that was killed. */
  readonly goAway: () => Promise<void>
  /** Listens again at the same address. */
  readonly comeBack: () => Promise<void>
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts the real system with the demonstration on a port of its own and a Chromium beside it. Call it once at the top of a
 * test file; everything is closed after its tests. A test fails when one of its windows asks another host for anything,
 * writes an error to the console, throws, or is refused something the test does not look at.
 * @param outside the ways out, such as a mail server of the test; none unless said
 */
export async function aSystem({
  stories = false,
  outside = noOutside,
}: {
  readonly stories?: boolean
  readonly outside?: Outside
} = {}): Promise<System> {
  await buildPageOnce()
  const { db, url: databaseUrl } = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'xiezhi-journey-'))
  const filesFolder = join(folder, 'files')
  const log = openLog('error')
  if (stories) await loadDemo(db, { filesFolder })
  else await aRegion(db)
  const signingKeyFile = join(folder, 'signing.key')
  const signingKey = await openSigningKey(signingKeyFile)
  const press = openPress(folder, 'http://127.0.0.1:8700')
  const work = await startWork({ db, log, filesFolder, signingKey, press, outside })
  let app = await serve()
  const { port } = app.server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const browser = await chromium.launch({
    executablePath: process.env.XIEZHI_CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
  })
  let isAway = false
  /** Whether it was away in this test: what a window could not reach then may be told after it has come back. */
  let wasAway = false
  let windows: Watched[] = []

  async function serve(at = 0): Promise<App> {
    const composed = await composeServer({
      db,
      databaseUrl,
      log,
      filesFolder,
      signingKeyFile,
      press,
      outside,
    })
    await composed.listen({ host: '127.0.0.1', port: at })
    return composed
  }
  async function goAway() {
    isAway = true
    wasAway = true
    // Streams of events never end by themselves.
    const closed = app.close()
    app.server.closeAllConnections()
    await closed
  }
  afterAll(async () => {
    await browser.close()
    await work[Symbol.asyncDispose]()
    if (!isAway) await goAway()
    await press[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(() => {
    windows = []
    wasAway = false
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepArtefacts(task.name, windows)
    const faults = windows.flatMap((window) => window.faults())
    await Promise.all(windows.map(({ close }) => close()))
    if (faults.length > 0) throw new Error(`The page misbehaved:\n${faults.join('\n')}`)
  })

  const system: System = {
    url,
    db,
    goAway,
    async comeBack() {
      app = await serve(port)
      isAway = false
    },
    async window(options = {}) {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1366, height: 768 },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        ...options,
      })
      context.setDefaultTimeout(patience)
      const watched = watch(await context.newPage(), { url, wasAway: () => wasAway, add: addWindow })
      addWindow(watched)
      return watched
    },
    async signedIn(login, options) {
      const window = await system.window(options)
      await window.open('/')
      await signIn(window.page, login)
      await window.page.getByRole('navigation', { name: '主菜单' }).waitFor()
      return window
    },
  }
  function addWindow(window: Watched) {
    windows.push(window)
  }
  return system
}

/** Signs in through the form of whatever page asks for it. */
export async function signIn(page: Page, login: string, password: string = demoPassword): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

type Watched = Window & { readonly faults: () => readonly string[]; readonly story: readonly string[] }

type Watch = {
  readonly url: string
  readonly wasAway: () => boolean
  readonly add: (window: Watched) => void
}

/** Notes everything a page asks for and complains about. */
function watch(page: Page, options: Watch): Watched {
  const { url, wasAway, add } = options
  const story: string[] = []
  const faults: string[] = []
  let refusals: string[] = []
  const note = (line: string) => void story.push(`${new Date().toISOString()} ${line}`)
  const fault = (line: string) => {
    note(line)
    faults.push(line)
  }
  page.on('request', (request) => {
    note(`→ ${request.method()} ${request.url()}`)
    // The browser's own viewer of PDF brings its parts along.
    if (
      !request.url().startsWith(`${url}/`) &&
      !/^(data|blob|file|about|chrome|chrome-extension):/.test(request.url())
    )
      fault(`asked another host: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() < 400) return
    const path = new URL(response.url()).pathname.replace('/api/v1', '')
    const line = `${response.request().method()} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')} ${response.status()}`
    note(`← ${line}`)
    if (response.status() >= 500) fault(`the server failed: ${line}`)
    else if (!expectedRefusals.includes(line)) refusals.push(line)
  })
  page.on('console', (message) => {
    note(`console ${message.type()}: ${message.text()}`)
    if (message.type() !== 'error') return
    // The browser itself writes a line for every refusal and lost connection; those are counted above.
    if (/^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) return
    if (/net::ERR_/.test(message.text()) && wasAway()) return
    fault(`console error: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => fault(`uncaught: ${error.stack ?? error.message}`))
  return {
    page,
    story,
    faults: () => [...faults, ...refusals.map((line) => `refused, and nobody looked: ${line}`)],
    refusals() {
      const seen = refusals
      refusals = []
      return seen
    },
    open: async (path) => void (await page.goto(path)),
    async tab(path) {
      const other = watch(await page.context().newPage(), options)
      add(other)
      await other.open(path)
      return other
    },
    close: () => page.context().close(),
  }
}

const artefacts = fileURLToPath(new URL('../../node_modules/.cache/xiezhi/journeys/', import.meta.url))

/** What one wants to see when a journey has failed: each window as a picture, as a reader hears it, and what it did. */
async function keepArtefacts(name: string, windows: readonly Watched[]): Promise<void> {
  await mkdir(artefacts, { recursive: true })
  const stem = join(artefacts, name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80))
  for (const [index, { page, story }] of windows.entries()) {
    if (page.isClosed()) continue
    const seen = await page
      .locator('body')
      .ariaSnapshot({ timeout: 5_000 })
      .catch((error: Error) => error.message)
    await page.screenshot({ path: `${stem}-${index + 1}.png`, fullPage: true }).catch(() => {})
    await writeFile(`${stem}-${index + 1}.txt`, [page.url(), seen, '', ...story].join('\n'))
  }
  console.log(`Pictures of the failure: ${stem}-*.png`)
}

/**
 * Builds the page unless it is up to date, once for a run: test files that start together wait for each other, and one that
 * starts later keeps the page the others look at. That it was done is noted on the run's own template database.
 */
async function buildPageOnce(): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('xiezhi.page'))")
    const template = inject('templateName')
    const { rows } = await client.query<{ note: string | null }>(
      "select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1",
      [template],
    )
    if (rows[0]?.note === pageIsBuilt) return
    const { buildPage } = await import(new URL('../../scripts/prepare.mjs', import.meta.url).href)
    if (!(await buildPage())) throw new Error('The page could not be built; the reason stands above.')
    await client.query(
      `comment on database ${client.escapeIdentifier(template)} is ${client.escapeLiteral(pageIsBuilt)}`,
    )
  } finally {
    await client.end()
  }
}

const pageIsBuilt = 'page built'
