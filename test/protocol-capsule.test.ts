import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  CapsuleChecklist,
  CapsuleEvent,
  CapsuleFile,
  CapsuleLetter,
  CapsuleList,
  CapsuleMatter,
  CapsuleSeals,
  CapsuleSignature,
} from '../src/kernel/capsule/capsule-shapes.ts'
import { verifyCapsule } from '../src/kernel/capsule/verify-capsule.ts'
import { aCapsule, nodeKey, sourceOf } from './capsule-parts.ts'

const folder = new URL('../protocol/capsule/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder))
const expected = JSON.parse(read('expected.json').toString()) as Record<
  string,
  { readonly faults: readonly object[] | 'refused' }
>
const verify = (name: string) => verifyCapsule(sourceOf(read(name)), { trustedKeys: [nodeKey.keyId] })

describe('the protocol of capsules', () => {
  test('has schemas that are those of the program', () => {
    const shapes = [
      CapsuleList,
      CapsuleSignature,
      CapsuleMatter,
      CapsuleChecklist,
      CapsuleSeals,
      CapsuleEvent,
      CapsuleLetter,
      CapsuleFile,
    ]

    expect(Object.values(JSON.parse(read('schemas.json').toString()))).toEqual(
      shapes.map((shape) => JSON.parse(JSON.stringify(z.toJSONSchema(shape)))),
    )
  })

  test('has a signed example that this program writes to the byte', async () => {
    expect(read('valid/capsule.zip').equals(await aCapsule())).toBe(true)
  })

  test.each(Object.entries(expected))('%s: names what does not fit', async (name, { faults }) => {
    if (faults === 'refused') {
      await expect(verify(name)).rejects.toMatchObject({ code: 'invalid-input' })
      return
    }
    const { faults: found, isSound } = await verify(name)

    expect(isSound).toBe(name.startsWith('valid/'))
    expect(found.map(({ words: _, ...fault }) => fault)).toEqual(faults)
  })

  test('has no example that no test reads', () => {
    const examples = ['valid', 'invalid'].flatMap((kind) =>
      readdirSync(new URL(`${kind}/`, folder)).map((file) => `${kind}/${file}`),
    )
    expect(Object.keys(expected).toSorted()).toEqual(examples.toSorted())
  })
})
