import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { type Unzipped, unzipSync, zipSync } from 'fflate'
import type { LetterContent } from './compose-letter.ts'
import {
  checkAddress,
  type PrintedLetter,
  type PrintedPart,
  type Printing,
  printedLetter,
} from './printed-letter.ts'
import { qrPng } from './qr-code.ts'

/*
 * The editable twin of a letter. It names the faces every office has (仿宋_GB2312, 方正小标宋简体), as documents do; the seal is never in it,
 * because whoever can write in a document could put words over it.
 */

/** Half points. */
const size = { mark: 72, number: 32, title: 44, text: 32, table: 24, foot: 28, code: 14 } as const
const face = {
  text: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading: '黑体',
  number: '宋体',
  // The one face for the traditional script that comes with every office of the region.
  mongolian: 'Mongolian Baiti',
} as const
const red = 'C8102E'
/** 28.95 pt in twentieths of a point. */
const pitch = { line: 579, lineRule: LineRuleType.EXACT }
const millimetre = (value: number): number => Math.round((value * 1440) / 25.4)

/** A letter as DOCX. The same letter gives the same bytes. */
export async function letterDocx(letter: LetterContent, printing: Printing): Promise<Buffer> {
  const printed = printedLetter(letter, printing)
  const document = new Document({
    title: printed.title,
    creator: printed.issuer,
    lastModifiedBy: printed.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: fontOf(face.text), size: size.text, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: printed.layout === 'letter',
          page: {
            size: { width: millimetre(210), height: millimetre(297) },
            margin: {
              top: millimetre(37),
              left: millimetre(28),
              right: millimetre(26),
              bottom: millimetre(35),
              footer: millimetre(printed.layout === 'letter' ? 20 : 25),
            },
          },
        },
        footers: {
          default: pageNumber(AlignmentType.RIGHT),
          even: pageNumber(AlignmentType.LEFT),
          ...(printed.layout === 'letter' ? { first: firstFoot() } : {}),
        },
        children: [
          ...head(printed),
          ...printed.parts.flatMap(partOf),
          ...enclosures(printed),
          blank(true),
          signature(printed, letter.code && checkAddress(printing.publicUrl, letter.code)),
          ...foot(printed),
        ],
      },
    ],
  })
  return finished(await Packer.toBuffer(document), letter.at)
}

const fontOf = (name: string) => ({ ascii: name, eastAsia: name, hAnsi: name, cs: name })

function run(
  text: string,
  more: { font?: string; size?: number; color?: string; bold?: boolean } = {},
): TextRun[] {
  const { font = face.text, size: height = size.text, ...rest } = more
  return text.split('\n').flatMap((line, index) =>
    line.split(mongolianPart).map(
      (part, at) =>
        new TextRun({
          text: part,
          font: fontOf(mongolian.test(part) ? face.mongolian : font),
          size: height,
          ...rest,
          ...(index > 0 && at === 0 ? { break: 1 } : {}),
        }),
    ),
  )
}

/** The traditional Mongolian script, which no Chinese face has. */
const mongolian = /[\u1800-\u18af]/
const mongolianPart = /([\u1800-\u18af\u202f]*[\u1800-\u18af][\u1800-\u18af\u202f]*)/

/** A paragraph of the text; one that stays is on the page of what follows, so that no page bears the signature alone. */
const indented = (text: string, stays = false): Paragraph =>
  new Paragraph({
    children: run(text),
    spacing: pitch,
    indent: { firstLine: 2 * 16 * 20 },
    alignment: AlignmentType.BOTH,
    keepNext: stays,
  })

const blank = (stays = false): Paragraph => new Paragraph({ children: [], spacing: pitch, keepNext: stays })

const redRule = (style: (typeof BorderStyle)[keyof typeof BorderStyle], height: number) => ({
  style,
  color: red,
  size: height,
  space: 4,
})

/** The red lines of a letter are 170 mm wide, 7 mm more than the text on each side (GB/T 9704 §10.1). */
const redLinesWidth = { left: -millimetre(7), right: -millimetre(7) }

