import { describe, expect, test } from 'vitest'
import { aSeal, pngOf, ringRows } from '../../../test/a-seal.ts'
import { sealPicture } from './seal-picture.ts'

const side = 200
const rowBytes = side * 4 + 1

/** What is said about a picture, or `good`. */
function said(picture: Buffer): string {
  const read = sealPicture(picture)
  return 'fault' in read ? read.fault.zh : 'good'
}

/** A picture of one colour all over, each row but the first behind a filter that takes it from its neighbours. */
function plain(filter: number, red: number, alpha: number): Buffer {
  const rows = Buffer.alloc(rowBytes * side)
  const first = (share: number) => [red, 16, 46, alpha].map((value) => Math.ceil(value * share))
  rows.set([1, ...first(1)], 0)
  for (let y = 1; y < side; y++)
    rows.set([filter, ...first({ 1: 1, 2: 0, 3: 0.5, 4: 0 }[filter] ?? 1)], y * rowBytes)
  return pngOf({ rows })
}

/** The seven passes of an interlaced picture of 200 pixels, every pixel the same. */
function interlaced(pixel: readonly number[]): Buffer {
  const passes = [
    [25, 25],
    [25, 25],
    [50, 25],
    [50, 50],
    [100, 50],
    [100, 100],
    [200, 100],
  ] as const
  const rows = passes.flatMap(([width, height]) =>
    Array.from({ length: height }, () => [0, ...Array.from({ length: width }, () => pixel).flat()]),
  )
  return pngOf({ rows: Buffer.from(rows.flat()), interlace: 1 })
}

describe('the picture of a seal', () => {
  test('is kept without the remarks a painting program leaves behind', () => {
    const rows = ringRows()
    const remark = ['tEXt', Buffer.from('Software\0<script>alert(1)</script>')] as const
    const sharpness = ['pHYs', Buffer.from([0, 0, 14, 195, 0, 0, 14, 195, 1])] as const

    expect(sealPicture(pngOf({ rows, parts: [remark, ['tIME', Buffer.alloc(7)], sharpness] }))).toEqual({
      png: pngOf({ rows, parts: [sharpness] }),
    })
    expect(sealPicture(aSeal())).toEqual({ png: aSeal() })
  })

  test('is refused when its pixels are missing, too many, or in no form of the standard, since no letter could be made with it', () => {
    const rows = ringRows()
    for (const picture of [
      pngOf({ rows: rows.subarray(0, rows.length - 1) }),
      pngOf({ rows: Buffer.concat([rows, Buffer.alloc(50_000_000)]) }),
      pngOf({ rows, bits: 7 }),
      pngOf({ rows, colour: 5 }),
      pngOf({ rows: Buffer.alloc((side + 1) * side), colour: 3 }),
      pngOf({ rows: Buffer.from(rows).fill(5, 0, 1) }),
      pngOf({ rows, interlace: 2 }),
      pngOf({ rows, parts: [['EVIL', Buffer.alloc(4)]] }),
      aSeal().subarray(0, -12),
    ])
      expect(said(picture)).toContain('不是完整的 PNG')
  })

  test('is refused without a transparent ground, however its rows are written, for it would hide the name and the day', () => {
    for (const filter of [1, 2, 3, 4])
      expect(said(plain(filter, 200, 254)), `${filter}`).toContain('透明背景')
    expect(said(interlaced([200, 16, 46, 255]))).toContain('没有透明背景')
    expect(said(pngOf({ rows: Buffer.alloc((side * 3 + 1) * side), colour: 2 }))).toContain('没有透明背景')
  })

  test('is refused when nothing is to be seen', () => {
    expect(said(pngOf({ rows: Buffer.alloc(rowBytes * side) }))).toContain('全透明')
    expect(said(interlaced([0, 0, 0, 0]))).toContain('全透明')
  })
})
