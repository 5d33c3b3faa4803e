import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { kindViews, packedKindViews } from './kind-view.ts'

test('the kinds come packed as the reader can unpack them, the smallest way first, and say the same', () => {
  const said = JSON.parse(JSON.stringify(kindViews()))
  const [best, plain] = [packedKindViews('gzip, deflate, br, zstd'), packedKindViews('gzip, deflate')]

  expect(best?.packing).toBe('br')
  expect(plain?.packing).toBe('gzip')
  expect(JSON.parse(String(best && brotliDecompressSync(best.bytes)))).toEqual(said)
  expect(JSON.parse(String(plain && gunzipSync(plain.bytes)))).toEqual(said)
  expect(best?.bytes.length).toBeLessThan((plain?.bytes.length ?? 0) * 0.7)
})

test.each(['', 'identity', 'deflate', 'brotli'])('whoever takes %j gets them as they are', (accepted) => {
  expect(packedKindViews(accepted)).toBeUndefined()
})
