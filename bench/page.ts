import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { liveClue, type Sides } from './clue-life.ts'
import { type Figure, median } from './figures.ts'
import { type Place, preparePlace, type Server } from './place.ts'
import { buildPageIn, workingCopy } from './working-copy.ts'

const loads = 5
const openings = 10
/** The first openings fetch the page's own code; until the twelfth the browser still compiles and fills its caches. */
const warmUps = 12

/**
 * The first load of the built page in a fresh browser: everything that is fetched, as it travels, and the time until one can type
 * into the sign-in form; then what opening the same matter ten times leaves behind.
 */
export async function measurePage(): Promise<Figure[]> {
  await using copy = await workingCopy()
  await buildPageIn(copy.folder)
  await using place = await preparePlace()
  const server = await place.serve(copy.folder)
  const browser = await openBrowser()
  // Machine code counts as heap and grows with every repetition; without a compiler only what the page keeps is left.
  const plainBrowser = await openBrowser('--js-flags=--jitless')
  try {
    const first: { kilobytes: number; seconds: number }[] = []
    // The very first one warms the server's caches and the disk's.
    for (let load = 0; load <= loads; load++) {
      const context = await browser.newContext()
      first.push(await firstLoad(context, server))
      await context.close()
    }
    const measured = first.slice(1)
    return [
      {
        what: 'first load, everything as it travels',
        value: median(measured.map(({ kilobytes }) => kilobytes)),
        unit: 'KB',
        aim: { is: 'at-most', than: 450 },
      },
      {
        what: 'first load until one can type into the sign-in form',
        value: median(measured.map(({ seconds }) => seconds)),
        unit: 's',
        aim: { is: 'at-most', than: 1.5 },
      },
      ...(await openTenTimes(await plainBrowser.newContext(), place, server)),
    ]
  } finally {
    await browser.close()
    await plainBrowser.close()
  }
}

const openBrowser = (...more: readonly string[]) =>
  chromium.launch({
    executablePath: process.env.XIEZHI_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })

async function firstLoad(
  context: BrowserContext,
  { address }: Server,
): Promise<{ kilobytes: number; seconds: number }> {
  const page = await context.newPage()
  const travelled = await countBytes(await context.newCDPSession(page))
  const start = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('#sign-in-login').fill('t')
  const seconds = (performance.now() - start) / 1_000
  await page.waitForLoadState('networkidle')
  return { kilobytes: travelled() / 1_024, seconds }
}

/** Bytes on the wire since now: heads and compressed bodies. */
async function countBytes(session: CDPSession): Promise<() => number> {
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await session.send('Network.enable')
  return () => bytes
}

async function openTenTimes(context: BrowserContext, place: Place, server: Server): Promise<Figure[]> {
  const matterId = await aMatter(place, server)
  const page = await context.newPage()
  await page.goto(server.address)
  await page.locator('#sign-in-login').fill('siping.officer')
  await page.locator('#sign-in-password').fill('Xiezhi-demo-2026')
  await page.locator('button[type=submit]').click()
  await page.locator('#sign-in-password').waitFor({ state: 'detached' })
  await page.locator('a[href="/inbox"]').first().click()
  const session = await context.newCDPSession(page)
  const travelled = await countBytes(session)

  const bytes: number[] = []
  const heap: number[] = []
  const kept: number[] = []
  for (let opening = 0; opening < openings + warmUps; opening++) {
    const before = travelled()
    await openAndLeave(page, matterId, travelled)
    bytes.push(travelled() - before)
    heap.push(await heapSize(session))
    kept.push(await nodesAndListeners(session))
  }
  await context.close()
  const growth = (sizes: readonly number[]) =>
    (sizes.at(-1) ?? Number.NaN) / (sizes[warmUps - 1] ?? Number.NaN)
  return [
    {
      what: 'heap after opening a matter ten times more ÷ before',
      value: growth(heap),
      unit: '×',
      aim: { is: 'at-most', than: 1.1 },
    },
    { what: 'heap after that', value: (heap.at(-1) ?? Number.NaN) / 1_048_576, unit: 'MB' },
    {
      what: 'nodes and listeners after opening it ten times more ÷ before',
      value: growth(kept),
      unit: '×',
      aim: { is: 'at-most', than: 1 },
    },
    {
      what: 'bytes of the last opening ÷ of the second',
      value: (bytes.at(-1) ?? Number.NaN) / (bytes[1] ?? Number.NaN),
      unit: '×',
      aim: { is: 'at-most', than: 1.1 },
    },
  ]
}

/** Within the page as a person does, from the inbox into the matter and back; no new document is loaded. */
async function openAndLeave(page: Page, matterId: string, travelled: () => number): Promise<void> {
  await page.locator(`a[href*="${matterId}"]`).first().click()
  await page.waitForURL(`**/matters/${matterId}**`)
  await quiet(page, travelled)
  await page.goBack()
  await page.locator(`a[href*="${matterId}"]`).first().waitFor()
  await quiet(page, travelled)
}

/** Nothing travelled for a while. (`networkidle` never comes: the stream of notices stays open.) */
async function quiet(page: Page, travelled: () => number): Promise<void> {
  for (let before = -1; before !== travelled(); ) {
    before = travelled()
    await page.waitForTimeout(400)
  }
}

async function heapSize(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}

/** What a page that forgets to tidy up after itself leaves behind. */
async function nodesAndListeners(session: CDPSession): Promise<number> {
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
  return nodes + jsEventListeners
}

async function aMatter(place: Place, server: Server): Promise<string> {
  const side = async (login: string) => ({ ...place.who(login), cookie: await place.signIn(server, login) })
  const sides: Sides = { finder: await side('tieling.officer'), receiver: await side('siping.officer') }
  const connection = await place.connect(server)
  let id = ''
  for await (const { action, matterId } of liveClue(connection, sides)) {
    id = matterId
    if (action === 'take') break
  }
  connection.close()
  return id
}
