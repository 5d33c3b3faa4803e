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
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Unzipped, unzipSync, zipSync } from 'fflate'
import type { LetterContent, LetterPart } from './compose-letter.ts'
import { checkAddress, type PrintedLetter, type Printing, printedLetter } from './printed-letter.ts'
import { qrPng } from './qr-code.ts'

/*
 * The editable twin of a letter. It names the faces every office has (仿宋_GB2312, 方正小标宋简体), as documents do; the seal is never in it,
 * because whoever can write in a document could put words over it.
 */

/** Half points. */
const size = { mark: 72, number: 32, title: 44, text: 32, table: 24, foot: 28, code: 14 } as const
const face = { text: '仿宋_GB2312', title: '方正小标宋简体', heading: '黑体', number: '宋体' } as const
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
              footer: millimetre(25),
            },
          },
        },
        footers: {
          default: pageNumber(),
          ...(printed.layout === 'letter' ? { first: new Footer({ children: [new Paragraph('')] }) } : {}),
        },
        children: [
          ...head(printed),
          ...printed.parts.flatMap(partOf),
          ...enclosures(printed),
          ...signature(printed, letter.code && checkAddress(printing.publicUrl, letter.code)),
          ...foot(printed),
        ],
      },
    ],
  })
  return withoutTime(await Packer.toBuffer(document), letter.at)
}

const fontOf = (name: string) => ({ ascii: name, eastAsia: name, hAnsi: name, cs: name })

function run(
  text: string,
  more: { font?: string; size?: number; color?: string; bold?: boolean } = {},
): TextRun[] {
  const { font = face.text, size: height = size.text, ...rest } = more
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        font: fontOf(font),
        size: height,
        ...rest,
        ...(index > 0 ? { break: 1 } : {}),
      }),
  )
}

const indented = (text: string): Paragraph =>
  new Paragraph({
    children: run(text),
    spacing: pitch,
    indent: { firstLine: 2 * 16 * 20 },
    alignment: AlignmentType.BOTH,
  })

const blank = (): Paragraph => new Paragraph({ children: [], spacing: pitch })

const redRule = (style: (typeof BorderStyle)[keyof typeof BorderStyle], height: number) => ({
  bottom: { style, color: red, size: height, space: 4 },
})

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
      ...(isLetter ? { border: redRule(BorderStyle.THICK_THIN_SMALL_GAP, 18) } : {}),
    }),
    new Paragraph({
      children: run(letter.preview ? `${letter.number}　样稿，不具效力` : letter.number),
      alignment: isLetter ? AlignmentType.RIGHT : AlignmentType.CENTER,
      spacing: pitch,
      ...(isLetter ? {} : { border: redRule(BorderStyle.SINGLE, 11) }),
    }),
    blank(),
    new Paragraph({
      children: run(letter.title, { font: face.title, size: size.title, bold: true }),
      alignment: AlignmentType.CENTER,
    }),
    blank(),
    ...(letter.to.length > 0
      ? [new Paragraph({ children: run(`${letter.to.join('、')}：`), spacing: pitch })]
      : []),
  ]
}

function partOf(part: LetterPart): (Paragraph | Table)[] {
  switch (part.sort) {
    case 'paragraph':
      return [indented(part.text)]
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
      return part.items.map((item, index) => indented(`${index + 1}. ${item}`))
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
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0 && isHead(0, 1),
          children: cells.map(
            (text, column) =>
              new TableCell({
                width: { size: widths?.[column] ?? 100 / columns, type: WidthType.PERCENTAGE },
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
                children: [
                  new Paragraph({
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

const enclosures = ({ enclosures: names }: PrintedLetter): Paragraph[] =>
  names.length === 0
    ? []
    : [
        blank(),
        ...names.map((name, index) =>
          indented(
            `${index === 0 ? '附件：' : '　　　'}${names.length === 1 ? '' : `${index + 1}. `}${name}`,
          ),
        ),
      ]

function signature(letter: PrintedLetter, address: string | null): Paragraph[] {
  const right = (text: string): Paragraph =>
    new Paragraph({
      children: run(text),
      alignment: AlignmentType.RIGHT,
      spacing: pitch,
      indent: { right: 4 * 16 * 20 },
    })
  return [
    blank(),
    right(letter.issuer),
    right(letter.day),
    ...(address
      ? [
          new Paragraph({
            children: [
              new ImageRun({
                type: 'png',
                data: qrPng(address),
                transformation: { width: 83, height: 83 },
                // Without a number of its own each picture of the process would get the next one.
                altText: { id: '1', name: letter.code, title: letter.code, description: '核验码' },
              }),
            ],
          }),
          new Paragraph({ children: run(`扫码核验真伪　${letter.code}`, { size: size.code }) }),
        ]
      : []),
  ]
}

function foot({ copies, layout, issuer, day }: PrintedLetter): Paragraph[] {
  const line = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 2 }
  return [
    ...(copies.length > 0
      ? [
          new Paragraph({
            children: run(`抄送：${copies.join('、')}。`, { size: size.foot }),
            border: { top: line },
          }),
        ]
      : []),
    ...(layout === 'letter'
      ? []
      : [
          new Paragraph({
            children: run(`${issuer}　　${day}印发`, { size: size.foot }),
            border: { top: line, bottom: line },
          }),
        ]),
  ]
}

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
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

/** When something was packed stands in every entry and in the properties; the letter's own time takes its place. */
function withoutTime(docx: Buffer, at: string): Buffer {
  const files: Unzipped = unzipSync(docx)
  const core = files['docProps/core.xml']
  if (core)
    files['docProps/core.xml'] = Buffer.from(
      Buffer.from(core)
        .toString()
        .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${at.replace(/\.\d+Z$/, 'Z')}`),
    )
  // A day in the middle of a year is the same day in every zone; ZIP knows no zones.
  const mtime = new Date(2000, 6, 1)
  const inOrder = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1))
  return Buffer.from(zipSync(Object.fromEntries(inOrder), { mtime, level: 1 }))
}
