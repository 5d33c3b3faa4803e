import type { z } from 'zod'
import { chinaInstant } from '../../../kernel/day.ts'
import type { LetterSort, LetterSource } from '../../letters/letters.ts'
import type { Party, Ship, Vehicle } from './subject-fields.ts'

/** What several kinds say in their letters, written the same way. */

/** An instant as documents write it, in China's time: 2026年3月5日9时40分. */
export function chinaMoment(instant: string | undefined): string | undefined {
  if (instant === undefined) return undefined
  const [day = '', time = ''] = chinaInstant(Date.parse(instant)).split('T')
  const [hour, minute] = time.split(':').map(Number)
  return `${chinaDay(day)}${hour}时${minute === 0 ? '' : `${minute}分`}`
}

/** The end of a period as documents write it: the day, or the minute where the period is counted in hours. */
export function chinaDeadline(instant: string | undefined): string | undefined {
  if (instant === undefined) return undefined
  const [day, time = ''] = chinaInstant(Date.parse(instant)).split('T')
  return time.startsWith('23:59') ? chinaDay(day) : chinaMoment(instant)
}

/** A day as documents write it; nothing for nothing. */
export function chinaDay(day: string): string
export function chinaDay(day: string | undefined): string | undefined
export function chinaDay(day: string | undefined): string | undefined {
  if (day === undefined) return undefined
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/**
 * The party as a letter names it. Numbers of identity cards, telephones and addresses stay in the matter, where each reading is recorded; a
 * letter goes from hand to hand.
 */
export const partyName = (party: z.infer<typeof Party> | undefined): string | undefined => party?.name

/** 吉C12345（牵引车，挂车吉C678挂） or a ship by its name. */
export function carrierName(
  vehicle: z.infer<typeof Vehicle> | undefined,
  ship: z.infer<typeof Ship> | undefined,
  typeWord: (type: string | undefined) => string,
): string | undefined {
  if (vehicle) {
    const more = [typeWord(vehicle.type), vehicle.trailerPlate ? `挂车${vehicle.trailerPlate}` : ''].filter(
      Boolean,
    )
    return more.length > 0 ? `${vehicle.plate}（${more.join('，')}）` : vehicle.plate
  }
  return ship?.name
}

/** How a designation came about: by one of these actions a side asked for it, or the common superior acted unasked (行政处罚法 Art. 25). */
export const occasionOfDesignation = ({ said }: LetterSource, asking: readonly string[]): string =>
  asking.some((action) => said(action)) ? '报请指定管辖' : '本机关依职权启动指定管辖'

/** Names of people, with their certificates where they have one: 张三（21120001）、李四（21120002）. */
export const officerNames = (
  officers: readonly { readonly name: string; readonly certificateNumber?: string }[] | undefined,
): string | undefined =>
  officers
    ?.map(({ name, certificateNumber }) =>
      certificateNumber ? `${name}（执法证号${certificateNumber}）` : name,
    )
    .join('、')

/** Number and unit, without zeros behind the point: 13000千克. */
export const amount = (quantity: number, unit: string): string => `${quantity}${unit}`

/**
 * The files that go along, at most thirty, for a letter is no inventory: what each is on the check-list and what it is called, once
 * where the one says the other. A camera's number alone tells a reader nothing.
 */
export function fileNames(files: readonly Omit<LetterSource['files'][number], 'isOwn'>[]): readonly string[] {
  const names = files.slice(0, 30).map(({ name, means }) => {
    const bare = name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
    if (!means || bare.includes(means)) return bare
    return means.includes(bare) ? means : `${means}（${bare}）`
  })
  return files.length > 30 ? [...names, `其他材料共${files.length - 30}件`] : names
}

/** The letter that is answered, by number and day. */
export function answeredLetter(source: LetterSource, type: LetterSort) {
  const letter = source.answered(type)
  return { letterNumber: letter?.number, letterDay: chinaDay(letter?.day) }
}

/** A sentence that goes on: without the full stop somebody may have typed at its end. */
export const withoutStop = (text: string): string => text.replace(/[。；]$/, '')
