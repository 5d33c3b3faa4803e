import { strToU8, zipSync } from 'fflate'

const officeNs = 'http://schemas.openxmlformats.org'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const relationship = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${officeNs}/officeDocument/2006/relationships/${type}" Target="${target}"${more}/>`
const relationships = (...all: readonly string[]) =>
  `${head}<Relationships xmlns="${officeNs}/package/2006/relationships">${all.join('')}</Relationships>`
const types = (main: string, kind: string, ...more: readonly string[]) =>
  `${head}<Types xmlns="${officeNs}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${main}" ContentType="application/vnd.openxmlformats-officedocument.${kind}.main+xml"/>${more.join('')}</Types>`

type Parts = Readonly<Record<string, string | Uint8Array>>
const pack = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    ),
  )

/** A small real DOCX; `body` is what stands in it, `more` are further parts. */
export const aDocx = (body: string, more: Parts = {}, links: readonly string[] = []): Buffer =>
  pack({
    '[Content_Types].xml': types('/word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': relationships(relationship('r1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': relationships(...links),
    'word/document.xml': `${head}<w:document xmlns:w="${officeNs}/wordprocessingml/2006/main" xmlns:r="${officeNs}/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
    ...more,
  })

/** A paragraph of a DOCX. */
export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A relationship of a DOCX to something outside. */
export const outside = (id: string, type: string, target: string): string =>
  relationship(id, type, target, ' TargetMode="External"')

/** A relationship of a DOCX to one of its parts. */
export const inside = (id: string, type: string, target: string): string => relationship(id, type, target)

/** A small real XLSX of one sheet; `rows` is its XML. */
export const anXlsx = (rows: string, more: Parts = {}): Buffer =>
  pack({
    '[Content_Types].xml': types(
      '/xl/workbook.xml',
      'spreadsheetml.sheet',
      '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>',
    ),
    '_rels/.rels': relationships(relationship('r1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relationships(relationship('r1', 'worksheet', 'worksheets/sheet1.xml')),
    'xl/workbook.xml': `${head}<workbook xmlns="${officeNs}/spreadsheetml/2006/main" xmlns:r="${officeNs}/officeDocument/2006/relationships"><sheets><sheet name="过磅记录" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${officeNs}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  })

/** A cell of text of an XLSX. */
export const cell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
