import type { Words } from '../../kernel/words.ts'

/** The sorts of news a person chooses channels for. */
export const noticeSorts = {
  urgent: { zh: '紧急来件', en: 'Urgent arrivals' },
  'due-soon': { zh: '临期提醒', en: 'Due soon' },
  overdue: { zh: '逾期', en: 'Overdue' },
  escalated: { zh: '升级', en: 'Escalated' },
  news: { zh: '其他消息', en: 'Other news' },
} as const satisfies Record<string, Words>

export type NoticeSort = keyof typeof noticeSorts

export const noticeSortNames = Object.keys(noticeSorts) as [NoticeSort, ...NoticeSort[]]

const ofClocks: Readonly<Record<string, NoticeSort>> = {
  'clock.reminded': 'due-soon',
  'clock.overdue': 'overdue',
  'clock.escalated': 'escalated',
}

/** What sort a piece of news is, by the type of its event and whether its matter is urgent. */
export const sortOf = (type: string, isPressing: boolean): NoticeSort =>
  ofClocks[type] ?? (isPressing ? 'urgent' : 'news')
