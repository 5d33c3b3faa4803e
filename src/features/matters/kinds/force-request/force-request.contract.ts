import { z } from 'zod'
import { instant, prose, text } from '../../../../kernel/text.ts'
import {
  agencies,
  areDistinct,
  choice,
  confirm,
  contact,
  list,
  officers,
  reachable,
  saying,
} from '../form-fields.ts'
import { formalRequestForms } from '../formal-request.ts'
import { Vehicle } from '../subject-fields.ts'
import { forceTasks, objectionToTask } from './force-tasks.ts'

/** How soon the forces are needed. */
export const forceUrgencies = ['normal', 'urgent'] as const

/** Why forces are not lent; free text alone is no reason. */
export const declineReasons = [
  'NoCapacity',
  'TimeConflict',
  'OutsidePowers',
  'TaskNotAdmissible',
  'Unsafe',
] as const

/** Why a request is cancelled before anybody arrived. */
export const cancelReasons = ['plan-changed', 'not-needed', 'weather', 'safety'] as const

const number = (most: number) => z.int().min(0).max(most)

const Task = z
  .strictObject({ task: choice(forceTasks.map(({ task }) => task)), detail: prose(1_000) })
  .superRefine(({ task }, context) => {
    const words = objectionToTask(task)
    if (words) context.addIssue({ code: 'custom', path: ['task'], params: { words } })
  })

const sayHowMany = saying(
  '请填写需要多少人员、车辆或无人机。',
  'Say how many people, vehicles or drones are needed.',
)

/** Everything a request for forces carries: why, when, how many, for what, and who leads on the spot. */
export const ForceRequest = z.strictObject({
  to: agencies(10),
  operation: z.strictObject({
    title: text(100),
    reasons: prose(3_000),
    legalBasis: prose(500),
    place: text(200),
    urgency: choice(forceUrgencies),
  }),
  window: z
    .strictObject({ from: instant(), until: instant() })
    .refine((it) => Date.parse(it.until) > Date.parse(it.from), {
      path: ['until'],
      ...saying('结束时间应晚于开始时间。', 'The end must come after the beginning.'),
    }),
  needs: z
    .strictObject({
      people: number(500).optional(),
      vehicles: number(200).optional(),
      drones: number(50).optional(),
      requirements: prose(1_000).optional(),
      support: prose(1_000).optional(),
    })
    .refine(({ people = 0, vehicles = 0, drones = 0 }) => people + vehicles + drones > 0, {
      path: ['people'],
      ...sayHowMany,
    })
    // The page asks for it before anything is sent.
    .meta({ minProperties: 1, unfilled: sayHowMany.params.words }),
  tasks: list(Task, 20, 1),
  localOfficers: officers(),
  contact: contact(),
  declaration: z.strictObject({
    ourDocuments: confirm(),
    ourCoercion: confirm(),
    noStateSecrets: confirm(),
  }),
})
export type ForceRequest = z.infer<typeof ForceRequest>

const certified = { name: text(60), certificateNumber: text(25) }

/** Those who are sent. A drone needs its pilot among them, so nobody is no team. */
const team = () =>
  list(
    z.strictObject({
      ...certified,
      name: text(60).meta({ widget: 'officer' }),
      speciality: text(100).optional(),
    }),
    500,
    1,
  ).refine(
    (each) => areDistinct(each.map(({ certificateNumber }) => certificateNumber)),
    saying('两名人员的证号不能相同。', 'Two people cannot have the same certificate.'),
  )

const Drone = z.strictObject({
  model: text(100),
  registrationNumber: text(40),
  pilot: text(60),
  pilotLicence: text(40),
})

const LentVehicle = Vehicle.safeExtend({ use: text(100).optional() })

/** What is sent, in full. A form that replaces it begins with what was said before. */
const sending = (meta: { readonly begins?: 'said' } = {}) => ({
  leader: reachable().meta(meta),
  people: team().meta(meta),
  vehicles: list(LentVehicle, 200).meta(meta).optional(),
  drones: list(Drone, 50).meta(meta).optional(),
})

type Sending = z.infer<z.ZodObject<ReturnType<typeof sending>>>

/** Whoever leads or flies a drone comes along, and nobody comes without name and certificate. */
function refuseAbsent({ leader, people, drones = [] }: Sending, context: z.RefinementCtx): void {
  const names = new Set(people.map(({ name }) => name))
  const named = [
    { name: leader.name, path: ['leader', 'name'] },
    ...drones.map(({ pilot }, index) => ({ name: pilot, path: ['drones', index, 'pilot'] })),
  ]
  for (const { name, path } of named)
    if (!names.has(name)) context.addIssue({ code: 'custom', path, ...notAmongThem })
}

const notAmongThem = saying(
  '派出人员中没有此人，请先在派出人员中填写其姓名和证号。',
  'Not among those sent; name this person there with a certificate first.',
)

/** What each action of a request for forces carries. */
export const forceRequestForms = {
  ...formalRequestForms,
  submit: ForceRequest,
  commit: z
    .strictObject({ ...sending(), shortfall: prose(1_000).optional(), assistOnly: confirm() })
    .superRefine(refuseAbsent),
  decline: z.strictObject({ reason: choice(declineReasons), grounds: prose(3_000) }),
  substitute: z
    .strictObject({ ...sending({ begins: 'said' }), reason: prose(1_000) })
    .superRefine(refuseAbsent),
  askForReturn: z.strictObject({ reason: prose(1_000) }),
  askLonger: z.strictObject({ until: instant(), reason: prose(1_000) }),
  agreeLonger: z.strictObject({
    until: instant().meta({ begins: 'said' }),
    remarks: prose(1_000).optional(),
  }),
  cancel: z.strictObject({ reason: choice(cancelReasons), explanation: prose(1_000) }),
  recordArrival: z.strictObject({
    at: instant(),
    place: text(200),
    present: list(z.strictObject(certified), 500, 1)
      .refine(
        (each) => areDistinct(each.map(({ certificateNumber }) => certificateNumber)),
        saying('同一人只填一次。', 'Name each person once.'),
      )
      .meta({ forEach: 'people' }),
    note: prose(1_000).optional(),
  }),
  recordReturn: z.strictObject({
    at: instant(),
    hours: list(
      z.strictObject({ ...certified, hours: z.number().min(0).max(744).multipleOf(0.5) }),
      500,
      1,
    ).meta({ forEach: 'present' }),
    summary: prose(3_000),
    incidents: prose(2_000).optional(),
  }),
  confirmHours: z.strictObject({ remarks: prose(1_000).optional() }),
} as const
