import type { Words } from './words.ts'

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** A whole number of 1 to 999 as statutes write it: 四十二, 十二, 一百零三. Pure. */
export function chineseNumber(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor((number % 100) / 10), number % 10]
  return [
    hundreds > 0 ? `${digits[hundreds]}百` : '',
    tens > 1 || (tens === 1 && hundreds > 0) ? `${digits[tens]}十` : '',
    tens === 1 && hundreds === 0 ? '十' : '',
    tens === 0 && hundreds > 0 && ones > 0 ? '零' : '',
    ones > 0 ? digits[ones] : '',
  ].join('')
}

/**
 * Cites articles of a law, in each language as its own statutes do: `行政处罚法第四十四条、第六十二条`, `Administrative Penalty Law,
 * arts 44 and 62`. Pure.
 */
export const citing =
  (law: Words) =>
  (...articles: readonly [number, ...number[]]): Words => {
    const before = articles.slice(0, -1)
    return {
      zh: `${law.zh}${articles.map((article) => `第${chineseNumber(article)}条`).join('、')}`,
      en: `${law.en}, ${before.length > 0 ? `arts ${before.join(', ')} and` : 'art.'} ${articles.at(-1)}`,
    }
  }
