import { chinaDayOf } from '../../../../kernel/day.ts'
import { deadlineOf } from '../../../../kernel/deadline.ts'
import { remainingOf } from '../../../../kernel/urgency.ts'
import { calendarFor, ruleFor } from '../../../rules/rules.ts'
import type { EffectInput, Finding } from '../../kind.ts'
import type { Entrustment, OtherServing, Serving } from './document-service.contract.ts'
import { serviceDateOf } from './service-date.ts'

/** What the platform works out in an entrusted service. */
export const documentServiceFindings = {
  submit: async (input: EffectInput) => theTrap(input, input.body as Entrustment),
  // Whoever serves reads it too: its own time may end later than the law's.
  send: async (input: EffectInput) => stillTheTrap(input),
  // What nobody serves any more is still to be served by who decided.
  decline: async (input: EffectInput) => stillTheTrap(input),
  release: async (input: EffectInput) => stillTheTrap(input),
  giveUp: async (input: EffectInput) => stillTheTrap(input),
  serve: async (input: EffectInput) => servedOn(input),
  amendService: async (input: EffectInput) => servedOn(input),
  serveOtherwise: async (input: EffectInput) => servedOn(input),
} as const

const stillTheTrap = (input: EffectInput) => theTrap(input, input.matter.content as Entrustment)

/** Says until when a penalty decision must have been served, because entrusting gains no time (行政处罚法 Art. 61). */
async function theTrap({ tx, now }: EffectInput, { document }: Entrustment): Promise<readonly Finding[]> {
  if (document.kind !== 'decision') return []
  const rule = await ruleFor(tx, { ruleId: 'SERVE_DECISION', on: now })
  const calendar = await calendarFor(tx)
  const { dueAt } = deadlineOf({ rule, from: `${document.decidedOn}T00:00:00+08:00`, calendar })
  const last = chinaDayOf(dueAt)
  const left = remainingOf(dueAt, now, calendar, rule.unit)
  return [
    {
      name: 'serveBefore',
      value: last,
      zh: `处罚决定最迟 ${last} 送达（${rule.basis.zh}），委托送达不停止计算：${left.zh}。`,
      en: `The decision must be served by ${last} (${rule.basis.en}); entrusting does not stop that time: ${left.en}.`,
    },
  ]
}

async function servedOn({ tx, body, now }: EffectInput): Promise<readonly Finding[]> {
  const service = body as Serving | OtherServing
  const on = service.method === 'public-notice' ? `${service.publishedOn}T00:00:00+08:00` : now
  const rule = await ruleFor(tx, { ruleId: 'PUBLIC_NOTICE_SERVICE', on })
  const { day, why } = serviceDateOf(service, { rule, calendar: await calendarFor(tx) })
  return [
    {
      name: 'servedOn',
      value: day,
      zh: `送达日期：${day}（${why.zh}）。`,
      en: `Served on ${day} (${why.en}).`,
    },
  ]
}
