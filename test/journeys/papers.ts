import { pdfOf } from '../../src/features/demo/papers/document.ts'
import { type Scene, scenePicture } from '../../src/features/demo/papers/scene-picture.ts'
import type { Paper } from './form.ts'

/** A document of two pages with an invented text. */
export const aDocument = (title: string, ...paragraphs: readonly string[]): Paper => ({
  name: `${title}.pdf`,
  mimeType: 'application/pdf',
  buffer: pdfOf({
    title,
    subtitle: '（测试材料）',
    paragraphs: [...paragraphs, '人员、单位和号牌均为虚构。'],
    signatures: ['执法人员：', '当事人（签名）：'],
  }),
})

/** A drawn picture of a scene. */
export const aPicture = (name: string, scene: Scene): Paper => ({
  name: `${name}.png`,
  mimeType: 'image/png',
  buffer: scenePicture(scene),
})
