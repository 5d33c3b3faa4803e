import { crc32, deflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** A QR code as a picture without measure: a quarter of it may be lost on paper (level Q). */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'Q', border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path d="${squares.join('')}"/></svg>`
}

/** The same as PNG, eight pixels to a square, for documents that show no SVG. */
export function qrPng(text: string): Buffer {
  const scale = 8
  const { data, size } = encode(text, { ecc: 'Q', border: 2 })
  const side = size * scale
  // One bit a pixel, each row behind a zero that says it is not filtered.
  const rowBytes = Math.ceil(side / 8)
  const pixels = Buffer.alloc((rowBytes + 1) * side, 0xff)
  for (let y = 0; y < side; y++) {
    const row = (rowBytes + 1) * y
    pixels[row] = 0
    for (let x = 0; x < side; x++)
      if (data[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        pixels[row + 1 + (x >> 3)] = (pixels[row + 1 + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7))
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, content: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + content.length)
  chunk.writeUInt32BE(content.length, 0)
  chunk.write(type, 4, 'latin1')
  content.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + content.length)), 8 + content.length)
  return chunk
}
