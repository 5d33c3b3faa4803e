import { invalidInput, refuseFaults, refuseTogether } from '../../../../kernel/faults.ts'
import type { Fault } from '../../../../kernel/refusal.ts'
import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'
import { lastSaid } from '../last-said.ts'
import { refuseUnfitEnd } from '../longest-term.ts'
import { outOfOrder, requestArrived } from '../out-of-order.ts'
import type { ForceRequest } from './force-request.contract.ts'

type Person = { readonly name?: string; readonly certificateNumber: string }

/** What the forms of a request for forces cannot see. */
export const forceRequestChecks = {
  submit: async (input: EffectInput) =>
    refuseUnfitEnd(input, {
      ...(input.body as ForceRequest).window,
      path: ['window', 'until'],
      ruleId: 'FORCE_LONGEST',
    }),
  askLonger: async (input: EffectInput) => refuseUnfitLonger(input),
  agreeLonger: async (input: EffectInput) => {
    await refuseUnfitLonger(input)
    const asked = await lastSaid<{ until: string }>(input, ['askLonger'])
    if (Date.parse(input.body.until as string) > Date.parse(asked.until))
      throw invalidInput([
        {
          path: ['until'],
          message: {
            zh: '不能晚于对方请求的结束时间，请核对。',
            en: 'It cannot be later than the end that was asked for; check it.',
          },
        },
      ])
  },
  recordArrival: async (input: EffectInput) => {
    const sent = await teamOf(input)
    const present = input.body.present as readonly Person[]
    await refuseTogether(
      () => refuseFuture(input, [['at']]),
      () => refuseFaults(outOfOrder(['at'], input.body.at as string, [requestArrived(input.leg)])),
      () => refuseStrangers(present, sent, 'present'),
    )
  },
  recordReturn: async (input: EffectInput) =>
    refuseTogether(
      () => refuseFuture(input, [['at']]),
      () => refuseWrongHours(input),
    ),
} as const

/** Refuses an end that is no later than the one agreed first, or makes the loan longer than the registry allows. */
async function refuseUnfitLonger(input: EffectInput): Promise<void> {
  const { window } = input.matter.content as ForceRequest
  const until = input.body.until as string
  if (Date.parse(until) <= Date.parse(window.until))
    throw invalidInput([
      {
        path: ['until'],
        message: {
          zh: '应晚于原定的结束时间。提前结束的，直接登记返回。',
          en: 'It has to be later than the end agreed first; to end earlier, record the return.',
        },
      },
    ])
  await refuseUnfitEnd(input, { from: window.from, until, path: ['until'], ruleId: 'FORCE_LONGEST' })
}

/** Who was sent: as committed, or as substituted since. */
async function teamOf(input: EffectInput): Promise<readonly Person[]> {
  const { people } = await lastSaid<{ people: readonly Person[] }>(input, ['commit', 'substitute'])
  return people
}

/** Refuses whoever is not among those known: people come with name and certificate, or not at all. */
function refuseStrangers(named: readonly Person[], known: readonly Person[], path: string): void {
  const certificates = new Set(known.map(({ certificateNumber }) => certificateNumber))
  const faults = named.flatMap(({ certificateNumber }, index): Fault[] =>
    certificates.has(certificateNumber)
      ? []
      : [
          {
            path: [path, index, 'certificateNumber'],
            message: {
              zh: '派出名单中没有这一证号。换人的，请派出机关先“调整派出力量”。',
              en: 'Nobody with this certificate was sent; have the lender substitute first.',
            },
          },
        ],
  )
  if (faults.length > 0) throw invalidInput(faults)
}

/** Refuses hours of somebody who was not there, of only some of those who were, or longer than they stayed. */
async function refuseWrongHours(input: EffectInput): Promise<void> {
  const { at, hours } = input.body as {
    readonly at: string
    readonly hours: readonly (Person & { readonly hours: number })[]
  }
  const arrival = await lastSaid<{ at: string; present: readonly Person[] }>(input, ['recordArrival'])
  refuseStrangers(hours, arrival.present, 'hours')
  const stayed = (Date.parse(at) - Date.parse(arrival.at)) / 3_600_000
  if (stayed < 0)
    throw invalidInput([
      {
        path: ['at'],
        message: { zh: '返回时间不能早于到达时间。', en: 'They cannot return before they came.' },
      },
    ])
  const faults: Fault[] = [
    ...hours.flatMap((each, index): Fault[] =>
      each.hours <= Math.ceil(stayed * 2) / 2
        ? []
        : [
            {
              path: ['hours', index, 'hours'],
              message: {
                zh: `从到达到返回共 ${stayed.toFixed(1)} 小时，工时不能更多。`,
                en: `They stayed ${stayed.toFixed(1)} hours; nobody worked longer.`,
              },
            },
          ],
    ),
    ...arrival.present.flatMap(({ certificateNumber }): Fault[] =>
      hours.filter((each) => each.certificateNumber === certificateNumber).length === 1
        ? []
        : [
            {
              path: ['hours'],
              message: {
                zh: `证号 ${certificateNumber} 的工时须填写一次。`,
                en: `Give the hours of certificate ${certificateNumber} once.`,
              },
            },
          ],
    ),
  ]
  if (faults.length > 0) throw invalidInput(faults)
}
