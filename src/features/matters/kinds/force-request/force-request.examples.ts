import type { z } from 'zod'
import { atChina, chinaDayOf } from '../../../../kernel/day.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { formalRequestBodies } from '../formal-request.ts'
import type { ForceRequest, forceRequestForms } from './force-request.contract.ts'

// Examples that tests and the demonstration share; every name, number and plate is invented, and the plates say so (TEST).

type Bodies = { readonly [A in keyof typeof forceRequestForms]: z.infer<(typeof forceRequestForms)[A]> }

const hours = (n: number): string => new Date(Date.now() + n * 3_600_000).toISOString()

/** Four officers, a vehicle and a drone for a night of checks at the border. */
export const nightCheck = (to: readonly AgencyId[]): ForceRequest => ({
  to: [...to],
  operation: {
    title: '省界夜间联合治超',
    reasons: '近期夜间绕行货车集中出现在两条县道，本机关夜班仅六人，不能同时封控两个卡点。',
    legalBasis: '行政处罚法第二十六条；两省治超执法协作协议第六条',
    place: '昌图县 X101、X103 线省界卡点',
    urgency: 'normal',
  },
  window: { from: hours(48), until: hours(58) },
  needs: {
    people: 4,
    vehicles: 1,
    drones: 1,
    requirements: '至少两人熟悉便携式称重设备。',
    support: '由本机关提供餐饮和夜间防护装备，人身意外险由派出机关投保。',
  },
  tasks: [
    { task: 'traffic', detail: '在两个卡点引导货车驶入检测区。' },
    { task: 'checking', detail: '与本地执法人员一同检查货车证件。' },
    { task: 'drone', detail: '夜间巡查绕行路段。' },
  ],
  localOfficers: [
    { name: '试例一', certificateNumber: '21000001' },
    { name: '试例二', certificateNumber: '21000002' },
  ],
  contact: { name: '试例二', phone: '024-70000001' },
  declaration: { ourDocuments: true, ourCoercion: true, noStateSecrets: true },
})

const people = [
  { name: '试例三十一', certificateNumber: '22000031', speciality: '便携式称重' },
  { name: '试例三十二', certificateNumber: '22000032' },
]

const asNamed = ({
  name,
  certificateNumber,
}: {
  readonly name: string
  readonly certificateNumber: string
}) => ({
  name,
  certificateNumber,
})

/** A good body for each action. */
export const forceRequestBodies = (to: readonly AgencyId[]): Bodies => ({
  ...formalRequestBodies,
  submit: nightCheck(to),
  commit: {
    leader: { name: '试例三十一', phone: '0434-7000031' },
    people,
    vehicles: [{ plate: '吉CTEST31', plateNote: '执法车辆号牌', colour: '1', type: 'car', use: '人员运送' }],
    drones: [
      {
        model: '四旋翼巡查无人机',
        registrationNumber: 'UAS-TEST-0031',
        pilot: '试例三十二',
        pilotLicence: 'CAAC-TEST-32',
      },
    ],
    shortfall: '当晚只能派出两人。',
    assistOnly: true,
  },
  decline: { reason: 'TimeConflict', grounds: '当晚本机关有统一行动，全部人员在岗。' },
  substitute: {
    leader: { name: '试例三十一', phone: '0434-7000031' },
    people: [
      { name: '试例三十一', certificateNumber: '22000031' },
      { name: '试例三十三', certificateNumber: '22000033' },
    ],
    reason: '试例三十二临时有任务。',
  },
  askForReturn: { reason: '本辖区发生突发事件，请允许提前返回。' },
  askLonger: { until: hours(64), reason: '夜间车流未减，请支援人员延长六小时。' },
  agreeLonger: { until: hours(62), remarks: '延长四小时，上午另有任务。' },
  cancel: { reason: 'weather', explanation: '暴雪封路，行动取消。' },
  recordArrival: {
    // As early as a request of this day allows, and gone again by now.
    at: atChina(chinaDayOf(hours(0)), '00:00:00'),
    place: '昌图县 X101 线省界卡点',
    present: people.map(asNamed),
  },
  recordReturn: {
    at: hours(0),
    hours: people.map((each) => ({ ...asNamed(each), hours: 0.5 })),
    summary: '检查货车 43 台，查获超限 6 台，均由本机关立案。',
  },
  confirmHours: {},
})
