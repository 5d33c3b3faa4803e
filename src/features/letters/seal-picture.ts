import { crc32 } from 'node:zlib'
import type { Words } from '../../kernel/words.ts'
import { pngPixels } from './png-pixels.ts'

/** The picture of a seal as letters will bear it, or what is wrong with what was uploaded. */
export type SealPicture = { readonly png: Buffer } | { readonly fault: Words }

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** What a picture cannot do without (PNG, 3rd edition, §11.2); any other part spelt with a capital is one we cannot draw. */
const needed = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
/** What says how its colours are meant. */
const colours = new Set(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'])
const mostPixels = 2_000

/**
 * Reads the picture of a seal: a whole PNG, square enough, of at most 2,000 pixels a side, with sound checksums, every pixel there and nothing
 * behind its end. A letter that is once issued with a picture nobody can draw could never be made, so the pixels are unpacked here. Remarks
 * that painting programs leave behind (who, when, with what) are left out.
 */
export function sealPicture(bytes: Buffer): SealPicture {
  if (!bytes.subarray(0, 8).equals(signature)) return { fault: notPng }
  const kept: Buffer[] = [signature]
  const parts: { readonly type: string; readonly content: Buffer }[] = []
  let at = 8
  while (at + 12 <= bytes.length && parts.at(-1)?.type !== 'IEND') {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const isRemark = /^[a-z]/.test(type) && !colours.has(type)
    if (end > bytes.length || !(needed.has(type) || colours.has(type) || isRemark)) return { fault: notPng }
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return { fault: notPng }
    if (!isRemark) {
      parts.push({ type, content: bytes.subarray(at + 8, end - 4) })
      kept.push(bytes.subarray(at, end))
    }
    at = end
  }
  const [header] = parts
  if (parts.at(-1)?.type !== 'IEND' || at !== bytes.length) return { fault: notPng }
  if (header?.type !== 'IHDR' || header.content.length !== 13) return { fault: notPng }
  const fault = sizeFault(header.content) ?? pixelFault(parts)
  return fault ? { fault } : { png: Buffer.concat(kept) }
}

function sizeFault(header: Buffer): Words | undefined {
  const sides = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [shorter, longer] = [Math.min(...sides), Math.max(...sides)]
  return shorter < 100 || longer > mostPixels || longer > shorter * 2 ? wrongSize : undefined
}

/** The seal lies on the name and the day of the letter: without a transparent ground it hides both, without ink it is none. */
function pixelFault(
  parts: readonly { readonly type: string; readonly content: Buffer }[],
): Words | undefined {
  const contentOf = (type: string) => parts.filter((part) => part.type === type).map(({ content }) => content)
  const pixels = pngPixels({
    header: Buffer.concat(contentOf('IHDR')),
    palette: contentOf('PLTE')[0],
    transparency: contentOf('tRNS')[0],
    packed: Buffer.concat(contentOf('IDAT')),
  })
  if (!pixels) return notPng
  if (!pixels.someTransparent) return noGround
  return pixels.someVisible ? undefined : noInk
}

const notPng: Words = {
  zh: '这不是完整的 PNG 图片。请重新导出印章图片（PNG，透明背景）后上传。',
  en: 'This is no sound PNG. Export the picture of the seal anew (PNG, transparent background) and upload it.',
}

const wrongSize: Words = {
  zh: '印章图片每边应为 100 至 2000 像素，长边不超过短边的两倍。请调整后上传。',
  en: 'The picture of a seal has 100 to 2,000 pixels a side, the longer side at most twice the shorter. Resize it.',
}

const noGround: Words = {
  zh: '图片没有透明背景，会遮住函件上的单位名称和日期。请去掉背景，导出为透明背景的 PNG 后上传。',
  en: 'The picture has no transparent background: it would hide the name and the day of the letter. Take the background away and export it as a transparent PNG.',
}

const noInk: Words = {
  zh: '图片是全透明的，看不到印章。请核对后重新导出。',
  en: 'The picture is transparent all over; no seal is to be seen. Check it and export it anew.',
}
