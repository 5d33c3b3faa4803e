import { expect, test } from 'vitest'
import { passwordFaults } from './password-faults.ts'
import { hashPassword, isPasswordOf } from './password-hash.ts'
import { newOneTimePassword } from './secret.ts'

const english = (password: string) => passwordFaults(password, 'tieling.officer').map(({ en }) => en)

test.each(['Changbai-2031', 'korrekt pferd 7', '长白山下的第七棵树aB', 'abcDEF7890'])(
  '%s will do',
  (password) => {
    expect(english(password)).toEqual([])
  },
)

test.each([
  ['Ab1-xyz', /10 characters/],
  ['alllowercaseletters', /at least 3 of/],
  ['lower1234567', /at least 3 of/],
  ['My-Tieling.Officer-1', /contain the login/],
  ['P@ssw0rd1234', /easily guessed/],
  ['Woaini1314!', /easily guessed/],
  ['Password2031!', /easily guessed/],
  ['2031@Zhifa-07', /easily guessed/],
  ['Xiezhi-demo-2026', /easily guessed/],
  [`Aa1${'x'.repeat(126)}`, /At most 128/],
])('%s will not', (password, fault) => {
  expect(english(password).join(' ')).toMatch(fault)
})

test('all faults are told at once, in both languages', () => {
  const faults = passwordFaults('xyz', 'tieling.officer')
  expect(faults).toHaveLength(2)
  for (const { zh, en } of faults)
    expect([zh, en]).toEqual([expect.stringMatching(/[一-龥]/), expect.any(String)])
})

test('a one-time password satisfies the rules and never comes twice', () => {
  const made = Array.from({ length: 200 }, newOneTimePassword)
  expect(new Set(made).size).toBe(200)
  for (const password of made) {
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/)
    expect(password, 'read out, none is taken for another').not.toMatch(/[01IOilo]/)
  }
})

test('a hash is Argon2id with its salt, and belongs to its password only', async () => {
  const [one, two] = [await hashPassword('Changbai-2031'), await hashPassword('Changbai-2031')]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
  expect(await isPasswordOf(one, 'Changbai-2031')).toBe(true)
  expect(await isPasswordOf(one, 'Ｃhangbai-2031')).toBe(true)
  expect(await isPasswordOf(one, 'changbai-2031')).toBe(false)
  expect(await isPasswordOf(undefined, 'Changbai-2031')).toBe(false)
})
