import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { lightBodies } from '../light-exchange.ts'
import type { Lookout, lookoutForms } from './lookout.contract.ts'

// Examples that tests and the demonstration share. Every plate is invented, and says so (TEST).

type Forms = typeof lookoutForms
type Bodies = { readonly [A in keyof Forms]: z.infer<Forms[A]> }

const officers = [
  { name: '试例五十一', certificateNumber: '22030051' },
  { name: '试例五十二', certificateNumber: '22030052' },
]

/** When a lookout that is issued at `now` is seen and ends. */
type When = { readonly now: string; readonly hours?: number; readonly plate?: string }

/** A truck that broke through a check in 铁岭 and makes for 吉林; urgent, for three days unless told otherwise. */
export const fledTruck = (
  to: readonly AgencyId[],
  { now, hours = 72, plate = '辽MTEST5' }: When = { now: new Date().toISOString() },
): Lookout => ({
  to: [...to],
  lookout: {
    title: '冲卡货车驶往吉林方向',
    ground: 'fled-inspection',
    facts: '超限检测时车辆不听指挥，冲卡驶离，车货总质量疑超限值百分之百。',
    legalBasis: '行政处罚法第二十六条；区域执法协作协议',
    urgency: 'urgent',
    until: new Date(Date.parse(now) + hours * 3_600_000).toISOString(),
  },
  vehicles: [
    {
      plate,
      colour: '2',
      type: 'tractor',
      trailerPlate: '辽MTEST挂',
      features: '红色牵引车，高栏半挂，篷布覆盖，左前大灯损坏。',
    },
  ],
  direction: {
    seenAt: new Date(Date.parse(now) - 10 * 60_000).toISOString(),
    seenPlace: 'G102 昌图县毛家店检测点',
    heading: '沿 G102 往四平方向。',
    roads: 'G102、G1 京哈高速',
  },
  request: {
    measures: ['stop-and-check', 'keep-evidence'],
    danger: '曾冲卡，请在具备安全条件的收费站或检测站拦查。',
    contact: { name: '昌图大队值班室', phone: '024-00000051' },
  },
  approval: {
    approver: '试例五十',
    approvedAt: new Date(Date.parse(now) - 5 * 60_000).toISOString(),
    way: 'oral',
  },
  declaration: { onlyNeeded: true, noStateSecrets: true },
})

/** One without a known plate, not urgent. */
export const unknownPlate = (to: readonly AgencyId[], when?: When): Lookout => {
  const it = fledTruck(to, when)
  return {
    ...it,
    lookout: { ...it.lookout, title: '夜间抛洒的自卸车', ground: 'repeated', urgency: 'normal' },
    vehicles: [{ type: 'truck', features: '蓝色自卸车，号牌被遮挡，货厢尾板缺失。' }],
  }
}

/** A good body for each action; `issue` is the truck that fled. */
export const lookoutBodies = (
  to: readonly AgencyId[],
  when: When = { now: new Date().toISOString() },
): Bodies => ({
  issue: fledTruck(to, when),
  discard: lightBodies.discard,
  giveUp: lightBodies.giveUp,
  deploy: {
    posts: 'G102 四平收费站、毛家店省界检测站',
    contact: { name: '四平支队值班室', phone: '0434-0000051' },
  },
  cannotDeploy: { cannotReason: 'NoPost', grounds: '本辖区该路段无检测站，已转告邻县。' },
  reportHit: {
    vehicle: 1,
    seenAt: new Date(Date.parse(when.now) - 60_000).toISOString(),
    place: 'G102 四平收费站',
    outcome: 'stopped',
    what: '车辆在收费站被拦停，驾驶人配合检查，正在称重。',
    officers,
  },
  answerHit: { answer: 'handle-there', instruction: '请固定称重证据，超限行为由贵方依法处理。' },
  update: { news: '车辆可能更换挂车。' },
  lift: { liftReason: 'found' },
  expire: {},
  confirmLift: {},
})
