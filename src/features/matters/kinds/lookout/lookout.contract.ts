import { z } from 'zod'
import { checkPlate } from '../../../../kernel/identifiers/plate.ts'
import { instant, prose, text } from '../../../../kernel/text.ts'
import {
  agencies,
  choice,
  choices,
  confirm,
  contact,
  entryOf,
  list,
  mindFault,
  needing,
  officers,
  saying,
} from '../form-fields.ts'
import { lightForms } from '../light-exchange.ts'
import { plate, plateColour, vehicleTypes } from '../subject-fields.ts'

export const lookoutUrgencies = ['normal', 'urgent'] as const

/** Why vehicles are looked out for. */
export const lookoutGrounds = [
  'fled-inspection',
  'hazard',
  'repeated',
  'evidence',
  'measure',
  'other',
] as const

/** What the other side is asked to do when it sees the vehicle. */
export const wantedMeasures = [
  'stop-and-check',
  'keep-evidence',
  'follow',
  'record-only',
  'warn-crews',
] as const

/** How the lookout was approved: an oral approval is written down afterwards. */
export const approvalWays = ['written', 'oral'] as const

/** Why an agency does not deploy. Who refuses and lets it pass answers for it. */
export const cannotDeployReasons = [
  'NotOnOurRoads',
  'NoPost',
  'UnsafeToStop',
  'OutOfPowers',
  'Impossible',
] as const

/** What became of a vehicle that was seen. */
export const hitOutcomes = ['stopped', 'followed', 'recorded', 'lost'] as const

/** What the asker does about a hit. */
export const hitAnswers = ['we-come', 'handle-there', 'let-go', 'keep-following', 'not-the-one'] as const

/** Why a lookout is lifted. */
export const liftReasons = ['found', 'no-longer-needed', 'mistake'] as const

/** Most vehicles of one lookout. */
export const mostVehicles = 10

const together = saying('车牌号和号牌颜色须同时填写。', 'Give plate and colour together.')

/**
 * What a vehicle is recognised by. No owner and no driver: a lookout reaches many, and carries only what they need in order to see the
 * vehicle. Where the plate is unknown, the features have to do.
 */
const Wanted = needing(
  z
    .strictObject({
      plate: plate().optional(),
      colour: plateColour().optional(),
      plateNote: text(200).optional(),
      type: choice(vehicleTypes),
      trailerPlate: plate().optional(),
      features: prose(500),
    })
    .superRefine((it, context) => {
      if (it.plate !== undefined) mindFault(context, ['plate'], checkPlate(it.plate), it.plateNote)
      if (it.trailerPlate !== undefined)
        mindFault(context, ['trailerPlate'], checkPlate(it.trailerPlate), it.plateNote)
    }),
  {
    colour: { where: 'plate', ...together },
    plate: { where: 'colour', ...together },
  },
)

/** Everything a lookout carries: the content of the matter. */
export const Lookout = z.strictObject({
  to: agencies(50),
  lookout: z.strictObject({
    title: text(100),
    ground: choice(lookoutGrounds),
    facts: prose(2_000),
    legalBasis: prose(500),
    caseNumber: text(64).optional(),
    urgency: choice(lookoutUrgencies),
    until: instant(),
  }),
  vehicles: list(Wanted, mostVehicles, 1),
  direction: z.strictObject({
    seenAt: instant(),
    seenPlace: text(200),
    heading: prose(500),
    roads: text(200).optional(),
  }),
  request: z.strictObject({
    measures: choices(wantedMeasures),
    danger: prose(500).optional(),
    contact: contact(),
  }),
  approval: z.strictObject({ approver: text(60), approvedAt: instant(), way: choice(approvalWays) }),
  declaration: z.strictObject({ onlyNeeded: confirm(), noStateSecrets: confirm() }),
})
export type Lookout = z.infer<typeof Lookout>

const Hit = needing(
  z.strictObject({
    vehicle: entryOf('vehicles', mostVehicles),
    seenAt: instant(),
    place: text(200),
    heading: text(200).optional(),
    outcome: choice(hitOutcomes),
    what: prose(2_000),
    officers: officers().optional(),
  }),
  {
    officers: {
      where: 'outcome',
      is: ['stopped'],
      ...saying(
        '拦停检查的，请填写两名以上执法人员。',
        'Where it was stopped, name the officers, two at least.',
      ),
    },
  },
)

/** What each action of a lookout carries. */
export const lookoutForms = {
  issue: Lookout,
  discard: lightForms.discard,
  giveUp: lightForms.giveUp,
  deploy: z.strictObject({ posts: prose(500), contact: contact() }),
  cannotDeploy: z.strictObject({ cannotReason: choice(cannotDeployReasons), grounds: prose(1_000) }),
  reportHit: Hit,
  answerHit: z.strictObject({ answer: choice(hitAnswers), instruction: prose(1_000) }),
  update: z.strictObject({
    news: prose(1_000),
    seenAt: instant().optional(),
    seenPlace: text(200).optional(),
  }),
  lift: z.strictObject({ liftReason: choice(liftReasons), note: prose(1_000).optional() }),
  // Taken by the platform, with nothing to say.
  expire: z.strictObject({}),
  confirmLift: z.strictObject({ note: prose(1_000).optional() }),
} as const
