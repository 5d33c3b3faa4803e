import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256, sha256Here } from './sha-256.ts'

const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('a digest without the browser’s help is the digest, for any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(sha256Here(bytes)).toBe(expected(bytes))
      expect(await sha256(Uint8Array.from(bytes).buffer)).toBe(expected(bytes))
    }),
  )
})

test.each([0, 55, 56, 63, 64, 119, 120, 1_000_000])('%i bytes are padded rightly', (length) => {
  const bytes = new Uint8Array(length).fill(7)

  expect(sha256Here(bytes)).toBe(expected(bytes))
})
