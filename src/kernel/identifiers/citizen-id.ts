import { type Day, isDay } from '../day.ts'
import { type Check, compact, doubtful, good, impossible } from './check.ts'

/** A citizen's number in its one spelling, with what it says. Personal data: mask it wherever it is only shown. */
export type CitizenId = {
  readonly number: string
  readonly birthDay: Day
  readonly sex: 'male' | 'female'
  /** True for the 15 digits issued until 1999, which stand in archives and have no check digit. */
  readonly old: boolean
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Checks a citizen's number (公民身份号码, GB 11643-1999). The first six digits are not compared with today's divisions: people keep
 * the number of a county that has been abolished.
 */
export function checkCitizenId(typed: string): Check<CitizenId> {
  const number = compact(typed)
  if (/^\d{15}$/.test(number)) return checkOld(number)
  if (!/^\d{17}[\dX]$/.test(number))
    return impossible(
      '身份证号应为 18 位（末位可为 X）或旧版 15 位数字，请核对。',
      'An identity number has 18 characters (the last may be X), an old one 15 digits; check it.',
    )
  const birthDay = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(birthDay)) return noSuchDay(birthDay)
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  if ('10X98765432'[sum % 11] !== number[17])
    return doubtful(
      '身份证号的校验位不符，请对照证件核对；确认无误的，注明原因后可以使用。',
      'The check digit does not fit; compare with the card. If it is right all the same, use it with a reason.',
    )
  return good({ number, birthDay, sex: sexOf(number[16]), old: false })
}

function checkOld(number: string): Check<CitizenId> {
  const birthDay = `19${number.slice(6, 8)}-${number.slice(8, 10)}-${number.slice(10, 12)}`
  return isDay(birthDay) ? good({ number, birthDay, sex: sexOf(number[14]), old: true }) : noSuchDay(birthDay)
}

const sexOf = (digit: string | undefined): CitizenId['sex'] => (Number(digit) % 2 === 1 ? 'male' : 'female')

const noSuchDay = (day: string): Check<never> =>
  impossible(
    `身份证号中的出生日期 ${day} 不存在，请核对。`,
    `The number says born on ${day}, a day that does not exist; check it.`,
  )
