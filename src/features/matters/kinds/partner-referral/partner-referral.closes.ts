import type { Words } from '../../../../kernel/words.ts'
import type { Tx } from '../../../../platform/database.ts'
import type { WhereItStands } from '../../kind.ts'
import type { Referral } from './partner-referral.contract.ts'

/** What a referral leaves no room for, whatever its forms say. */
export const partnerReferralCloses = { handOver: nothingPromised, confirm: unhanded } as const

/** Nothing is handed over that the referral does not list: the receiver has to know beforehand what it takes into custody. */
async function nothingPromised(_: Tx, { matter }: WhereItStands): Promise<Words | undefined> {
  if ((matter.content as Referral).custody) return undefined
  return {
    zh: '移交时没有列明车辆、证件或物品，无须办理交接。确有物品要移交的，请另行发起移交并列明。',
    en: 'The referral lists nothing to hand over. Where there is something, refer it anew with a list.',
  }
}

/** Nothing is closed while something is on the way; where nothing was filed, it stays with the sender. */
async function unhanded(_: Tx, { matter, leg: { done } }: WhereItStands): Promise<Words | undefined> {
  if (!(matter.content as Referral).custody || 'confirmHandOver' in done) return undefined
  if ('declineToFile' in done && !('handOver' in done)) return undefined
  return 'handOver' in done
    ? {
        zh: '车辆、证件或物品已移交，但对方尚未确认收到。请先请对方确认。',
        en: 'What was handed over has not been confirmed. Ask the receiver to confirm it first.',
      }
    : {
        zh: '列明的车辆、证件或物品尚未移交。请先办理交接，并由对方确认收到。',
        en: 'What was listed has not been handed over. Hand it over and have the receiver confirm first.',
      }
}