function head(letter: PrintedLetter): Paragraph[] {
  const isLetter = letter.layout === 'letter'
  const mark = letter.layout === 'minutes' ? letter.mark : letter.issuer
  return [
    new Paragraph({
      children: run(mark, {
        font: face.title,
        // The page is 156 mm wide; a long name is set smaller.
        size: Math.max(36, Math.min(size.mark, Math.floor((442 / Math.max(1, [...mark].length)) * 2))),
        color: red,
        bold: true,
      }),
      alignment: AlignmentType.CENTER,
      ...(isLetter
        ? { border: { bottom: redRule(BorderStyle.THICK_THIN_SMALL_GAP, 18) }, indent: redLinesWidth }
        : {}),
    }),
    new Paragraph({
      children: run(letter.preview ? `${letter.number}　样稿，不具效力` : letter.number),
      alignment: isLetter ? AlignmentType.RIGHT : AlignmentType.CENTER,
      spacing: pitch,
      ...(isLetter ? {} : { border: { bottom: redRule(BorderStyle.SINGLE, 11) } }),
    }),
    blank(),
    new Paragraph({
      children: run(letter.titleLines.join('\n'), { font: face.title, size: size.title, bold: true }),
      alignment: AlignmentType.CENTER,
    }),
    blank(),
    ...(letter.to.length > 0
      ? [new Paragraph({ children: run(`${letter.to.join('、')}：`), spacing: pitch })]
      : []),
  ]
}

function partOf(part: PrintedPart): (Paragraph | Table)[] {
  const { stays } = part
  switch (part.sort) {
    case 'paragraph':
      return part.text.split('\n').map((text) => indented(text, stays))
    case 'heading':
      return [
        new Paragraph({
          children: run(part.text, { font: face.heading }),
          spacing: pitch,
          indent: { firstLine: 2 * 16 * 20 },
          keepNext: true,
        }),
      ]
    case 'list':
      return part.items.flatMap((item, index) =>
        `${index + 1}. ${item}`.split('\n').map((line) => indented(line, stays)),
      )
    case 'table':
      return [tableOf([part.columns, ...part.rows], (row) => row === 0), blank()]
    case 'sheet':
      return [tableOf(part.rows, (_, column) => column === 0, [25, 75]), blank()]
  }
}

function tableOf(
  rows: readonly (readonly string[])[],
  isHead: (row: number, column: number) => boolean,
  widths?: readonly number[],
): Table {
  const columns = rows[0]?.length ?? 1
  const tableHead = (row: number) => row === 0 && isHead(0, 1)
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: tableHead(row),
          children: cells.map(
            (text, column) =>
              new TableCell({
                width: { size: widths?.[column] ?? 100 / columns, type: WidthType.PERCENTAGE },
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
                children: [
                  new Paragraph({
                    alignment: tableHead(row) ? AlignmentType.CENTER : AlignmentType.LEFT,
                    children: run(text, {
                      size: size.table,
                      font: isHead(row, column) ? face.heading : face.text,
                    }),
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}

/** Several: the last two are what goes with the signature; more would leave half a page empty. */
const enclosures = ({ enclosures: names }: PrintedLetter): Paragraph[] =>
  names.length === 0
    ? []
    : [
        blank(true),
        ...names.map((name, index) =>
          indented(
            `${index === 0 ? '附件：' : '　　　'}${names.length === 1 ? '' : `${index + 1}. `}${name}`,
            index === 0 || index >= names.length - 2,
          ),
        ),
      ]

/** The code on the left; on the right the agency and, centred under it, the day. They are never parted. */
function signature(letter: PrintedLetter, address: string | null): Table {
  const [issuer, day] = [widthOf(letter.issuer), widthOf(letter.day)]
  const signed = (text: string, width: number): Paragraph =>
    new Paragraph({
      children: run(text),
      alignment: AlignmentType.RIGHT,
      spacing: pitch,
      // Two characters from the edge, and half of what the other line is longer.
      indent: { right: 2 * 16 * 20 + Math.round((Math.max(0, Math.min(20, issuer) - width) / 2) * 16 * 20) },
    })
  const cell = (children: Paragraph[], widthMillimetres: number) =>
    new TableCell({
      children,
      borders: noBorders,
      width: { size: millimetre(widthMillimetres), type: WidthType.DXA },
      margins: { left: 0, right: 0 },
    })
  return new Table({
    width: { size: millimetre(156), type: WidthType.DXA },
    columnWidths: [millimetre(38), millimetre(118)],
    borders: { ...noBorders, insideHorizontal: noBorders.top, insideVertical: noBorders.top },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell(address ? codeToCheck(letter.code, address) : [new Paragraph('')], 38),
          cell([signed(letter.issuer, issuer), signed(letter.day, day)], 118),
        ],
      }),
    ],
  })
}

const noBorders = {
  top: { style: BorderStyle.NONE },
  bottom: { style: BorderStyle.NONE },
  left: { style: BorderStyle.NONE },
  right: { style: BorderStyle.NONE },
} as const

/** How wide a line is, in characters of Chinese. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character < '\u0100' ? 0.5 : 1), 0)

const codeToCheck = (code: string, address: string): Paragraph[] => [
  new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: qrPng(address),
        transformation: { width: 83, height: 83 },
        // Without a number of its own each picture of the process would get the next one.
        altText: { id: '1', name: code, title: code, description: '核验码' },
      }),
    ],
  }),
  new Paragraph({ children: run(`扫码核验真伪\n${code}`, { size: size.code }) }),
]

/** More characters than this at the foot stand in the text and go on to the next page. */
const mostAtBottom = 500

/** 版记, at the bottom of the last page. A letter has neither its lines nor its last row (GB/T 9704 §10.1). */
function foot({ toAtFoot, copies, layout, issuer, day }: PrintedLetter): (Table | Paragraph)[] {
  const named = [
    ...(toAtFoot.length > 0 ? [`主送：${toAtFoot.join('、')}。`] : []),
    ...(copies.length > 0 ? [`抄送：${copies.join('、')}。`] : []),
  ]
  const isLetter = layout === 'letter'
  if (isLetter && named.length === 0) return [closing()]
  // A table nearly as wide as the text does not float in LibreOffice.
  const width = millimetre(150)
  const line = isLetter ? noBorders.top : { style: BorderStyle.SINGLE, size: 6, color: '000000' }
  const row = (children: Paragraph[]) =>
    new TableRow({
      children: [
        new TableCell({
          children,
          borders: { ...noBorders, top: line, bottom: line },
          width: { size: width, type: WidthType.DXA },
          // One character from each edge.
          margins: { left: 14 * 20, right: 14 * 20, top: 40, bottom: 40 },
        }),
      ],
    })
  const names = named.map(
    (text) =>
      new Paragraph({
        children: run(text, { size: size.foot }),
        // Further lines begin under the first name.
        indent: { left: 3 * 14 * 20, hanging: 3 * 14 * 20 },
      }),
  )
  const printed = new Paragraph({
    children: run(`${issuer}\t${day}印发`, { size: size.foot }),
    tabStops: [{ type: TabStopType.RIGHT, position: width - 2 * 14 * 20 }],
  })
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: [width],
      borders: { ...noBorders, insideHorizontal: line, insideVertical: noBorders.top },
      ...(named.join('').length > mostAtBottom
        ? {}
        : {
            float: {
              horizontalAnchor: TableAnchorType.MARGIN,
              verticalAnchor: TableAnchorType.MARGIN,
              relativeHorizontalPosition: RelativeHorizontalPosition.LEFT,
              relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
            },
          }),
      rows: [...(names.length > 0 ? [row(names)] : []), ...(isLetter ? [] : [row([printed])])],
    }),
    closing(),
  ]
}

