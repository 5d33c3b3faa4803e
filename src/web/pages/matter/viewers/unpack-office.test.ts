import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { aDocx, anXlsx, cell, paragraph } from '../../../../../test/journeys/office-files.ts'
import { withPlainMarks } from './symbol-marks.ts'
import { CannotShow, docxLimits, hasPictures, unpackOffice, xlsxLimits } from './unpack-office.ts'
import { sheetOf } from './xlsx-sheet.ts'

const whyNot = (file: Uint8Array, limits = docxLimits): string => {
  try {
    unpackOffice(file, limits)
    return 'shown'
  } catch (error) {
    if (error instanceof CannotShow) return error.why
    return 'broken'
  }
}

describe('an Office file before it is shown', () => {
  test('is packed anew without programs, objects and web pages', () => {
    const file = aDocx(paragraph('笔录'), {
      'word/vbaProject.bin': 'x',
      'word/embeddings/a.xlsx': 'x',
      'word/afchunk.mht': 'x',
      'word/page.html': '<script>alert(1)</script>',
      'word/media/p.svg': '<svg onload="alert(1)"/>',
      '../outside.xml': '<a/>',
      'word/media/p.png': 'png',
    })

    const names = Object.keys(unzipSync(unpackOffice(file, docxLimits)))

    expect(names.toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/document.xml',
      'word/media/p.png',
    ])
  })

  test('is refused when it unpacks into too much, whatever size it announces', () => {
    const bomb = aDocx(paragraph('x'), { 'word/media/b.png': new Uint8Array(80 * 1_048_576) })
    const lying = Buffer.from(bomb)
    // The directory says that the part has ten bytes.
    const named = lying.lastIndexOf('word/media/b.png')
    lying.writeUInt32LE(10, named - 46 + 24)

    const begun = performance.now()
    expect([bomb, lying].map((file) => whyNot(file))).toEqual(['too-large', 'too-large'])
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  test('is refused when it would take too long to draw, or when its corner cell is at the end of the world', () => {
    expect(whyNot(aDocx(paragraph('x').repeat(100_000)))).toBe('too-large')
    const wide = anXlsx(`<row r="1048576">${cell('XFD1048576', 'x')}</row>`)
    expect(whyNot(wide, xlsxLimits)).toBe('too-large')
    expect(whyNot(anXlsx(`<row r="99999999"></row>`), xlsxLimits)).toBe('too-large')
    const parts = Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`word/${at}.xml`, '<a/>']))
    expect(whyNot(aDocx('', parts))).toBe('too-large')
  })

  test('is refused when it declares entities, has a password, is cut off or no Office file at all', () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    const good = aDocx(paragraph('x'))
    const locked = Buffer.from(good)
    for (let at = locked.indexOf('PK\x01\x02'); at >= 0; at = locked.indexOf('PK\x01\x02', at + 1))
      locked.writeUInt16LE(1, at + 8)

    const outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'

    for (const entities of [laughs, outside]) {
      expect(whyNot(aDocx('', { 'word/styles.xml': entities }))).toBe('suspicious')
      expect(whyNot(anXlsx('', { 'xl/styles.xml': entities }), xlsxLimits)).toBe('suspicious')
    }
    expect(whyNot(locked)).toBe('locked')
    for (const file of [
      good.subarray(0, good.length - 30),
      good.subarray(200),
      Buffer.alloc(0),
      Buffer.alloc(100),
    ])
      expect(whyNot(file)).toBe('broken')
    for (let at = 0; at < good.length; at += 7) {
      const bent = Buffer.from(good)
      bent[at] = (bent[at] ?? 0) ^ 0xff
      expect(['shown', 'broken', 'locked', 'too-large', 'suspicious']).toContain(whyNot(bent))
    }
    expect(whyNot(good)).toBe('shown')
  })
})

test('computed numbers and times of a sheet are shown without the noise of their last digits', () => {
  const sheet = sheetOf('过磅', [
    [-8.899999999999999, 0.1 + 0.2, new Date('2026-03-03T09:01:59.999Z'), 13000000001],
  ])

  expect(sheet.rows[0]).toEqual(['-8.9', '0.3', '2026-03-03 09:02', '13000000001'])
})

test('pictures and charts of a table are known, since only its cells are shown', () => {
  expect(hasPictures(anXlsx('', { 'xl/media/image1.png': 'x' }))).toBe(true)
  expect(hasPictures(anXlsx('', { 'xl/charts/chart1.xml': '<c/>' }))).toBe(true)
  expect(hasPictures(anXlsx(''))).toBe(false)
})

test('marks of the private area of Symbol and Wingdings are drawn with signs every font has', () => {
  expect(withPlainMarks('\uf0b7 甲 \uf0fe 是 \uf0a8 否')).toBe('• 甲 ☑ 是 ☐ 否')
  expect(withPlainMarks('"\uf095"', '•')).toBe('"•"')
})

test('a sheet is shown as text, days as days, and cut where nobody looks any more', () => {
  const sheet = sheetOf('过磅', [
    ['车号', new Date('2026-03-05T00:00:00Z'), 61.2, true, null, new Date('2026-03-05T01:30:00Z')],
    ['x'.repeat(600)],
    ...Array.from({ length: 1_000 }, () => Array(70).fill('y')),
  ])

  expect(sheet.rows[0]).toEqual(['车号', '2026-03-05', '61.2', 'true', '', '2026-03-05 01:30'])
  expect(sheet.rows[1]?.[0]).toHaveLength(501)
  expect([sheet.rows.length, sheet.rows[5]?.length, sheet.isCut]).toEqual([500, 50, true])
})
