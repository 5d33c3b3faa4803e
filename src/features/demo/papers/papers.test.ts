import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pdfOf } from './document.ts'
import { scenePicture } from './scene-picture.ts'
import { weighingRecord } from './weighing-record.ts'

const at = '2026-11-13T09:41:00+08:00'

test('a picture is a whole PNG of a few kilobytes', () => {
  const png = scenePicture({ of: 'truck', at, axles: 6, tonnes: 119.07 })

  const data = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))
  expect(rows.length).toBe(300 * 481)
  expect(png.length).toBeLessThan(20_000)
})

test('the cross-reference table of a document points at its objects', () => {
  const text = pdfOf({
    title: '现场笔录',
    subtitle: '案号',
    paragraphs: ['事实。'.repeat(60)],
    signatures: [],
  }).toString('latin1')

  const table = text.slice(Number(/startxref\n(\d+)/.exec(text)?.[1]))
  const places = [...table.matchAll(/^(\d{10}) 00000 n/gm)].map(([, place]) => Number(place))
  expect(places).toHaveLength(10)
  for (const [index, place] of places.entries())
    expect(text.slice(place)).toMatch(new RegExp(`^${index + 1} 0 obj`))
})

test('the axles of a weighing record carry the whole weight', () => {
  const record = weighingRecord({
    at,
    station: '检测站',
    checkNumber: '1',
    plate: '吉CTEST1',
    axles: 6,
    totalKg: 62_000,
    limitKg: 49_000,
  })

  const lines = record.toString().trim().split('\r\n')
  const loads = lines.slice(-6).map((line) => Number(line.split(',')[1]))
  expect(loads.reduce((sum, load) => sum + load)).toBe(62_000)
  expect(lines).toContain('超限（千克）,13000')
})
