import { z } from 'zod'
import { instant, prose, text } from '../../../../kernel/text.ts'
import { penaltyKinds } from '../case-transfer/case-transfer.contract.ts'
import {
  agencies,
  asBefore,
  choice,
  confirm,
  contact,
  day,
  list,
  money,
  needing,
  officers,
  ownName,
  saying,
} from '../form-fields.ts'
import { Party, Ship, Vehicle } from '../subject-fields.ts'
import { criminalMaterials } from './criminal-transfer.materials.ts'

/** What transport enforcement comes across: dangerous driving (刑法 Art. 133-1) and what goes with it. */
export const suspectedOffences = [
  'dangerous-driving-passengers',
  'dangerous-driving-hazmat',
  'traffic-accident',
  'major-liability',
  'obstructing-officers',
  'forged-documents',
  'illegal-business',
  'other',
] as const

/** Why the police do not file 不予立案理由. */
export const notFilingReasons = [
  'no-facts',
  'clearly-minor',
  'limitation',
  'insufficient-evidence',
  'other-by-law',
] as const

/** Why the police give the case back for administrative handling (order 310 Art. 13, 行政处罚法 Art. 27). */
export const sendBackReasons = ['no-liability', 'not-prosecuted', 'case-withdrawn', 'exempt'] as const

const materialItems = criminalMaterials.map(({ item }) => item)

const Thing = z.strictObject({
  name: text(100),
  quantity: z.number().min(0.001).max(1_000_000_000),
  unit: text(20),
})

/** The written report of the team, with everything the letter to the police needs: the content of the matter. */
export const Report = z.strictObject({
  to: agencies(1),
  case: z.strictObject({
    number: text(64),
    cause: text(100),
    discoveredAt: instant(),
    place: text(200),
    facts: prose(5_000),
    law: prose(1_000),
  }),
  suspicion: needing(
    z.strictObject({
      offence: choice(suspectedOffences),
      offenceNote: text(200).optional(),
      provisions: prose(500),
      reasons: prose(3_000),
    }),
    {
      offenceNote: {
        where: 'offence',
        is: ['other'],
        ...saying('选择“其他”的，请写明罪名。', 'With "other", name the offence.'),
      },
    },
  ),
  party: Party,
  vehicle: Vehicle.optional(),
  ship: Ship.optional(),
  earlierPenalties: list(
    z.strictObject({
      kind: choice(penaltyKinds),
      decisionNumber: text(100),
      decidedOn: day(),
      fineYuan: money().optional(),
    }),
    20,
  ).optional(),
  objects: list(Thing.extend({ custody: text(200) }), 200).optional(),
  team: officers(),
  contact: contact(),
  notApplicable: list(z.strictObject({ item: choice(materialItems), reason: text(300) }), 10).optional(),
  declaration: z.strictObject({ noPenaltyInstead: confirm(), noStateSecrets: confirm() }),
})
export type Report = z.infer<typeof Report>

const noteOnly = z.strictObject({ note: prose(1_000).optional() })
const reasonOnly = z.strictObject({ reason: prose(1_000) })
const notice = { noticeNumber: text(100), decidedOn: day() }

/** What each action carries. */
export const criminalTransferForms = {
  report: Report,
  discard: z.strictObject({ reason: prose(1_000).optional() }),
  approve: z.strictObject({ opinion: prose(1_000) }),
  refuse: reasonOnly,
  sendBack: reasonOnly,
  send: noteOnly,
  sign: z.strictObject({ receivedBy: ownName(), note: prose(1_000).optional() }),
  signNotCompetent: z.strictObject({ receivedBy: ownName(), organ: text(100), reason: prose(1_000) }),
  forwardCase: z.strictObject({
    organ: text(100),
    noticeNumber: text(100).optional(),
    note: prose(1_000).optional(),
  }),
  file: z.strictObject({ ...notice, caseNumber: text(64).optional(), contact: contact().optional() }),
  declineToFile: z.strictObject({
    ...notice,
    why: choice(notFilingReasons),
    grounds: prose(3_000),
    fileReturned: confirm(),
  }),
  requestReconsideration: z.strictObject({ grounds: prose(3_000), legalBasis: prose(500) }),
  uphold: z.strictObject({ ...notice, grounds: prose(3_000) }),
  suggestSupervision: z.strictObject({ procuratorate: text(100), grounds: prose(3_000) }),
  keepRefusal: z.strictObject({ procuratorateOpinion: prose(2_000), grounds: prose(3_000) }),
  acceptNotFiling: z.strictObject({ handling: prose(1_000) }),
  handOver: z.strictObject({
    at: instant(),
    place: text(200),
    items: asBefore(list(Thing, 200, 1), 'objects'),
    handedBy: ownName(),
    note: prose(1_000).optional(),
  }),
  confirmHandOver: z.strictObject({ receivedBy: ownName(), discrepancies: prose(2_000).optional() }),
  conclude: z.strictObject({
    criminalFine: choice(['fined', 'not-fined']),
    documentNumber: text(100),
    summary: prose(3_000),
  }),
  sendBackForPenalty: z.strictObject({
    sendBackReason: choice(sendBackReasons),
    documentNumber: text(100),
    opinion: prose(2_000),
  }),
} as const
