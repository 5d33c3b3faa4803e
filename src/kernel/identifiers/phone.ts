import { type Check, good, impossible } from './check.ts'

/** Checks a telephone number, mobile or fixed, with or without area code and extension, as people write it. */
export function checkPhone(typed: string): Check<string> {
  const isNumber = /^\+?[\d\s()（）-]{5,30}$/.test(typed)
  return isNumber
    ? good(typed)
    : impossible(
        '请填写电话号码，如 024-12345678 或 13800000000。',
        'Write a telephone number, such as 024-12345678.',
      )
}
