import { crc32, deflateSync } from 'node:zlib'

/** A picture of few colours, drawn point by point and written as a PNG of some kilobytes. */
export type Canvas = {
  readonly width: number
  readonly height: number
  /** One colour number per point, row by row. */
  readonly points: Uint8Array
}

/** The colours a picture may use, by number. */
export const palette = {
  sky: [0xc9, 0xdd, 0xec],
  field: [0x9a, 0xb0, 0x7b],
  road: [0x6b, 0x6e, 0x72],
  line: [0xf2, 0xf2, 0xee],
  body: [0xc4, 0x3f, 0x2f],
  load: [0xb8, 0x8a, 0x3c],
  dark: [0x22, 0x25, 0x2a],
  glow: [0xff, 0x52, 0x3d],
  water: [0x7f, 0xa6, 0xb8],
  steel: [0x8b, 0x93, 0x9c],
  amber: [0xff, 0xc6, 0x4a],
} as const

export type Colour = keyof typeof palette

const colours = Object.keys(palette) as readonly Colour[]

/** An empty picture. */
export function canvas(width: number, height: number, colour: Colour): Canvas {
  return { width, height, points: new Uint8Array(width * height).fill(colours.indexOf(colour)) }
}

export function rectangle(
  on: Canvas,
  [x, y, width, height]: readonly [number, number, number, number],
  colour: Colour,
): void {
  const number = colours.indexOf(colour)
  for (let row = Math.max(0, y); row < Math.min(on.height, y + height); row++)
    on.points.fill(number, row * on.width + Math.max(0, x), row * on.width + Math.min(on.width, x + width))
}

export function disc(on: Canvas, [x, y]: readonly [number, number], radius: number, colour: Colour): void {
  for (let row = -radius; row <= radius; row++) {
    const half = Math.floor(Math.sqrt(radius * radius - row * row))
    rectangle(on, [x - half, y + row, 2 * half + 1, 1], colour)
  }
}

/** Which of the seven bars of a display are lit, from the top clockwise, the middle one last. */
const bars: Readonly<Record<string, string>> = {
  '0': '1111110',
  '1': '0110000',
  '2': '1101101',
  '3': '1111001',
  '4': '0110011',
  '5': '1011011',
  '6': '1011111',
  '7': '1110000',
  '8': '1111111',
  '9': '1111011',
  '-': '0000001',
  D: '0111101',
  E: '1001111',
  M: '1110110',
  O: '1111110',
}

/** Writes digits (and the word DEMO) as a seven-bar display does. */
export function digits(
  on: Canvas,
  text: string,
  [x, y]: readonly [number, number],
  height: number,
  colour: Colour,
): void {
  const thick = Math.max(1, Math.round(height / 9))
  const wide = Math.round(height / 2)
  const half = Math.round(height / 2)
  const places: readonly (readonly [number, number, number, number])[] = [
    [0, 0, wide, thick],
    [wide - thick, 0, thick, half],
    [wide - thick, half, thick, height - half],
    [0, height - thick, wide, thick],
    [0, half, thick, height - half],
    [0, 0, thick, half],
    [0, half - Math.floor(thick / 2), wide, thick],
  ]
  let left = x
  for (const character of text) {
    if (character === '.') rectangle(on, [left, y + height - thick, thick, thick], colour)
    if (character === ':')
      for (const part of [0.3, 0.7])
        rectangle(on, [left, y + Math.round(height * part), thick, thick], colour)
    const lit = bars[character] ?? ''
    for (const [index, place] of places.entries())
      if (lit[index] === '1') rectangle(on, [left + place[0], y + place[1], place[2], place[3]], colour)
    left += '.:'.includes(character) ? thick * 3 : wide + thick * 2
  }
}

/** The picture as a PNG file. */
export function pngOf({ width, height, points }: Canvas): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a point, colours by number.
  header.set([8, 3, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width + 1))
  for (let row = 0; row < height; row++)
    rows.set(points.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap((colour) => palette[colour]))),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
