import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../kernel/refusal.ts'
import { isSignedBy, keyIdOf } from '../kernel/signature.ts'
import { openSigningKey } from './signing.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiezhi-signing-'))
})
afterAll(() => rm(folder, { recursive: true }))

const words = Buffer.from('协执')

describe('the node’s signing key', () => {
  test('is made on first use, readable by nobody else, and is the same afterwards', async () => {
    const file = join(folder, 'first', 'signing.key')

    const made = await openSigningKey(file)
    const again = await openSigningKey(file)

    expect(again.keyId).toBe(made.keyId)
    expect(made.keyId).toBe(keyIdOf(made.publicKey))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(join(folder, 'first'))).toEqual(['signing.key'])
  })

  test('is one, however many processes make it at the same moment', async () => {
    const file = join(folder, 'race.key')

    const keys = await Promise.all(Array.from({ length: 8 }, () => openSigningKey(file)))

    expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(1)
  })

  test('signs what only its public key confirms', async () => {
    const key = await openSigningKey(join(folder, 'one.key'))
    const other = await openSigningKey(join(folder, 'other.key'))
    const signature = key.sign(words)

    expect(isSignedBy(key.suite, key.publicKey, words, signature)).toBe(true)
    expect(isSignedBy(key.suite, other.publicKey, words, signature)).toBe(false)
    expect(isSignedBy(key.suite, key.publicKey, Buffer.from('别的'), signature)).toBe(false)
    expect(isSignedBy(key.suite, Buffer.from('no key'), words, signature)).toBe(false)
    expect(isSignedBy(key.suite, key.publicKey, words, Buffer.alloc(3))).toBe(false)
  })

  test('is refused when other accounts may read its file', async () => {
    const file = join(folder, 'open.key')
    await openSigningKey(file)
    await chmod(file, 0o644)

    const refusal = await openSigningKey(file).catch((error) => error)

    expect(refusal.words.zh).toMatch(/open\.key 不能使用：.*chmod 600/)
    // Officers read it too; where the data lie is the administrator's business.
    expect(JSON.stringify(refusal.words)).not.toContain(folder)
  })

  test('is refused, and not replaced, when its file holds something else', async () => {
    const file = join(folder, 'broken.key')
    await writeFile(file, 'not a key', { mode: 0o600 })

    await expect(openSigningKey(file)).rejects.toBeInstanceOf(Refusal)
    expect((await stat(file)).size).toBe(9)
  })
})
