import { inflateSync } from 'node:zlib'

/** A run of glyphs on a page: what it says, the numbers of the glyphs (0 is the empty box, tofu), and where it begins, in points from the left and from the top. */
export type PdfRun = {
  readonly page: number
  readonly text: string
  readonly glyphs: readonly number[]
  readonly x: number
  readonly y: number
  readonly size: number
}

/** Reads the text of a PDF as Typst writes it: whole objects, Type 0 fonts with ToUnicode. Enough for our own letters, and no more. */
export function pdfRuns(pdf: Buffer): PdfRun[] {
  const objects = objectsOf(pdf)
  const dictOf = (number: number): string => objects.get(number)?.dict ?? ''
  const pages = [...objects.values()].filter(({ dict }) => /\/Type \/Page\b(?!s)/.test(dict))
  return pages.flatMap(({ dict }, page) => {
    const contents = Number(/\/Contents (\d+) 0 R/.exec(dict)?.[1])
    const fonts = new Map(
      [...(/\/Font <<([^>]*)>>/s.exec(dict)?.[1] ?? '').matchAll(/\/(f\d+) (\d+) 0 R/g)].map(
        ([, name = '', font]) => {
          const cmap = Number(/\/ToUnicode (\d+) 0 R/.exec(dictOf(Number(font)))?.[1])
          return [name, unicodeOf(objects.get(cmap)?.stream ?? Buffer.alloc(0))]
        },
      ),
    )
    return runsOf(objects.get(contents)?.stream.toString('latin1') ?? '', fonts, page + 1)
  })
}

/** All text of a PDF, in the order in which it is drawn. */
export const pdfText = (pdf: Buffer): string =>
  pdfRuns(pdf)
    .map(({ text }) => text)
    .join('')

type PdfObject = { readonly dict: string; readonly stream: Buffer }

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1')
  const found = new Map<number, PdfObject>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const start = match.index + match[0].length
    const body = text.slice(start, text.indexOf('endobj', start))
    const streamAt = body.indexOf('stream\n')
    const dict = streamAt < 0 ? body : body.slice(0, streamAt)
    const length = Number(/\/Length (\d+)/.exec(dict)?.[1] ?? 0)
    const from = start + streamAt + 'stream\n'.length
    const bytes = pdf.subarray(from, from + length)
    const stream = streamAt < 0 ? Buffer.alloc(0) : /FlateDecode/.test(dict) ? inflateSync(bytes) : bytes
    found.set(Number(match[1]), { dict, stream })
  }
  return found
}

/** Glyph number → text, from the character map of a font. */
function unicodeOf(cmap: Buffer): Map<number, string> {
  const map = new Map<number, string>()
  for (const [, from = '', to = ''] of cmap
    .toString('latin1')
    .matchAll(/<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>\n/g))
    map.set(Number.parseInt(from, 16), Buffer.from(to, 'hex').swap16().toString('utf16le'))
  return map
}

/** One thing of a content stream: a string, a name, a number or an operator. */
const tokens = /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]+|[^\s[\]<>()]+/g

function runsOf(
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<number, string>>,
  page: number,
): PdfRun[] {
  const runs: PdfRun[] = []
  let font: ReadonlyMap<number, string> = new Map()
  let [size, x, y] = [0, 0, 0]
  let operands: string[] = []
  for (const [token] of content.matchAll(tokens)) {
    if (!/^[A-Za-z'"*]+$/.test(token)) {
      operands.push(token)
      continue
    }
    if (token === 'Tf') {
      font = fonts.get(operands.at(-2)?.slice(1) ?? '') ?? new Map()
      size = Number(operands.at(-1))
    } else if (token === 'cm') [x, y] = [Number(operands.at(-2)), Number(operands.at(-1))]
    else if (token === 'TJ' || token === 'Tj') {
      const glyphs = operands.filter((each) => /^[(<]/.test(each)).flatMap(codesOf)
      runs.push({ page, size, x, y, glyphs, text: glyphs.map((glyph) => font.get(glyph) ?? '').join('') })
    }
    operands = []
  }
  return runs
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The two-byte codes of a string of a content stream. */
function codesOf(written: string): number[] {
  const inside = written.slice(1, -1)
  const bytes = written.startsWith('<')
    ? Buffer.from(inside, 'hex')
    : Buffer.from(
        inside.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
          /^[0-7]/.test(escaped)
            ? String.fromCharCode(Number.parseInt(escaped, 8))
            : (escapes[escaped] ?? escaped),
        ),
        'latin1',
      )
  return Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readUInt16BE(index * 2))
}
