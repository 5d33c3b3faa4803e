import { generateKeyPairSync, hash as hashOfNode, sign } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHex } from '../../kernel/hex.ts'
import { createPublicKey, hash, verify } from './node-crypto.ts'

test('hashes in the browser as in Node, by both suites', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('sha256' as const, 'sm3' as const),
      (bytes, suite) => {
        expect(hash(suite, bytes, 'hex')).toBe(hashOfNode(suite, bytes, 'hex'))
      },
    ),
  )
  expect(hash('sm3', '案件移送😀', 'hex')).toBe(hashOfNode('sm3', '案件移送😀', 'hex'))
  expect(toHex(hash('sha256', '案件移送', 'buffer') as Uint8Array)).toBe(
    hashOfNode('sha256', '案件移送', 'hex'),
  )
})

test('checks the signatures Node makes, and no others', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = createPublicKey({ key: publicKey.export({ type: 'spki', format: 'der' }) })
  const words = Buffer.from('第一次封存')
  const signature = sign(null, words, privateKey)

  expect(verify(null, words, key, signature)).toBe(true)
  expect(verify(null, Buffer.from('第二次封存'), key, signature)).toBe(false)
  expect(verify(null, words, key, new Uint8Array(64))).toBe(false)
  expect(() => createPublicKey({ key: Buffer.from('no key') })).toThrow()
})
