import { type Check, compact, doubtful, good, impossible } from './check.ts'

/** Checks an MMSI (水上移动业务标识码): nine digits. One that is not of China is only a warning. */
export function checkMmsi(typed: string): Check<string> {
  const mmsi = compact(typed)
  if (!/^[2-7]\d{8}$/.test(mmsi))
    return impossible(
      '船舶 MMSI 应为 9 位数字，首位为 2 至 7，请核对。',
      'A ship’s MMSI has 9 digits and begins with 2 to 7; check it.',
    )
  return good(
    mmsi,
    /^41[234]/.test(mmsi)
      ? []
      : [
          {
            zh: '该 MMSI 不是中国号段（412、413、414），请核对。',
            en: 'This MMSI is not of China (412, 413, 414); check it.',
          },
        ],
  )
}

/** Checks an IMO number (国际海事组织编号): seven digits, the last a check digit that can be overridden with a reason. */
export function checkImo(typed: string): Check<string> {
  const imo = compact(typed).replace(/^IMO/, '')
  if (!/^\d{7}$/.test(imo))
    return impossible('IMO 编号应为 7 位数字，请核对。', 'An IMO number has 7 digits; check it.')
  const sum = [7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(imo[at]), 0)
  return sum % 10 === Number(imo[6])
    ? good(imo)
    : doubtful('IMO 编号的校验位不符，请核对。', 'The check digit of the IMO number does not fit; check it.')
}

/** Checks a ship identification number (船舶识别号): `CN`, the year, six digits and a check digit whose rule is not public. */
export function checkShipNumber(typed: string): Check<string> {
  const number = compact(typed)
  return /^CN(19|20)\d{9}$/.test(number)
    ? good(number)
    : doubtful(
        '船舶识别号应为 CN 加 11 位数字（前 4 位为年份），请核对。',
        'A ship identification number is CN and 11 digits, the first four a year; check it.',
      )
}
