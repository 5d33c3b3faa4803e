import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Figure, median } from './figures.ts'
import { workingCopy } from './working-copy.ts'

const starts = 3

/**
 * `npm start` until `ready` on a copy of this working tree that was started before: packages installed, page built, database
 * there. That is the start of every morning; the first one is given beside it.
 */
export async function measureStart(): Promise<Figure[]> {
  await using copy = await workingCopy()
  const first = await start(copy.folder)
  const again: number[] = []
  for (let times = 0; times < starts; times++) again.push(await start(copy.folder))
  return [
    {
      what: 'npm start on a prepared clone until ready',
      value: median(again),
      unit: 's',
      aim: { is: 'at-most', than: 6 },
    },
    { what: 'the first start: page built, demonstration loaded', value: first, unit: 's' },
  ]
}

/** Starts, waits until ready, stops; how many seconds until ready. */
async function start(folder: string): Promise<number> {
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, XIEZHI_PORT: '0', XIEZHI_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Not at npm's `exit`: the server ends after it, and its folder is removed next.
  const gone = once(child, 'close')
  let output = ''
  const seconds = await new Promise<number>((ready, fail) => {
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part
      if (/^ready http/m.test(output)) ready((performance.now() - began) / 1_000)
    })
    void gone.then(() => fail(new Error(`npm start ended:\n${output}`)))
  })
  child.kill('SIGTERM')
  await gone
  return seconds
}
