/** A document of two pages: what it says, and a sketch of the place with room for signatures. */
export type Document = {
  readonly title: string
  /** Under the title, such as the number of the case. */
  readonly subtitle: string
  readonly paragraphs: readonly string[]
  /** Where names stand at the end. */
  readonly signatures: readonly string[]
}

const pageWidth = 595
const pageHeight = 842
const margin = 80
/** Chinese characters of a full line at 12 points. */
const lineLength = 36

/** How many Chinese characters wide a text is: letters and digits are half as wide, as in the font. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (isHalf(character) ? 0.5 : 1), 0)

const isHalf = (character: string): boolean => /[ -~]/.test(character)

/**
 * The document as a PDF (A4). Chinese is set in the font that every reader of PDF brings for Simplified Chinese, so the file
 * needs none of its own and stays at some two kilobytes.
 */
export function pdfOf({ title, subtitle, paragraphs, signatures }: Document): Buffer {
  const lines = paragraphs.flatMap((paragraph) => wrapped(paragraph))
  const first = [
    line(title, 20, [(pageWidth - widthOf(title) * 20) / 2, 752]),
    line(subtitle, 12, [margin, 716]),
    ...lines.map((text, index) => line(text, 12, [margin, 684 - index * 20])),
    mark(1),
  ]
  const second = [
    line('现场示意图', 16, [margin, 752]),
    ...sketch,
    ...signatures.map((text, index) => line(text, 12, [margin, 300 - index * 28])),
    mark(2),
  ]
  return assembled([first.join('\n'), second.join('\n')])
}

/** Breaks a paragraph into lines, indented by two characters as Chinese documents are. A number is not broken. */
function wrapped(paragraph: string): string[] {
  const lines: string[] = []
  let line = '　　'
  for (const piece of paragraph.match(/[!-~]+|./gu) ?? []) {
    if (widthOf(line + piece) > lineLength) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line]
}

/** Text in UTF-16, as the predefined encoding of the font wants it. */
function line(text: string, size: number, [x, y]: readonly [number, number]): string {
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex')
  return `BT /Song ${size} Tf ${x} ${y} Td <${hex}> Tj ET`
}

const mark = (page: number): string =>
  `0.6 g BT /Plain 10 Tf ${margin} 40 Td (DEMONSTRATION - invented people, companies and plates - page ${page} of 2) Tj ET 0 g`

/** A road between two lines, a vehicle on it, a marked place. */
const sketch: readonly string[] = [
  '1 w 80 640 m 515 640 l S 80 560 m 515 560 l S',
  '[14 10] 0 d 80 600 m 515 600 l S [] 0 d',
  '0.85 g 220 612 110 22 re f 0.7 g 334 612 34 22 re f 0 g',
  '220 612 110 22 re S 334 612 34 22 re S',
  '2 w 275 560 m 275 500 l S 265 510 m 275 498 l 285 510 l S 1 w',
  line('检测点', 12, [290, 520]),
  line('车辆停放位置', 12, [236, 650]),
]

function assembled(pages: readonly string[]): Buffer {
  const kids = pages.map((_, index) => `${7 + index * 2} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources << /Font << /Song 3 0 R /Plain 6 0 R >> >> /Contents ${8 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.5\n'
  const places = objects.map((object, index) => {
    const place = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
