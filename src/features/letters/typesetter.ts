import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { LetterContent } from './compose-letter.ts'
import { fontFolders } from './letter-fonts.ts'
import { type Printing, printedLetter } from './printed-letter.ts'
import type { TypesettingResult, TypesettingTask } from './typesetting.worker.ts'

/** Sets letters as PDF/A-2b. The same letter gives the same bytes, as long as the fonts are the same. */
export type Typesetter = AsyncDisposable & {
  /** The unsigned PDF; a letter without a number is marked 样稿. `missing` are characters that no font has and that are spelt out. */
  pdf(
    letter: LetterContent,
    printing: Printing,
  ): Promise<{ readonly pdf: Buffer; readonly missing: readonly string[] }>
}

type Waiting = { resolve(result: TypesettingResult): void; reject(reason: unknown): void }

/** Opens the typesetter; its thread starts with the first letter and holds no process back from ending. */
export function openTypesetter(ownFonts?: string): Typesetter {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let last = 0

  const start = (): Worker => {
    const started = new Worker(new URL('./typesetting.worker.ts', import.meta.url), {
      workerData: {
        folder: fileURLToPath(new URL('./layout', import.meta.url)),
        fonts: fontFolders(ownFonts),
      },
    })
    started.on('message', (result: TypesettingResult) => {
      waiting.get(result.id)?.resolve(result)
      waiting.delete(result.id)
      if (waiting.size === 0) started.unref()
    })
    // A thread that dies fails what it was asked for; the next letter starts another.
    const fail = (reason: unknown) => {
      if (worker === started) worker = undefined
      for (const each of waiting.values()) each.reject(reason)
      waiting.clear()
    }
    started.on('error', fail)
    started.on('exit', () => fail(new Error('The typesetting thread ended.')))
    return started
  }

  const ask = (task: Omit<TypesettingTask, 'id'>): Promise<TypesettingResult> =>
    new Promise((resolve, reject) => {
      worker ??= start()
      worker.ref()
      const id = ++last
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...task } satisfies TypesettingTask)
    })

  return {
    async pdf(letter, printing) {
      const result = await ask({ letter: printedLetter(letter, printing), stamp: printing.stamp })
      if ('error' in result) throw new Error(`The letter could not be set: ${result.error.slice(0, 2_000)}`)
      return { pdf: Buffer.from(result.pdf), missing: result.missing }
    },
    async [Symbol.asyncDispose]() {
      const ending = worker
      worker = undefined
      await ending?.terminate()
    },
  }
}
