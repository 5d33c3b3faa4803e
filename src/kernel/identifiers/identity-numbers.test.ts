import { describe, expect, test } from 'vitest'
import { checkCitizenId } from './citizen-id.ts'
import { checkCreditCode, checkOrganisationCode } from './credit-code.ts'

describe('a unified social credit code', () => {
  test.each(['91350200MA2YJ1XR9G', '91440101MA5CJQ4N59', '91431000MA4PYYNYX5', '91440101MA5D0XX32M'])(
    '%s is right',
    (code) => expect(checkCreditCode(code)).toMatchObject({ ok: true, value: { code } }),
  )

  test('is read in small letters and with spaces, and tells division and organisation', () => {
    expect(checkCreditCode(' 9135 0200 ma2yj1xr9g')).toMatchObject({
      ok: true,
      value: { code: '91350200MA2YJ1XR9G', division: '350200', organisation: 'MA2YJ1XR9' },
    })
  })

  test('a real one that fails its own check digit can be used with a reason', () => {
    expect(checkCreditCode('91350203M0001QAY9B')).toMatchObject({ ok: false, overridable: true })
    expect(checkOrganisationCode('M0001QAY9')).toMatchObject({ ok: true })
  })

  test('every change of one character is noticed', () => {
    const code = '91350200MA2YJ1XR9G'
    for (let at = 0; at < code.length; at += 1)
      for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY')
        if (other !== code[at])
          expect(
            checkCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok,
            `${other} at ${at}`,
          ).toBe(false)
  })

  test.each(['91350200MA2YJ1XR9', '91350200MA2YJ1XR9GG', '9135O200MA2YJ1XR9G', '91A50200MA2YJ1XR9G', ''])(
    '"%s" cannot be one',
    (typed) => expect(checkCreditCode(typed)).toMatchObject({ ok: false, overridable: false }),
  )
})

describe('an organisation code', () => {
  test('D2143569-X is right, D2143569-1 is not', () => {
    expect(checkOrganisationCode('D2143569-X')).toMatchObject({ ok: true, value: 'D2143569X' })
    expect(checkOrganisationCode('D2143569-1')).toMatchObject({ ok: false, overridable: true })
    expect(checkOrganisationCode('D214')).toMatchObject({ ok: false, overridable: false })
  })
})

describe('a citizen’s number', () => {
  test('tells birth day and sex', () => {
    expect(checkCitizenId('11010519491231002X')).toMatchObject({
      ok: true,
      value: { birthDay: '1949-12-31', sex: 'female', old: false },
    })
    expect(checkCitizenId('440524188001010014')).toMatchObject({
      ok: true,
      value: { birthDay: '1880-01-01', sex: 'male' },
    })
  })

  test('may end with a small x', () => {
    expect(checkCitizenId('11010519491231002x')).toMatchObject({
      ok: true,
      value: { number: '11010519491231002X' },
    })
  })

  test('of 15 digits is known from archives', () => {
    expect(checkCitizenId('110105491231002')).toMatchObject({
      ok: true,
      value: { old: true, birthDay: '1949-12-31', sex: 'female' },
    })
  })

  test('of an abolished division is as good as any', () => {
    // 440524 no longer exists.
    expect(checkCitizenId('440524188001010014').ok).toBe(true)
  })

  test('with a wrong check digit can be used with a reason, with an impossible birth day not', () => {
    expect(checkCitizenId('110105194912310021')).toMatchObject({ ok: false, overridable: true })
    expect(checkCitizenId('11010519490230002X')).toMatchObject({ ok: false, overridable: false })
    expect(checkCitizenId('110105490230002')).toMatchObject({ ok: false, overridable: false })
    expect(checkCitizenId('12345')).toMatchObject({ ok: false, overridable: false })
  })
})
