import { citing } from '../../kernel/citation.ts'
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'

// What the registries of deadlines and of amounts cite.

/** Words in both languages, written shortly. */
export const words = (zh: string, en: string): Words => ({ zh, en })

/** Where a number was read. */
export const read = {
  statute: words('已核对法律法规全文', 'read in the full text of the law'),
  page: words('已核对官方网页', 'read on an official page'),
  practice: words('泰州市 2016 年案件移送做法', 'practice of Taizhou, 2016'),
  design: words(
    '法律未作规定，系统建议值；协作区域可另行约定',
    'our proposal where the law is silent; an alliance may set its own',
  ),
  unclear: words('各来源不一致或原文待核对', 'sources disagree or the text is still to be checked'),
} as const

/** Articles of the Administrative Penalty Law 行政处罚法. */
export const penaltyLaw = citing(words('行政处罚法', 'Administrative Penalty Law'))

/** Since when the laws hold that numbers are read in. */
export const since = {
  penaltyLaw: '2021-07-15',
  coercionLaw: '2012-01-01',
  crimeOrder: '2020-08-07',
  dataSharing: '2025-08-01',
  overload: '2016-09-21',
} as const satisfies Record<string, Day>
