import type { Instant } from '../../../kernel/day.ts'
import { type TransferContent, transferPapers } from '../papers/transfer-papers.ts'
import { type Telling, tell } from '../tale.ts'

/** When a transfer is prepared; the place's officer writes and sends, its reviewer approves. */
export type Preparation = {
  readonly place: string
  readonly opened: Instant
  readonly submitted: Instant
  readonly approved?: Instant
  readonly sent?: Instant
  readonly opinion?: string
}

/** Begins the tale of a transfer with its preparation, as far as there is a moment for it. */
export function preparedTransfer(name: string, content: TransferContent, when: Preparation): Telling {
  const { place, opened, submitted, approved, sent, opinion } = when
  const officer = `${place}.officer`
  const telling = tell(name, 'case-transfer', officer, opened)
    .attaches(officer, minutesAfter(opened, 6), transferPapers(content))
    .does(officer, submitted, 'submit', content)
  if (approved)
    telling.does(`${place}.reviewer`, approved, 'approve', {
      opinion: opinion ?? '经审核，事实清楚，证据充分，程序合法，移送理由成立，同意移送。',
    })
  if (sent) telling.does(officer, sent, 'send')
  return telling
}

const minutesAfter = (at: Instant, minutes: number): Instant =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()

/** The originals of the case, as they are handed over where nothing else goes along. */
export const originals = (at: Instant, place: string, handedBy: string) => ({
  at,
  place,
  items: [{ name: '案卷材料原件', quantity: 1, unit: '册', condition: '完好，页码连续' }],
  handedBy,
})
