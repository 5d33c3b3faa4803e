import type { Personal } from '../text.ts'

// How personal data looks wherever it is only shown. What is masked here never left the server whole.

/** `210***********1234`; shorter documents keep only their last two characters. */
export function maskIdNumber(number: string): string {
  const characters = [...number]
  return characters.length >= 12 ? keepEnds(characters, 3, 4) : keepEnds(characters, 0, 2)
}

/** `138****5678`; a short number keeps only its last two digits. */
export function maskPhone(phone: string): string {
  const characters = [...phone]
  return characters.length >= 10 ? keepEnds(characters, 3, 4) : keepEnds(characters, 0, 2)
}

/**
 * `张*`, `张**`, `欧阳*`: the surname, where the name has one, and not how long the rest is. Of any other name its first letter:
 * `J**`, and for 乌云·其木格 `乌**`, without the interpunct, which would tell of which people somebody is. What stands in
 * brackets, such as a former name, is hidden altogether. Counts what a reader takes for one character.
 */
export function maskName(name: string): string {
  const outside = lettersOf(name.replace(/[（(［[【〔{].*?(?:[）)］\]】〕}]|$)/gu, ''))
  const letters = outside.length > 0 ? outside : lettersOf(name)
  const shown = letters.length > 2 && isCompoundSurname(letters) ? 2 : 1
  const hidden = Math.min(Math.max(letters.length - shown, 1), 2)
  return name.trim() === '' ? '' : letters.slice(0, shown).join('') + '*'.repeat(hidden)
}

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Without spaces, interpuncts and quotes. Rare characters that older systems keep in the private area are letters too. */
const lettersOf = (text: string): string[] =>
  [...characters.segment(text)].map(({ segment }) => segment).filter((one) => /[\p{L}\p{N}\p{Co}]/u.test(one))

const isCompoundSurname = ([first = '', second = '']: readonly string[]): boolean =>
  compoundSurnames.has(first + second)

/** Surnames of two characters 复姓: those of 百家姓, and others that people have today. */
const compoundSurnames = new Set(
  `万俟 司马 上官 欧阳 夏侯 诸葛 闻人 东方 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 令狐 钟离
  宇文 长孙 慕容 鲜于 闾丘 司徒 司空 亓官 司寇 子车 颛孙 端木 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 宰父 谷梁 段干 百里 东郭
  南门 呼延 羊舌 微生 梁丘 左丘 东门 西门 南宫 第五 独孤 纳兰 完颜 耶律 叶赫 那拉 達奚 达奚 歐陽 諸葛 聞人 東方 赫連 尉遲 澹臺
  公孫 仲孫 軒轅 鍾離 長孫 鮮于 閭丘 司馬`.split(/\s+/),
)

/** At least one character is always hidden, and never fewer than half of a short one. */
function keepEnds(characters: readonly string[], head: number, tail: number): string {
  const shown = Math.min(tail, Math.floor(characters.length / 2))
  const hidden = characters.length - head - shown
  return (
    characters.slice(0, head).join('') +
    '*'.repeat(hidden) +
    characters.slice(characters.length - shown).join('')
  )
}

/** `辽宁省铁岭市****`: down to the city, else the first three characters. */
export function maskAddress(address: string): string {
  const city = /^.{2,12}?(?:市|自治州|盟|地区)/u.exec(address)?.[0] ?? [...address].slice(0, 3).join('')
  return city.length < address.length ? `${city}****` : '****'
}

/** Masks a personal detail by its kind, for forms whose fields say what they hold. */
export function maskPersonal(kind: Personal, value: string): string {
  return maskOf[kind](value)
}

const maskOf = {
  name: maskName,
  'id-number': maskIdNumber,
  phone: maskPhone,
  address: maskAddress,
} as const satisfies Record<Personal, (value: string) => string>
