import { inflateSync } from 'node:zlib'

/** The parts of a PNG that hold its pixels. */
export type PngParts = {
  /** IHDR, 13 bytes. */
  readonly header: Buffer
  readonly palette: Buffer | undefined
  /** tRNS. */
  readonly transparency: Buffer | undefined
  /** All IDAT after each other. */
  readonly packed: Buffer
}

/** What is to be seen in a picture. */
export type PngPixels = { readonly someTransparent: boolean; readonly someVisible: boolean }

/** Values a pixel consists of, and the bits each may have, by colour type (PNG, 3rd edition, §11.2.1). */
const colourTypes: Readonly<Record<number, { readonly values: number; readonly bits: readonly number[] }>> = {
  0: { values: 1, bits: [1, 2, 4, 8, 16] },
  2: { values: 3, bits: [8, 16] },
  3: { values: 1, bits: [1, 2, 4, 8] },
  4: { values: 2, bits: [8, 16] },
  6: { values: 4, bits: [8, 16] },
}

/** Where the seven passes of an interlaced picture begin, and how far apart their pixels are: x, y, dx, dy (§8.2). */
const passesOfAdam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/**
 * Unpacks the pixels of a PNG and looks what is to be seen; nothing when there are more or fewer of them than its header says, or they are
 * in no form of the standard. Never unpacks more than the header announces.
 */
export function pngPixels({ header, palette, transparency, packed }: PngParts): PngPixels | undefined {
  const [bits = 0, colour = -1, compression, filter, interlace = 2] = header.subarray(8, 13)
  const form = colourTypes[colour]
  if (!form?.bits.includes(bits) || compression !== 0 || filter !== 0 || interlace > 1) return
  if (colour === 3 && (!palette || palette.length === 0 || palette.length % 3 !== 0)) return
  const pixelBytes = Math.ceil((form.values * bits) / 8)
  const images = (interlace === 1 ? passesOfAdam7 : ([[0, 0, 1, 1]] as const))
    .map(([x, y, dx, dy]) => ({
      width: Math.ceil((header.readUInt32BE(0) - x) / dx),
      height: Math.ceil((header.readUInt32BE(4) - y) / dy),
    }))
    .map(({ width, height }) => ({ height, rowBytes: Math.ceil((width * form.values * bits) / 8) }))
  const size = images.reduce((sum, { height, rowBytes }) => sum + height * (rowBytes + 1), 0)
  const rows = unpack(packed, size)
  if (!rows) return
  const seen = { someTransparent: transparency !== undefined, someVisible: colour < 4 }
  let at = 0
  for (const { height, rowBytes } of images) {
    let above: Uint8Array = new Uint8Array(rowBytes)
    for (let y = 0; y < height; y++) {
      const row = rows.subarray(at + 1, at + 1 + rowBytes)
      if (!unfilter(rows[at] ?? 0, row, above, pixelBytes)) return
      if (colour >= 4) lookAtAlpha(row, pixelBytes, bits / 8, seen)
      above = row
      at += rowBytes + 1
    }
  }
  return seen
}

function unpack(packed: Buffer, size: number): Buffer | undefined {
  try {
    const rows = inflateSync(packed, { maxOutputLength: size + 1 })
    return rows.length === size ? rows : undefined
  } catch {
    // Broken, or more than there may be.
    return
  }
}

/** Undoes the filter of a row in place (§9.2); false for one that does not exist. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, pixelBytes: number): boolean {
  if (filter > 4) return false
  if (filter === 0) return true
  for (let x = 0; x < row.length; x++) {
    const left = row[x - pixelBytes] ?? 0
    const up = above[x] ?? 0
    const corner = above[x - pixelBytes] ?? 0
    const predicted =
      filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner)
    row[x] = (row[x] ?? 0) + predicted
  }
  return true
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** The alpha is the last value of a pixel; its first byte decides. */
function lookAtAlpha(
  row: Uint8Array,
  pixelBytes: number,
  alphaBytes: number,
  seen: { someTransparent: boolean; someVisible: boolean },
): void {
  for (let x = pixelBytes - alphaBytes; x < row.length; x += pixelBytes) {
    if (row[x] === 0) seen.someTransparent = true
    else if ((row[x] ?? 0) > 32) seen.someVisible = true
  }
}
