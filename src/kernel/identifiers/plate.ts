import type { Words } from '../words.ts'
import { type Check, compact, doubtful, good } from './check.ts'

/**
 * Plate colours by the code of the ministry (JT/T 697.7-2014 5.6, JT/T 415-2021 5.4.12). Other systems number them otherwise,
 * blue and yellow swapped among them: map a foreign code, never pass it through.
 */
export const plateColours = {
  '1': { zh: '蓝', en: 'blue' },
  '2': { zh: '黄', en: 'yellow' },
  '3': { zh: '黑', en: 'black' },
  '4': { zh: '白', en: 'white' },
  '5': { zh: '绿', en: 'green' },
  '9': { zh: '其他', en: 'other' },
  '91': { zh: '农黄', en: 'farm yellow' },
  '92': { zh: '农绿', en: 'farm green' },
  '93': { zh: '黄绿', en: 'yellow-green' },
  '94': { zh: '渐变绿', en: 'gradient green' },
  '0': { zh: '未上牌', en: 'no plate yet' },
} as const satisfies Record<string, Words>

export type PlateColour = keyof typeof plateColours

/** What a plate's pattern says about the vehicle (GA 36-2018). */
export type PlateKind =
  | 'ordinary'
  | 'new-energy-small'
  | 'new-energy-large'
  | 'trailer'
  | 'learner'
  | 'police'
  | 'hong-kong-macau'
  | 'consulate'
  | 'embassy'
  | 'armed-police'
  | 'military'

/** A plate in its one spelling, with the colours its pattern allows. */
export type Plate = {
  readonly plate: string
  readonly kind: PlateKind
  readonly colours: readonly PlateColour[]
}

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
/** The issuing office; O was the old series of the police themselves. */
const office = '[A-HJ-Z]'
const serial = '[A-HJ-NP-Z0-9]'
/** D, A, B, C, E for pure electric vehicles, the others for other new energy. */
const energy = '[DABCEFGHJK]'

const plain = (tail: string): RegExp => new RegExp(`^[${provinces}]${office}${tail}$`)

const patterns: readonly {
  readonly kind: PlateKind
  readonly shape: RegExp
  readonly colours: readonly PlateColour[]
}[] = [
  { kind: 'ordinary', shape: plain(`${serial}{5}`), colours: ['1', '2'] },
  { kind: 'new-energy-small', shape: plain(`${energy}${serial}\\d{4}`), colours: ['94', '5'] },
  { kind: 'new-energy-large', shape: plain(`\\d{5}${energy}`), colours: ['93'] },
  { kind: 'trailer', shape: plain(`${serial}{4}挂`), colours: ['2'] },
  { kind: 'learner', shape: plain(`${serial}{4}学`), colours: ['2'] },
  { kind: 'police', shape: plain(`${serial}{4}警`), colours: ['4'] },
  { kind: 'hong-kong-macau', shape: plain(`${serial}{4}[港澳]`), colours: ['3'] },
  { kind: 'consulate', shape: plain(`${serial}{4}领`), colours: ['3'] },
  { kind: 'embassy', shape: /^(\d{6}使|使\d{6})$/, colours: ['3'] },
  { kind: 'armed-police', shape: new RegExp(`^WJ[${provinces}]?\\d{4}[TDSHBXJ\\d]$`), colours: ['4'] },
  { kind: 'military', shape: /^[VKHBSLJNGCE][A-DJ-PR-TVY]\d{5}$/, colours: ['4'] },
]

/** A plate as it is stored and compared: `辽 A·12345`, `辽Ａ-12345` and `辽a12345` are one plate. */
export const normalisePlate = (typed: string): string => compact(typed)

/** The key of a vehicle: always plate and colour, because one plate string exists in two colours. */
export const plateKey = (typed: string, colour: PlateColour): string => `${normalisePlate(typed)}/${colour}`

export const isPlateColour = (code: string): code is PlateColour => Object.hasOwn(plateColours, code)

/**
 * Checks a plate, and its colour where one is given: a colour the pattern does not have is a warning. A plate of no known pattern
 * (temporary, farm, foreign) can be used with a reason.
 */
export function checkPlate(typed: string, colour?: PlateColour): Check<Plate> {
  const plate = normalisePlate(typed)
  const found = patterns.find(({ shape }) => shape.test(plate))
  if (!found) return notAPlate(plate)
  const { kind, colours } = found
  return good({ plate, kind, colours }, [...policeSeries(plate, kind), ...wrongColour(colours, colour)])
}

function notAPlate(plate: string): Check<never> {
  const [first = '', second = '', ...rest] = plate
  if (plate === '') return doubtful('请填写车牌号。', 'Give the plate.')
  if (!provinces.includes(first))
    return doubtful(
      `车牌号“${plate}”的首字不是省份简称，请核对；临时、农机或境外号牌请注明原因后使用。`,
      `"${plate}" does not begin with a province; check it, or use it with a reason (temporary, farm or foreign plates).`,
    )
  if (/[IO]/.test(rest.join('')))
    return doubtful(
      `车牌序号中没有字母 I 和 O，请核对“${plate}”中是否为数字 1 或 0。`,
      `Serials have no letters I and O; check whether "${plate}" has a 1 or a 0 there.`,
    )
  if (!/[A-HJ-Z]/.test(second))
    return doubtful(
      `车牌号第二位应为发牌机关字母，请核对“${plate}”。`,
      `The second character is the letter of the issuing office; check "${plate}".`,
    )
  return doubtful(
    `车牌号“${plate}”应为 7 位，新能源为 8 位，请核对。`,
    `Plates have 7 characters, new-energy ones 8; check "${plate}".`,
  )
}

function policeSeries(plate: string, kind: PlateKind): Words[] {
  return kind === 'ordinary' && plate[1] === 'O'
    ? [
        {
          zh: '“O”为公安机关旧号段，现已少见，请核对。',
          en: 'The letter O is an old police series, now rare; check it.',
        },
      ]
    : []
}

function wrongColour(colours: readonly PlateColour[], colour: PlateColour | undefined): Words[] {
  if (colour === undefined || colour === '9' || colours.includes(colour)) return []
  const names = colours.map((code) => plateColours[code])
  return [
    {
      zh: `该号牌式样通常为${names.map(({ zh }) => zh).join('或')}色，与所填“${plateColours[colour].zh}”不符，请核对。`,
      en: `Plates of this pattern are ${names.map(({ en }) => en).join(' or ')}, not ${plateColours[colour].en}; check the colour.`,
    },
  ]
}
