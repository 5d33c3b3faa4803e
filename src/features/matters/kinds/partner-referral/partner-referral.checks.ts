import { invalidInput, refuseFaults, refuseTogether } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { Words } from '../../../../kernel/words.ts'
import { agenciesByIds, linesOf, linesOfBusiness } from '../../../agencies/agencies.ts'
import type { EffectInput } from '../../kind.ts'
import { futureFaults, refuseFuture } from '../future-faults.ts'
import { refuseUntimelyReceipt } from '../hand-over-receipt.ts'
import { outOfOrder } from '../out-of-order.ts'
import type { Referral } from './partner-referral.contract.ts'
import { referralType } from './referral-types.ts'

/** What the forms of a referral cannot see. */
export const partnerReferralChecks = {
  send: async (input: EffectInput) =>
    refuseTogether(
      () => refuseFuture(input, [['facts', 'occurredAt']]),
      () => refuseWrongReceiver(input, input.body as Referral),
    ),
  file: async (input: EffectInput) => refuseUntimely(input, 'filedAt'),
  handOver: async (input: EffectInput) => refuseUntimely(input, 'at'),
  confirmHandOver: refuseUntimelyReceipt,
} as const

/** Refuses what is dated in the future, or before what was found. */
function refuseUntimely(input: EffectInput, field: 'filedAt' | 'at'): void {
  const { facts } = input.matter.content as Referral
  const finding = { words: { zh: '发现', en: 'it was found' }, at: facts.occurredAt }
  refuseFaults([
    ...futureFaults(input.body, [[field]], input.now),
    ...outOfOrder([field], String(input.body[field]), [finding]),
  ])
}

/** Refuses a type that goes the other way, and a receiver whose business it is not. */
async function refuseWrongReceiver({ tx, leg }: EffectInput, { to, referral }: Referral): Promise<void> {
  const [receiverId] = to
  if (!receiverId) return
  const known = await agenciesByIds(tx, [leg.asker_id as AgencyId, receiverId])
  const sender = known.get(leg.asker_id as AgencyId)
  const receiver = known.get(receiverId)
  // An agency that is not in the directory is refused where the legs are addressed.
  if (!sender || !receiver) return
  const fault = (path: readonly string[], message: Words) => invalidInput([{ path, message }])
  const fromPartner = sender.kind === 'partner'
  const toPartner = receiver.kind === 'partner'
  if (fromPartner === toPartner)
    throw fault(
      ['to'],
      fromPartner
        ? {
            zh: '协作部门只能向交通运输执法机构移交。其他部门之间的移交请走各自的渠道。',
            en: 'A partner refers to a transport agency here; use your own channels for other departments.',
          }
        : {
            zh: '对方也是交通运输执法机构，请用“案件移送”或“线索推送”。',
            en: 'The receiver is a transport agency too: use a case transfer or a clue.',
          },
    )
  const { words, to: goesTo, receivers } = referralType(referral.type)
  if ((goesTo === 'partner') !== toPartner)
    throw fault(['referral', 'type'], {
      zh: `“${words.zh}”由${goesTo === 'partner' ? '协作部门' : '交通运输执法机构'}办理，请重新选择类型。`,
      en: `"${words.en}" is dealt with by ${goesTo === 'partner' ? 'a partner department' : 'a transport agency'}; choose another type.`,
    })
  const lines = await linesOf(tx, receiverId)
  if (receivers.some((line) => lines.includes(line))) return
  const names = receivers.map((line) => linesOfBusiness[line])
  throw fault(['to'], {
    zh: `${receiver.shortName}不办理“${words.zh}”，请移交给负责${names.map(({ zh }) => zh).join('、')}的单位。`,
    en: `${receiver.nameEn} does not deal with "${words.en}"; refer it to who answers for ${names.map(({ en }) => en).join(', ')}.`,
  })
}
