import { chinaDayOf, type Day } from '../../../../kernel/day.ts'
import { deadlineOf } from '../../../../kernel/deadline.ts'
import { wordsOfSpan } from '../../../../kernel/term.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { Calendar } from '../../../../kernel/working-days.ts'
import type { BindingRule } from '../../../rules/rules.ts'
import type { OtherServing, Serving } from './document-service.contract.ts'

/** The day on which a document counts as served, with the reason. */
export type ServiceDate = { readonly day: Day; readonly why: Words }

/** By what a public notice is counted: its rule, and the days off. */
export type NoticePeriod = { readonly rule: BindingRule; readonly calendar: Calendar }

/**
 * When a document counts as served, by the method (民事诉讼法 Arts 87–95, which 行政处罚法 Art. 61 applies). Only a public notice takes
 * time: its period lies in the registry of deadlines. Pure.
 */
export function serviceDateOf(service: Serving | OtherServing, notice: NoticePeriod): ServiceDate {
  switch (service.method) {
    case 'direct':
      return {
        day: chinaDayOf(service.at),
        why: { zh: '直接送达，以送达回证上的签收日期为准', en: 'in person: the day signed on the receipt' },
      }
    case 'left':
      return {
        day: chinaDayOf(service.at),
        why: { zh: '留置送达，以留置之日为准', en: 'left behind: the day it was left' },
      }
    case 'post':
      return {
        day: service.deliveredOn,
        why: { zh: '邮寄送达，以回执上注明的收件日期为准', en: 'by post: the day on the return receipt' },
      }
    case 'electronic':
      return {
        day: chinaDayOf(service.arrivedAt),
        why: {
          zh: `电子送达（确认书 ${service.confirmation}），以到达受送达人特定系统的日期为准`,
          en: `electronically, by confirmation ${service.confirmation}: the day it reached the party’s system`,
        },
      }
    case 'via-unit':
      return {
        day: service.signedOn,
        why: { zh: '转交送达，以受送达人签收日期为准', en: 'through a unit: the day the party signed' },
      }
    case 'public-notice': {
      const { dueAt } = deadlineOf({ ...notice, from: `${service.publishedOn}T00:00:00+08:00` })
      const span = wordsOfSpan(notice.rule)
      return {
        day: chinaDayOf(dueAt),
        why: {
          zh: `公告送达，自 ${service.publishedOn} 公告之日起满 ${span.zh}视为送达（${notice.rule.basis.zh}）`,
          en: `by public notice: ${span.en} after it was published on ${service.publishedOn} (${notice.rule.basis.en})`,
        },
      }
    }
  }
}
