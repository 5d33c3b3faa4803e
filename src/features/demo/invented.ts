/**
 * Identifiers of nobody. They pass the checks that real ones pass, so that the demonstration shows what the system shows, and
 * none can belong to anybody: division 990000 does not exist, nobody carries serial 000, no mobile number begins with 100, and
 * no plate has the serial TEST.
 */

/** Stands beside every plate of the demonstration. */
export const plateNote = '演示号牌，并非真实车辆'

/** A citizen's number with a birth date between 1900 and 1910 and the serial 000, which is given to nobody. */
export function inventedCitizenId(index: number): string {
  const year = 1900 + (index % 10)
  const month = String(1 + (index % 12)).padStart(2, '0')
  const day = String(1 + (index % 28)).padStart(2, '0')
  const body = `990000${year}${month}${day}000`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return `${body}${'10X98765432'[sum % 11]}`
}

/** A mobile number of a range that is not given out. */
export const inventedPhone = (index: number): string => `1005550${String(index).padStart(4, '0')}`

/** A unified social credit code of a division that does not exist. */
export function inventedCreditCode(index: number): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
  const body = `91990000MADEM${String(index).padStart(4, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(body[at] ?? ''), 0)
  return `${body}${alphabet[(31 - (sum % 31)) % 31]}`
}

/** A plate of an office such as 吉C, whose serial is TEST and one more character. */
export const inventedPlate = (office: string, index: number): string =>
  `${office}TEST${'123456789ABCDEFGHJKLMNPQRSTUVWXYZ'[index % 33]}`

/** The plate of a trailer, likewise. */
export const inventedTrailer = (office: string, index: number): string =>
  `${office}TES${'123456789ABCDEFGHJKLMNPQRSTUVWXYZ'[index % 33]}挂`
