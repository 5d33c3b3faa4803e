import { crc32, deflateSync } from 'node:zlib'

/** A red ring of 200 pixels, as a PNG. */
export function aSeal(): Buffer {
  const side = 200
  const rows = Buffer.alloc((side * 4 + 1) * side)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const distance = Math.hypot(x - 100, y - 100)
      if (distance < 96 && distance > 88) rows.set([200, 16, 46, 255], y * (side * 4 + 1) + 1 + x * 4)
    }
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), content])
    const framed = Buffer.alloc(body.length + 8)
    framed.writeUInt32BE(content.length)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc32(body), body.length + 4)
    return framed
  }
  const head = Buffer.from([0, 0, 0, side, 0, 0, 0, side, 8, 6, 0, 0, 0])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
