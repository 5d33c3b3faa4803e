import { describe, expect, test } from 'vitest'
import { checkPlate, normalisePlate, plateKey } from './plate.ts'

describe('a plate', () => {
  test.each([
    ['辽A12345', 'ordinary', ['1', '2']],
    ['吉C8K7P2', 'ordinary', ['1', '2']],
    ['粤BD12345', 'new-energy-small', ['94', '5']],
    ['蒙AF0123 4', 'new-energy-small', ['94', '5']],
    ['黑A12345D', 'new-energy-large', ['93']],
    ['辽M1234挂', 'trailer', ['2']],
    ['辽M1234学', 'learner', ['2']],
    ['辽A1234警', 'police', ['4']],
    ['粤Z1234港', 'hong-kong-macau', ['3']],
    ['沪A1234领', 'consulate', ['3']],
    ['123456使', 'embassy', ['3']],
    ['使123456', 'embassy', ['3']],
    ['WJ辽1234T', 'armed-police', ['4']],
    ['VA12345', 'military', ['4']],
  ])('%s is %s', (typed, kind, colours) => {
    expect(checkPlate(typed)).toMatchObject({ ok: true, value: { kind, colours }, warnings: [] })
  })

  test('has one spelling however it is typed', () => {
    for (const typed of ['辽A·12345', '辽 a 12345', '辽Ａ-１２３４５', ' 辽A.12345 ', '辽A•12345'])
      expect(normalisePlate(typed)).toBe('辽A12345')
  })

  test('is a vehicle only together with its colour', () => {
    expect(plateKey('辽A·12345', '1')).not.toBe(plateKey('辽A·12345', '2'))
    expect(plateKey('辽a12345', '2')).toBe('辽A12345/2')
  })

  test.each([
    ['辽A12345', '4'],
    ['辽M1234挂', '1'],
    ['粤BD12345', '2'],
    ['黑A12345D', '94'],
  ] as const)('%s in colour %s is doubtful but not refused', (typed, colour) => {
    expect(checkPlate(typed, colour)).toMatchObject({ ok: true, warnings: [{}] })
  })

  test.each([
    ['辽A12345', '2'],
    ['辽A12345', '9'],
    ['粤BD12345', '94'],
  ] as const)('%s in colour %s is fine', (typed, colour) => {
    expect(checkPlate(typed, colour)).toMatchObject({ ok: true, warnings: [] })
  })

  test('of the old police series is accepted with a warning', () => {
    expect(checkPlate('辽O12345')).toMatchObject({ ok: true, value: { kind: 'ordinary' }, warnings: [{}] })
  })

  test.each([
    ['', /填写/],
    ['A12345', /省份/],
    ['台A12345', /省份/],
    ['辽A1234O', /I 和 O/],
    ['辽I12345', /第二位/],
    ['辽A123', /7 位/],
    ['辽A1234567', /7 位/],
    ['粤B123456', /7 位/],
  ])('%s is told what is wrong with it and may be used with a reason', (typed, why) => {
    const check = checkPlate(typed)
    expect(check).toMatchObject({ ok: false, overridable: true })
    expect(check.ok ? '' : check.why.zh).toMatch(why)
  })
})
