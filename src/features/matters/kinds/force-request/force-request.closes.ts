import { chinaClock } from '../../../../kernel/day.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { Tx } from '../../../../platform/database.ts'
import type { WhereItStands } from '../../kind.ts'
import type { ForceRequest } from './force-request.contract.ts'

/** What a loan of forces leaves no room for, whatever its forms say. */
export const forceRequestCloses = { askLonger: isOver } as const

/** What has ended is not prolonged: whoever still needs forces asks for them anew, so that the lender decides before they stay. */
async function isOver(_: Tx, { matter, now }: WhereItStands): Promise<Words | undefined> {
  const { until } = (matter.content as ForceRequest).window
  if (Date.parse(now) < Date.parse(until)) return undefined
  const end = chinaClock(until)
  return {
    zh: `约定的支援时间已于 ${end} 结束，不能再延长。请登记返回；仍需支援的，另行发出力量支援请求。`,
    en: `The time agreed ended at ${end} and is not prolonged any more. Record their return; if forces are still needed, ask for them anew.`,
  }
}
