import type { Words } from '../../../../kernel/words.ts'
import type { LineOfBusiness } from '../../../agencies/agencies.ts'

/** A type of what departments refer to each other 移交类型: which way it goes, and the lines of business one of which takes it. */
export type Referable = {
  readonly type: string
  readonly words: Words
  readonly to: 'partner' | 'transport'
  readonly receivers: readonly LineOfBusiness[]
}

/** The closed list of types, first to partners, then from them. */
export const referralTypes = [
  {
    type: 'traffic-offence',
    words: { zh: '道路交通违法（超员、超速、无证驾驶等）', en: 'Traffic offences' },
    to: 'partner',
    receivers: ['traffic-police'],
  },
  {
    type: 'forged-plates',
    words: { zh: '伪造、变造、套用牌证', en: 'Forged or cloned plates and papers' },
    to: 'partner',
    receivers: ['traffic-police'],
  },
  {
    type: 'obstruction',
    words: { zh: '阻碍执法、暴力抗法', en: 'Obstructing officers' },
    to: 'partner',
    receivers: ['traffic-police'],
  },
  {
    type: 'unlicensed-business',
    words: { zh: '无照经营、虚假宣传', en: 'Business without licence, false advertising' },
    to: 'partner',
    receivers: ['market'],
  },
  {
    type: 'modification',
    words: { zh: '非法改装、拼装车辆', en: 'Illegal modification of vehicles' },
    to: 'partner',
    receivers: ['market', 'traffic-police'],
  },
  {
    type: 'measuring',
    words: { zh: '计量器具、检验检测违法', en: 'Measuring and testing' },
    to: 'partner',
    receivers: ['market'],
  },
  {
    type: 'ship-safety',
    words: { zh: '船舶、船员安全违法', en: 'Safety of ships and crews' },
    to: 'partner',
    receivers: ['maritime'],
  },
  {
    type: 'fishing-vessel',
    words: { zh: '渔船违法从事运输', en: 'Fishing vessels used for transport' },
    to: 'partner',
    receivers: ['fishery'],
  },
  {
    type: 'toll-overload',
    words: { zh: '高速公路入口放行超限车辆', en: 'Overloaded trucks let onto the expressway' },
    to: 'partner',
    receivers: ['road-operation'],
  },
  {
    type: 'waste-spill',
    words: { zh: '渣土运输撒漏、乱倒', en: 'Construction waste spilt or dumped' },
    to: 'partner',
    receivers: ['urban-management'],
  },
  {
    type: 'illegal-operation',
    words: { zh: '非法营运', en: 'Illegal operation' },
    to: 'transport',
    receivers: ['illegal-operation'],
  },
  {
    type: 'ride-hailing',
    words: { zh: '网约车、出租汽车违法经营', en: 'Ride-hailing and taxis' },
    to: 'transport',
    receivers: ['taxi', 'illegal-operation'],
  },
  {
    type: 'coach',
    words: { zh: '客车超员、违法经营', en: 'Overcrowded or unlicensed coaches' },
    to: 'transport',
    receivers: ['passenger-hazmat', 'illegal-operation'],
  },
  {
    type: 'overloaded-truck',
    words: { zh: '货车超限运输', en: 'Overloaded trucks' },
    to: 'transport',
    receivers: ['overload'],
  },
  {
    type: 'hazmat',
    words: { zh: '危险货物运输违法', en: 'Dangerous goods' },
    to: 'transport',
    receivers: ['passenger-hazmat'],
  },
  {
    type: 'road-damage',
    words: { zh: '占用、损坏公路', en: 'Roads occupied or damaged' },
    to: 'transport',
    receivers: ['road-admin'],
  },
  {
    type: 'waterway',
    words: { zh: '水路运输违法经营', en: 'Waterway transport' },
    to: 'transport',
    receivers: ['waterway', 'port', 'maritime'],
  },
] as const satisfies readonly Referable[]

/** The type with this name; the form knows no others. */
export function referralType(type: string): Referable {
  const found = (referralTypes as readonly Referable[]).find((each) => each.type === type)
  if (!found) throw new Error(`There is no type of referral named ${type}.`)
  return found
}
