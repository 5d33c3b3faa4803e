import type { Instant } from '../../../kernel/day.ts'
import { inventedPlate, plateNote } from '../invented.ts'
import { pdfOf } from '../papers/document.ts'
import { documentDay } from '../past.ts'
import { type Paper, type Telling, tell } from '../tale.ts'

/** A formal request while it is prepared: the place's officer writes and sends, its reviewer approves. */
export type Request = {
  readonly name: string
  readonly kind: string
  readonly place: string
  /** When it is sent; it is written and approved in the hour before. */
  readonly at: Instant
  readonly papers?: readonly Paper[]
  readonly body: Readonly<Record<string, unknown>>
}

/** A request that has been handed in for review. */
export const submittedRequest = ({ name, kind, place, at, papers = [], body }: Request): Telling =>
  tell(name, kind, `${place}.officer`, later(at, -60))
    .attaches(`${place}.officer`, later(at, -50), papers)
    .does(`${place}.officer`, later(at, -40), 'submit', body)

/** A request that has been approved and sent. */
export const sentRequest = (request: Request): Telling =>
  submittedRequest(request)
    .does(`${request.place}.reviewer`, later(request.at, -20), 'approve', {
      opinion: '事由清楚，依据充分，同意发出。',
    })
    .does(`${request.place}.officer`, request.at, 'send')

/** So many minutes after a moment, or before it. */
export const later = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** A document that satisfies an item of a check-list, in the demonstration's own words. */
export const paper = (item: string, title: string, at: Instant, ...paragraphs: readonly string[]): Paper => ({
  item,
  name: `${title}.pdf`,
  bytes: pdfOf({
    title,
    subtitle: documentDay(at),
    paragraphs: [...paragraphs, '（演示材料，人员、单位和号牌均为虚构）'],
    signatures: ['执法人员：', `日期：${documentDay(at)}`],
  }),
})

/** An invented vehicle with a yellow plate. */
export const vehicle = (office: string, serial: number, type = 'truck') => ({
  plate: inventedPlate(office, serial),
  colour: '2',
  plateNote,
  type,
})

/** Officers with certificates that say what they are. */
export const officers = (...names: readonly string[]) =>
  names.map((name, index) => ({ name, certificateNumber: `演示9900${index + 1}` }))
