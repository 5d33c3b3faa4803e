import { crc32, deflateSync } from 'node:zlib'

/** What a test makes a PNG of; 200 pixels a side, RGBA of 8 bits, unless said. */
export type PngOf = {
  /** Its rows, each behind its filter's number, as they are before packing. */
  readonly rows: Buffer
  readonly side?: number
  readonly bits?: number
  readonly colour?: number
  readonly interlace?: number
  /** Parts between header and pixels. */
  readonly parts?: readonly (readonly [type: string, content: Buffer])[]
}

/** A PNG with sound checksums, whatever is in it. */
export function pngOf({
  rows,
  side = 200,
  bits = 8,
  colour = 6,
  interlace = 0,
  parts = [],
}: PngOf): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([bits, colour, 0, 0, interlace], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...parts.map(([type, content]) => chunk(type, content)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** The rows of a red ring of 200 pixels on a transparent ground. */
export function ringRows(): Buffer {
  const side = 200
  const rows = Buffer.alloc((side * 4 + 1) * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const distance = Math.hypot(x - 100, y - 100)
      if (distance < 96 && distance > 88) rows.set([200, 16, 46, 255], y * (side * 4 + 1) + 1 + x * 4)
    }
  return rows
}

/** A red ring of 200 pixels, as a PNG. */
export const aSeal = (): Buffer<ArrayBuffer> => pngOf({ rows: ringRows() })
