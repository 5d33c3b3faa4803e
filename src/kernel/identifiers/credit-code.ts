import { type Check, compact, doubtful, good, impossible } from './check.ts'

/** A unified social credit code in its one spelling, with the division and the organisation code in it. */
export type CreditCode = { readonly code: string; readonly division: string; readonly organisation: string }

/** No I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100-2015). A wrong check digit can be overridden with a reason:
 * codes are in circulation that fail it.
 */
export function checkCreditCode(typed: string): Check<CreditCode> {
  const code = compact(typed)
  if (code.length !== 18)
    return impossible(
      `统一社会信用代码应为 18 位，现为 ${code.length} 位，请核对。`,
      `A unified social credit code has 18 characters, this has ${code.length}; check it.`,
    )
  if (/[IOSVZ]/.test(code))
    return impossible(
      '统一社会信用代码不使用字母 I、O、S、V、Z，请核对是否为数字 1、0、5 或 2。',
      'Unified social credit codes have no letters I, O, S, V, Z; check for 1, 0, 5 or 2.',
    )
  if (!/^[0-9A-Z]{2}\d{6}[0-9A-Z]{10}$/.test(code))
    return impossible(
      '统一社会信用代码的第 3 至 8 位应为数字（行政区划），其余为数字或字母，请核对。',
      'Characters 3 to 8 are digits (the division), the others digits or letters; check the code.',
    )
  if (checkDigit(code) !== code[17])
    return doubtful(
      '统一社会信用代码的校验位不符，请对照营业执照核对；确认无误的，注明原因后可以使用。',
      'The check digit does not fit; compare with the licence. If it is right all the same, use it with a reason.',
    )
  return good({ code, division: code.slice(2, 8), organisation: code.slice(8, 17) })
}

/** Checks a nine-character organisation code (组织机构代码, GB 11714), alone or as part of a credit code. */
export function checkOrganisationCode(typed: string): Check<string> {
  const code = compact(typed)
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code))
    return impossible(
      '组织机构代码应为 9 位数字或字母，请核对。',
      'An organisation code has 9 characters; check it.',
    )
  const sum = [3, 7, 9, 10, 5, 8, 4, 2].reduce(
    (total, weight, at) => total + weight * Number.parseInt(code[at] ?? '0', 36),
    0,
  )
  const digit = 11 - (sum % 11)
  const expected = digit === 10 ? 'X' : digit === 11 ? '0' : String(digit)
  return expected === code[8]
    ? good(code)
    : doubtful(
        '组织机构代码的校验位不符，请核对。',
        'The check digit of the organisation code does not fit; check it.',
      )
}

function checkDigit(code: string): string | undefined {
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(code[at] ?? ''), 0)
  return alphabet[(31 - (sum % 31)) % 31]
}