/** A document ends with a paragraph and never with a table; this one takes no room. */
const closing = (): Paragraph =>
  new Paragraph({ children: run('', { size: 2 }), spacing: { line: 20, lineRule: LineRuleType.EXACT } })

/** The red lines at the foot of the first page of a letter, which bears no number (GB/T 9704 §10.1). */
const firstFoot = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        children: [],
        indent: redLinesWidth,
        border: { bottom: redRule(BorderStyle.THIN_THICK_SMALL_GAP, 18) },
      }),
    ],
  })

/** One character from the outer edge: right on odd pages, left on even ones (GB/T 9704 §7.5). */
const pageNumber = (alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 14 * 20, right: 14 * 20 },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: fontOf(face.number),
            size: size.foot,
          }),
        ],
      }),
    ],
  })

/**
 * What the library cannot say: no gap between Chinese and digits, as in the PDF and in documents; Word and WPS read it, LibreOffice, which
 * knows the setting only in its own format, leaves one. And when something was packed stands in
 * every entry and in the properties; the letter's own time takes its place.
 */
function finished(docx: Buffer, at: string): Buffer {
  const files: Unzipped = unzipSync(docx)
  const change = (name: string, changed: (text: string) => string): void => {
    const file = files[name]
    if (file) files[name] = Buffer.from(changed(Buffer.from(file).toString()))
  }
  change('docProps/core.xml', (text) =>
    text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.replace(/\.\d+Z$/, 'Z')}`),
  )
  change('word/styles.xml', (text) =>
    text.replace(
      '<w:name w:val="Normal"/><w:qFormat/>',
      '$&<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>',
    ),
  )
  // A day in the middle of a year is the same day in every zone; ZIP knows no zones.
  const mtime = new Date(2000, 6, 1)
  const inOrder = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1))
  return Buffer.from(zipSync(Object.fromEntries(inOrder), { mtime, level: 1 }))
}
