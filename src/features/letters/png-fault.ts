import { crc32 } from 'node:zlib'
import type { Words } from '../../kernel/words.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a picture needs and what does no harm; anything else carries something that is not the picture. */
const chunks = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
])
const mostPixels = 2_000

/**
 * What is wrong with bytes that are to be the picture of a seal; nothing when they are a whole PNG, square enough, of at most 2,000 pixels a
 * side, with sound checksums and nothing behind its end. Looks at the frame alone; the pixels are unpacked in the typesetting thread.
 */
export function pngFault(bytes: Buffer): Words | undefined {
  if (!bytes.subarray(0, 8).equals(signature)) return notPng
  let at = 8
  let last = ''
  while (at + 12 <= bytes.length && last !== 'IEND') {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || (last === '' && type !== 'IHDR') || !chunks.has(type)) return notPng
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(at + 8 + length)) return notPng
    if (type === 'IHDR' && length !== 13) return notPng
    if (type === 'IHDR') {
      const [width, height] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)]
      const sides = [width, height].sort((one, other) => one - other) as [number, number]
      if (sides[0] < 100 || sides[1] > mostPixels || sides[1] > sides[0] * 2) return wrongSize
    }
    last = type
    at = end
  }
  return last === 'IEND' && at === bytes.length ? undefined : notPng
}

const notPng: Words = {
  zh: '这不是完整的 PNG 图片。请重新导出印章图片（PNG，透明背景）后上传。',
  en: 'This is no sound PNG. Export the picture of the seal anew (PNG, transparent background) and upload it.',
}

const wrongSize: Words = {
  zh: '印章图片每边应为 100 至 2000 像素，长边不超过短边的两倍。请调整后上传。',
  en: 'The picture of a seal has 100 to 2,000 pixels a side, the longer side at most twice the shorter. Resize it.',
}
