import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areSame, toHex } from './hex.ts'
import { inclusionPath, isIncluded, merkleRoot } from './merkle.ts'

// All different, as hashes of events are: of two equal entries, each rightly stands in the other's place.
const entries = fc.uniqueArray(fc.uint8Array({ maxLength: 40 }), {
  minLength: 1,
  maxLength: 70,
  selector: (entry) => Buffer.from(entry).toString('hex'),
})

describe('the Merkle tree of a seal', () => {
  // The entries and roots of the reference implementation of RFC 6962 (Certificate Transparency).
  const reference = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ]
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('of %i entries has the root of RFC 6962', (count, root) => {
    const list = reference.slice(0, count).map((hex) => Buffer.from(hex, 'hex'))

    expect(toHex(merkleRoot(list))).toBe(root)
  })

  test('shows for every entry that it is in it', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom('sha256' as const, 'sm3' as const), (list, suite) => {
        const root = merkleRoot(list, suite)

        for (const [index, entry] of list.entries()) {
          const path = inclusionPath(list, index, suite)
          expect(isIncluded({ entry, index, count: list.length, path, root }, suite)).toBe(true)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('shows nothing about another entry, place, count, path or root', () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.nat(), (list, dice, bit) => {
        const index = dice % list.length
        const entry = list[index] ?? Buffer.alloc(0)
        const count = list.length
        const claim = { entry, index, count, path: inclusionPath(list, index), root: merkleRoot(list) }

        expect(isIncluded({ ...claim, entry: Buffer.concat([entry, Buffer.of(1)]) })).toBe(false)
        expect(isIncluded({ ...claim, index: index + 1 })).toBe(false)
        expect(isIncluded({ ...claim, index: -1 })).toBe(false)
        expect(isIncluded({ ...claim, path: [...claim.path, Buffer.alloc(32)] })).toBe(false)
        expect(
          isIncluded({ ...claim, path: claim.path.slice(1), count: count + (count === 1 ? 1 : 0) }),
        ).toBe(false)
        expect(isIncluded({ ...claim, root: flipped(claim.root, bit) })).toBe(false)
      }),
    )
  })

  test('has another root when two entries change places, one is left out or one is changed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 2, maxLength: 40 }), fc.nat(), (numbers, dice) => {
        const list = numbers.map((number) => Buffer.from(String(number)))
        const at = dice % (list.length - 1)
        const root = merkleRoot(list)

        expect(areSame(merkleRoot(swapped(list, at)), root)).toBe(false)
        expect(areSame(merkleRoot(list.toSpliced(at, 1)), root)).toBe(false)
        expect(areSame(merkleRoot(list.with(at, Buffer.from('x'))), root)).toBe(false)
      }),
    )
  })

  test('does not take an inner node for an entry', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((text) => Buffer.from(text)) as [
      Buffer,
      Buffer,
      Buffer,
      Buffer,
    ]
    const left = merkleRoot([a, b])
    const right = merkleRoot([c, d])

    expect(areSame(merkleRoot([left, right]), merkleRoot([a, b, c, d]))).toBe(false)
  })

  test('has no path for an entry that is not there', () => {
    expect(() => inclusionPath([Buffer.of(1)], 1)).toThrow(RangeError)
  })
})

function flipped(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  const at = bit % (copy.length * 8)
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7))
  return copy
}

function swapped<T>(list: readonly T[], at: number): T[] {
  return [...list.slice(0, at), ...list.slice(at, at + 2).reverse(), ...list.slice(at + 2)]
}
