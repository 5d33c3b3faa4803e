/** A day as official documents write it: 2026-03-05 → 2026年3月5日 (GB/T 9704 §7.3.5.4: Arabic numerals, no zeros in front). */
export function chinaDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
