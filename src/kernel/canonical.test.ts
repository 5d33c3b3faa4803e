import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import { Refusal } from './refusal.ts'

describe('the canonical text of a JSON value', () => {
  test('is that of the example in RFC 8785, section 3.2.2', () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`)

    expect(canonical(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  test('orders keys by UTF-16 units, as in RFC 8785, section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }

    expect(Object.values(JSON.parse(canonical(value)))).toEqual([
      'One', // JavaScript itself puts integer keys first
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  // Bit patterns and texts of RFC 8785, appendix B.
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number with the bits %s as %s', (bits, text) => {
    expect(canonical(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
  })

  test('says the same as the value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(fc.dictionary(text, json, { maxKeys: 8 }), fc.infiniteStream(fc.nat()), (object, dice) => {
        const shuffled = Object.entries(object)
          .map((entry) => ({ entry, place: dice.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ entry }) => entry)

        expect(canonical(Object.fromEntries(shuffled))).toBe(canonical(object))
      }),
    )
  })

  test('is its own canonical text', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value))
      }),
    )
  })

  test.each([
    ['NaN', Number.NaN],
    ['an infinity', Number.POSITIVE_INFINITY],
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', Buffer.from('x')],
    ['a lone high surrogate', '\ud83d!'],
    ['a lone low surrogate', '\ude00'],
    ['a NUL', 'a\0b'],
    ['a hole in a list', new Array(1)],
  ])('refuses %s and says where it stands', (_, wrong) => {
    const refusal = refusalOf(() => canonical({ list: [1, { wrong }] }))

    expect(refusal.code).toBe('invalid-input')
    expect(refusal.faults[0]?.path.slice(0, 3)).toEqual(['list', 1, 'wrong'])
    expect(refusal.words.zh).not.toBe('')
  })

  test('refuses a key with a lone surrogate', () => {
    expect(refusalOf(() => canonical({ '\udc00': 1 })).code).toBe('invalid-input')
  })

  test('refuses what is nested too deep or in a circle, without overflowing the stack', () => {
    const circle: unknown[] = []
    circle.push(circle)

    expect(refusalOf(() => canonical(circle)).code).toBe('invalid-input')
  })
})

/** Text that canonical JSON can carry: no lone surrogates (fast-check makes none), no NUL. */
const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((value) => !value.includes('\0'))

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
})).value

function refusalOf(work: () => unknown): Refusal {
  try {
    work()
  } catch (reason) {
    if (reason instanceof Refusal) return reason
    throw reason
  }
  throw new Error('Nothing was refused.')
}
