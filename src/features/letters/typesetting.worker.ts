import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintedLetter } from './printed-letter.ts'

/*
 * The thread that sets letters. Typst works for some 10 ms a letter and loads 40 MB of fonts first; in a thread of its own it keeps nobody
 * waiting. It reads nothing but the layout: its folder is the layout's, and what people wrote comes in as data.
 */

/** What the thread is asked to set. */
export type TypesettingTask = {
  readonly id: number
  readonly letter: PrintedLetter
  readonly stamp: Uint8Array | undefined
}

/** What it answers: the PDF, and characters no font has; or what went wrong. */
export type TypesettingResult =
  | { readonly id: number; readonly pdf: Uint8Array; readonly missing: readonly string[] }
  | { readonly id: number; readonly error: string }

const { folder, fonts } = workerData as { readonly folder: string; readonly fonts: string[] }
const layout = readFileSync(`${folder}/letter.typ`, 'utf8')
/** The layout reads it as `/stamp.png`; it is never on the disk. */
const stampPath = `${folder}/stamp.png`
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fonts }] })

parentPort?.on('message', (task: TypesettingTask) => {
  parentPort?.postMessage(answer(task))
})

function answer({ id, letter, stamp }: TypesettingTask): TypesettingResult {
  try {
    if (stamp) compiler.mapShadow(stampPath, Buffer.from(stamp))
    return { id, ...setLetter(letter) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  } finally {
    if (stamp) compiler.unmapShadow(stampPath)
    // What the next letters will use again stays; the rest would grow with every letter.
    compiler.evictCache(4)
  }
}

/** PDF/A does not allow a character without a glyph, so the export names those no font has; they are then spelt out. */
function setLetter(letter: PrintedLetter): { readonly pdf: Uint8Array; readonly missing: readonly string[] } {
  const missing = new Set<string>()
  let text = JSON.stringify(letter)
  for (let round = 0; ; round++) {
    try {
      const lacking = [...missing].filter((character) => spelt(character) !== '').map(codeOf)
      return { pdf: pdfOf(text, lacking), missing: [...missing] }
    } catch (error) {
      const found = withoutGlyph(error instanceof Error ? error.message : '')
      if (found.length === 0 || round === 5) throw error
      for (const character of found) {
        missing.add(character)
        text = text.replaceAll(character, spelt(character))
      }
    }
  }
}

const pdfOf = (letter: string, lacking: readonly string[]): Uint8Array =>
  compiler.pdf(
    { mainFileContent: layout, inputs: { letter, lacking: lacking.join(' ') } },
    { pdfStandard: 'a-2b', pdfTags: true },
  )

/** The characters a failed export complains about. */
function withoutGlyph(message: string): string[] {
  const runs = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(
    ([, run]) => run ?? '',
  )
  return [...new Set(runs.flatMap((run) => [...unescaped(run)]))].filter((character) => character > '\u007f')
}

/** Rust prints what is invisible as `\u{200d}`. */
const unescaped = (run: string): string =>
  run.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))

/** 〓 is what printers set for a character they lack; its number says which. What is invisible is left out. */
function spelt(character: string): string {
  if (/\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Mn}/u.test(character)) return ''
  return `〓（${codeOf(character)}）`
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
