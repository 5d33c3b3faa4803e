import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { type Figure, median } from './figures.ts'
import { type Place, preparePlace, type Server } from './place.ts'

const megabyte = 1_048_576
const gigabyte = 1_024 * megabyte
const rounds = 2

/**
 * A file of 1 GB sent in pieces until it is hashed, kept and part of its matter, against `cp` and `sha256sum` of the same file, in turns;
 * what the server grew by meanwhile; and the same with the server killed in the middle.
 */
export async function measureUpload(): Promise<Figure[]> {
  await using place = await preparePlace()
  let server = await place.serve()
  const cookie = await place.signIn(server, 'tieling.officer')
  const file = join(place.folder, 'video.mp4')
  const small = join(place.folder, 'small.mp4')
  await makeVideo(small, 64 * megabyte)
  await makeVideo(file, gigabyte)
  await send(place, server, cookie, small).done

  const copied: number[] = []
  const sent: number[] = []
  const grown: number[] = []
  let digest = ''
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now()
    execFileSync('cp', [file, `${file}.copy`])
    digest = execFileSync('sha256sum', [file], { encoding: 'utf8' }).slice(0, 64)
    copied.push((performance.now() - begun) / 1_000)
    await rm(`${file}.copy`)

    const before = await residentMegabytes(server.pid)
    let most = before
    const watch = setInterval(async () => {
      most = Math.max(most, await residentMegabytes(server.pid).catch(() => 0))
    }, 20)
    sent.push(await send(place, server, cookie, file).done)
    clearInterval(watch)
    grown.push(most - before)
  }

  const broken = send(place, server, cookie, file)
  const at = await broken.after(gigabyte / 2)
  process.kill(server.pid, 'SIGKILL')
  await broken.ended
  server = await place.serve()
  await send(place, server, cookie, file, `${server.address}${new URL(at).pathname}`).done
  const digests = await place.owner.query('select distinct digest from attachment where size = $1', [
    gigabyte,
  ])
  if (digests.rows.length !== 1 || digests.rows[0].digest !== digest)
    throw new Error('What was kept is not what was sent.')

  return [
    {
      what: '1 GB sent, hashed, kept ÷ cp + sha256sum of the same file',
      value: median(copied) / median(sent),
      unit: '×',
      aim: { is: 'at-least', than: 0.5 },
    },
    { what: 'sent, hashed, kept', value: median(sent), unit: 's' },
    { what: 'cp + sha256sum', value: median(copied), unit: 's' },
    {
      what: 'growth of the server meanwhile, at most',
      value: Math.max(...grown),
      unit: 'MB',
      aim: { is: 'at-most', than: 50 },
    },
    { what: 'whole after kill -9 of the server in the middle', value: 1, unit: '' },
  ]
}

type Message = { readonly at?: string; readonly sent?: number; readonly done?: true }

/** Sends a file to a new matter from another process. */
function send(place: Place, server: Server, cookie: string, file: string, uploadUrl = '') {
  const begun = performance.now()
  let child: ChildProcess | undefined
  let at = ''
  const reached: { readonly bytes: number; readonly tell: (at: string) => void }[] = []
  const ended = Promise.withResolvers<void>()
  const start = async (): Promise<number> => {
    const matterId = uploadUrl === '' ? await aMatter(place, server, cookie) : ''
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    child = fork(fileURLToPath(new URL('upload-client.ts', import.meta.url)), [
      file,
      server.address,
      cookie,
      matterId,
      uploadUrl,
    ])
    child.on('message', (message: Message) => {
      if (message.at) at = message.at
      for (const { bytes, tell } of reached) if ((message.sent ?? 0) >= bytes) tell(at)
      if (!message.done) return
      resolve((performance.now() - begun) / 1_000)
      child?.disconnect()
    })
    child.once('exit', (code) => {
      ended.resolve()
      reject(new Error(`Sending ended with ${code}.`))
    })
    return promise
  }
  const done = start()
  // Where it is broken off on purpose, nobody waits for it.
  done.catch(() => {})
  return {
    /** Seconds until the file was part of its matter. */
    done,
    ended: ended.promise,
    /** Resolves to the address of the upload once so many bytes are gone. */
    after: (bytes: number) => new Promise<string>((tell) => void reached.push({ bytes, tell })),
  }
}

async function aMatter(place: Place, server: Server, cookie: string): Promise<string> {
  const connection = await place.connect(server)
  const { text } = await connection.ask('POST', '/api/v1/matters', { cookie, body: { kind: 'clue' } })
  connection.close()
  return (JSON.parse(text) as { matter: { id: string } }).matter.id
}

async function makeVideo(path: string, bytes: number): Promise<void> {
  const part = randomFillSync(Buffer.alloc(megabyte))
  function* parts() {
    const first = Buffer.from(part)
    first.write('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 'latin1')
    yield first
    for (let count = 1; count < bytes / megabyte; count++) yield part
  }
  const writing = createWriteStream(path)
  await pipeline(Readable.from(parts()), writing)
  if (!writing.closed) await once(writing, 'close')
}

async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_024
}
