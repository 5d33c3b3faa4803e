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

/** `张*`, `欧**`: the first character; a long name does not show its length. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name.trim()]
  return first === undefined ? '' : first + '*'.repeat(Math.min(Math.max(rest.length, 1), 2))
}

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
