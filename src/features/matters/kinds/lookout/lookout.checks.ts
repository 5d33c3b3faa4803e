import { invalidInput, refuseFaults, refuseTogether } from '../../../../kernel/faults.ts'
import type { EffectInput } from '../../kind.ts'
import { futureFaults, refuseFuture } from '../future-faults.ts'
import { unfitEnd } from '../longest-term.ts'
import { outOfOrder } from '../out-of-order.ts'
import type { Lookout } from './lookout.contract.ts'

/** What the forms of a lookout cannot see. */
export const lookoutChecks = {
  issue: async (input: EffectInput) => {
    const happened = [
      ['direction', 'seenAt'],
      ['approval', 'approvedAt'],
    ]
    const end = await unfitEnd(input, {
      until: (input.body as Lookout).lookout.until,
      path: ['lookout', 'until'],
      ruleId: 'LOOKOUT_LONGEST',
    })
    // Minutes count: everything is said at once.
    refuseFaults([...end, ...futureFaults(input.body, happened, input.now)])
  },
  reportHit: async (input: EffectInput) =>
    refuseTogether(
      () => refuseFuture(input, [['seenAt']]),
      () => refuseSeenBefore(input),
      () => refuseUnknownVehicle(input),
    ),
  update: async (input: EffectInput) => refuseFuture(input, [['seenAt']]),
} as const

/** Refuses to report a vehicle as found before it was last seen by whoever looks for it. */
function refuseSeenBefore({ matter, body }: EffectInput): void {
  const { direction } = matter.content as Lookout
  const lastSeen = {
    words: { zh: '布控机关最后发现', en: 'it was last seen by the asker' },
    at: direction.seenAt,
  }
  refuseFaults(outOfOrder(['seenAt'], String(body.seenAt), [lastSeen]))
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
