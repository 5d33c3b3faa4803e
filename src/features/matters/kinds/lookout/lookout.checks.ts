import { chinaDayOf } from '../../../../kernel/day.ts'
import { deadlineOf } from '../../../../kernel/deadline.ts'
import { invalidInput } from '../../../../kernel/faults.ts'
import { wordsOfSpan } from '../../../../kernel/term.ts'
import { calendarFor, ruleFor } from '../../../rules/rules.ts'
import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'
import type { Lookout } from './lookout.contract.ts'

/** What the forms of a lookout cannot see. */
export const lookoutChecks = {
  issue: async (input: EffectInput) => {
    refuseFuture(input, [
      ['direction', 'seenAt'],
      ['approval', 'approvedAt'],
    ])
    await refuseUnfitTerm(input)
  },
  reportHit: async (input: EffectInput) => {
    refuseFuture(input, [['seenAt']])
    refuseUnknownVehicle(input)
  },
  update: async (input: EffectInput) => refuseFuture(input, [['seenAt']]),
} as const

/** Refuses a lookout that is over before it begins, or lasts longer than the registry allows. */
async function refuseUnfitTerm({ tx, body, now }: EffectInput): Promise<void> {
  const { until } = (body as Lookout).lookout
  const rule = await ruleFor(tx, { ruleId: 'LOOKOUT_LONGEST', on: now })
  const { dueAt } = deadlineOf({ rule, from: now, calendar: await calendarFor(tx) })
  const path = ['lookout', 'until']
  if (Date.parse(until) <= Date.parse(now))
    throw invalidInput([
      {
        path,
        message: { zh: '截止时间已过，请填写将来的时间。', en: 'This is past; give a time that lies ahead.' },
      },
    ])
  if (Date.parse(until) <= Date.parse(dueAt)) return
  const longest = wordsOfSpan(rule)
  throw invalidInput([
    {
      path,
      message: {
        zh: `布控最长 ${longest.zh}，即至 ${chinaDayOf(dueAt)}。期满仍有需要的，重新审批发布。`,
        en: `A lookout lasts ${longest.en} at most, until ${chinaDayOf(dueAt)}. If it is still needed then, have a new one approved.`,
      },
    },
  ])
}

function refuseUnknownVehicle({ matter, body }: EffectInput): void {
  const { vehicles } = matter.content as Lookout
  if (Number(body.vehicle) <= vehicles.length) return
  throw invalidInput([
    {
      path: ['vehicle'],
      message: {
        zh: `本次布控只有 ${vehicles.length} 辆车，请重新选择。`,
        en: `This lookout has ${vehicles.length} vehicles; choose one of them.`,
      },
    },
  ])
}
