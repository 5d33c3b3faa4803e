import { execFile, execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { openCapsuleFile } from '../src/platform/capsule-file.ts'
import { type Figure, median } from './figures.ts'
import { type Place, preparePlace, type Server } from './place.ts'

const megabyte = 1_048_576
const files = 5
const fileBytes = 100 * megabyte
const rounds = 5
const program = fileURLToPath(new URL('../bin/xiezhi', import.meta.url))
const offlinePage = new URL('../dist/web/verify.html', import.meta.url)

/**
 * A matter with 500 MB of video is exported by a server in a process of its own; then `xiezhi verify FILE`, its start included, and
 * `sha256sum` of the same file take turns. The offline page verifies it once in a browser without a network, if it is built.
 */
export async function measureCapsule(): Promise<Figure[]> {
  await using place = await preparePlace()
  const server = await place.serve()
  const cookie = await place.signIn(server, 'tieling.officer')
  const matterId = await matterWithVideos(place, server, cookie)
  const capsule = join(place.folder, 'capsule.zip')

  const before = await residentMegabytes(server.pid)
  let most = before
  const watch = setInterval(async () => {
    most = Math.max(most, await residentMegabytes(server.pid).catch(() => 0))
  }, 20)
  const begun = performance.now()
  const reply = await fetch(`${server.address}/api/v1/matters/${matterId}/capsule?purpose=handling`, {
    headers: { cookie },
  })
  if (!reply.ok || !reply.body) throw new Error(`The export was answered ${reply.status}.`)
  // Fetch knows web streams, the file system knows its own.
  await pipeline(Readable.fromWeb(reply.body as ReadableStream), createWriteStream(capsule))
  const exported = (performance.now() - begun) / 1_000
  clearInterval(watch)

  const [hashing, byOpenSsl, verifying, memory]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    execFileSync('sha256sum', [capsule])
    hashing.push((performance.now() - start) / 1_000)
    byOpenSsl.push(await hashedHere(capsule))
    const { seconds, megabytes } = await verify(capsule)
    verifying.push(seconds)
    memory.push(megabytes)
  }
  const nothing = await verify(await smallCapsule(place, server, cookie))
  return [
    {
      what: '500 MB verified by the program ÷ sha256sum of the same file',
      value: median(verifying) / median(hashing),
      unit: '×',
      aim: { is: 'at-most', than: 1.5 },
    },
    { what: 'verified, starting the program included', value: median(verifying), unit: 's' },
    {
      what: '… ÷ hashing it in this process, by OpenSSL and without starting anything',
      value: median(verifying) / median(byOpenSsl),
      unit: '×',
    },
    { what: 'sha256sum', value: median(hashing), unit: 's' },
    {
      what: 'memory of verifying beyond that for a capsule without files, at most',
      value: Math.max(...memory) - nothing.megabytes,
      unit: 'MB',
      aim: { is: 'at-most', than: 50 },
    },
    { what: '500 MB exported', value: exported, unit: 's' },
    {
      what: 'growth of the server meanwhile, at most',
      value: most - before,
      unit: 'MB',
      aim: { is: 'at-most', than: 50 },
    },
    ...(await inBrowser(capsule)),
  ]
}

async function matterWithVideos(place: Place, server: Server, cookie: string): Promise<string> {
  const matterId = await aMatter(place, server, cookie)
  const bytes = randomFillSync(Buffer.alloc(fileBytes))
  for (let count = 0; count < files; count++) {
    bytes.write('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 'latin1')
    bytes.writeUInt32LE(count, 64)
    const path = `/api/v1/matters/${matterId}/files?name=video-${count}.mp4`
    const reply = await fetch(`${server.address}${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'video/mp4' },
      body: bytes,
    })
    if (reply.status !== 201) throw new Error(`A video was answered ${reply.status}.`)
  }
  return matterId
}

async function aMatter(place: Place, server: Server, cookie: string): Promise<string> {
  const connection = await place.connect(server)
  const { text } = await connection.ask('POST', '/api/v1/matters', { cookie, body: { kind: 'clue' } })
  connection.close()
  return (JSON.parse(text) as { matter: { id: string } }).matter.id
}

async function smallCapsule(place: Place, server: Server, cookie: string): Promise<string> {
  const matterId = await aMatter(place, server, cookie)
  const path = join(place.folder, 'small.zip')
  const reply = await fetch(`${server.address}/api/v1/matters/${matterId}/capsule`, { headers: { cookie } })
  await pipeline(Readable.fromWeb(reply.body as ReadableStream), createWriteStream(path))
  return path
}

/** How long the program takes and how much memory it has at most; throws when it finds the capsule unsound. */
async function verify(capsule: string): Promise<{ readonly seconds: number; readonly megabytes: number }> {
  const reporter = `data:text/javascript,process.on('exit',()=>process.stderr.write('rss='+process.resourceUsage().maxRSS))`
  const begun = performance.now()
  const { stderr } = await promisify(execFile)(program, ['verify', capsule, '--json'], {
    env: { ...process.env, NODE_OPTIONS: `--import ${reporter}` },
  })
  const seconds = (performance.now() - begun) / 1_000
  return { seconds, megabytes: Number(/rss=(\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1_024 }
}

/** Seconds for nothing but the digest of the file. */
async function hashedHere(path: string): Promise<number> {
  await using file = await openCapsuleFile(path)
  const begun = performance.now()
  await file.hash(0, file.size)
  return (performance.now() - begun) / 1_000
}

async function inBrowser(capsule: string): Promise<Figure[]> {
  const isBuilt = await access(offlinePage).then(
    () => true,
    () => false,
  )
  if (!isBuilt) return []
  const browser = await chromium.launch({
    executablePath: process.env.XIEZHI_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  })
  try {
    const page = await (await browser.newContext({ offline: true, locale: 'en' })).newPage()
    await page.goto(pathToFileURL(fileURLToPath(offlinePage)).href)
    const begun = performance.now()
    await page.locator('#file').setInputFiles(capsule)
    await page.locator('.verdict').waitFor({ timeout: 300_000 })
    const seconds = (performance.now() - begun) / 1_000
    if (!(await page.locator('.verdict.good').isVisible())) throw new Error('The page found it unsound.')
    return [{ what: 'verified by the offline page', value: seconds, unit: 's' }]
  } finally {
    await browser.close()
  }
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024
}
