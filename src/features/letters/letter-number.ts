/**
 * The number of a letter 发文字号: the agency's sign, the type's, the year in full, the serial without zeros in front (GB/T 9704-2012
 * §7.2.5), such as 辽铁交执移函〔2026〕1号.
 */
export const letterNumber = (sign: string, mark: string, year: number, serial: number): string =>
  `${sign}${mark}〔${year}〕${serial}号`
