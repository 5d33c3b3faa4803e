import { expect, test } from 'vitest'
import { contentDisposition } from './file-headers.ts'

test('what goes out under the long title of a letter can be saved on every file system', () => {
  const name = `辽昌图交通运输局援函〔2026〕4号 关于商请支援“${'省界夜间联合治超𠮷䶮'.repeat(10)}”的函.pdf`

  const [, encoded = ''] = /filename\*=UTF-8''(.+)$/.exec(contentDisposition('attachment', name)) ?? []
  const saved = decodeURIComponent(encoded)

  expect(saved).toMatch(/^辽昌图交通运输局援函〔2026〕4号 关于商请支援“省界.*\.pdf$/u)
  expect(Buffer.byteLength(saved)).toBeLessThanOrEqual(240)
})
