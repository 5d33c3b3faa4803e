import { type Check, compact, doubtful, good } from './check.ts'

const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const values: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...'0123456789'].map((digit) => [digit, Number(digit)])),
  ...Object.fromEntries([...'ABCDEFGH'].map((letter, index) => [letter, index + 1])),
  ...Object.fromEntries([...'JKLMN'].map((letter, index) => [letter, index + 1])),
  ...{ P: 7, R: 9 },
  ...Object.fromEntries([...'STUVWXYZ'].map((letter, index) => [letter, index + 2])),
}

/**
 * Checks a vehicle identification number (车辆识别代号, GB 16735). A check digit that does not fit is only a warning: imported and
 * old vehicles have none. Another length can be used with a reason, for old chassis numbers.
 */
export function checkVin(typed: string): Check<string> {
  const vin = compact(typed)
  if (!/^[A-HJ-NPR-Z0-9]{17}$/.test(vin))
    return doubtful(
      '车辆识别代号应为 17 位数字或字母，不含 I、O、Q，请核对；老旧车辆的车架号请注明原因后使用。',
      'A vehicle identification number has 17 characters without I, O, Q; check it, or use an old chassis number with a reason.',
    )
  const sum = weights.reduce((total, weight, at) => total + weight * (values[vin[at] ?? ''] ?? 0), 0)
  const expected = sum % 11 === 10 ? 'X' : String(sum % 11)
  return good(
    vin,
    expected === vin[8]
      ? []
      : [
          {
            zh: '车辆识别代号的校验位不符，进口或老旧车辆可能如此，请核对。',
            en: 'The check digit does not fit, as happens with imported or old vehicles; check the number.',
          },
        ],
  )
}
