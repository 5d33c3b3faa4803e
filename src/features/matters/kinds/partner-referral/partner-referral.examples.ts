import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { lightBodies } from '../light-exchange.ts'
import type { partnerReferralForms, Referral } from './partner-referral.contract.ts'

// Examples that tests and the demonstration share. The facts follow real cases as they were reported; every person,
// company, number and plate is invented, and the plates say so (TEST).

type Bodies = { readonly [A in keyof typeof partnerReferralForms]: z.infer<(typeof partnerReferralForms)[A]> }

const statements = { noReporter: true, noStateSecrets: true } as const

/** S20: border police meet an out-of-province ride-hailing car on their round and have the brigade take it over. */
export const rideHailingCar = (to: AgencyId): Referral => ({
  to: [to],
  referral: {
    type: 'ride-hailing',
    nature: 'case',
    urgency: 'urgent',
    reasons:
      '例行检查中发现外省网约车跨经营区域载客，涉嫌违法经营，不属本部门职权，移交交通运输执法机构办理。',
    legalBasis: '行政处罚法第二十二条、第二十六条',
  },
  facts: {
    title: '边境派出所查获外省网约车跨区域载客',
    facts:
      '该车从外省出发，绕行省界两条公路前往边境口岸，车上乘客两人，通过平台下单付费。驾驶人不能出示本地经营许可。',
    place: '省界公路边境检查站',
    occurredAt: '2025-07-18T10:20:00+08:00',
  },
  party: { kind: 'person', name: '试例四十一', phone: '13800000041' },
  vehicle: { plate: '粤ATEST5', colour: '94', plateNote: '新能源号牌，末位待核', type: 'ride-hailing' },
  custody: {
    promisedAt: '2025-07-18T15:00:00+08:00',
    place: '省界公路边境检查站',
    items: [
      { name: '小型客车', quantity: 1, unit: '辆', condition: '完好' },
      { name: '行驶证', quantity: 1, unit: '本' },
    ],
  },
  finders: [{ name: '试例四十二', badge: '100042' }],
  contact: { name: '试例四十二', phone: '0434-7000042' },
  declaration: statements,
})

/** S29: police pass on a clue about a passenger car from another province with ten people on six seats. */
export const crowdedCar = (to: AgencyId): Referral => ({
  to: [to],
  referral: {
    type: 'coach',
    nature: 'clue',
    urgency: 'normal',
    reasons: '路面检查发现外省小型客车超员载客收费，涉嫌非法营运，转交通运输执法机构核查。',
    legalBasis: '道路运输条例；行政处罚法第二十六条',
  },
  facts: {
    title: '外省小型客车超员载客涉嫌非法营运',
    facts: '该车核载 6 人、实载 10 人，途经两市先后搭载乘客 9 名，每人收取 400 元，未取得道路运输经营许可。',
    place: '高速公路出口检查点',
    occurredAt: '2025-06-09T05:40:00+08:00',
  },
  vehicle: { plate: '苏GTEST9', colour: '1', type: 'car' },
  occupancy: { seats: 6, aboard: 10, payers: 9, fareYuan: 400 },
  finders: [{ name: '试例四十三', badge: '100043' }],
  contact: { name: '试例四十三', phone: '0434-7000043' },
  declaration: statements,
})

/** The other way: a transport agency hands forged plates over to the police. */
export const forgedPlates = (to: AgencyId): Referral => ({
  to: [to],
  referral: {
    type: 'forged-plates',
    nature: 'case',
    urgency: 'normal',
    reasons: '检查中发现货车号牌与行驶证不符，涉嫌套用号牌，属公安机关职权。',
    legalBasis: '道路交通安全法第九十六条；行政处罚法第二十七条',
  },
  facts: {
    title: '货车涉嫌套用号牌',
    facts: '车辆识别代号与登记信息不符，号牌字体异常，驾驶人承认号牌系网上购买。',
    place: '昌图县 102 国道超限检测站',
    occurredAt: '2025-06-11T09:00:00+08:00',
  },
  vehicle: { plate: '辽MTEST6', colour: '2', type: 'truck' },
  custody: {
    promisedAt: '2025-06-12T09:00:00+08:00',
    place: '昌图县 102 国道超限检测站',
    items: [{ name: '号牌', quantity: 2, unit: '面' }],
  },
  finders: [
    { name: '试例一', badge: '21000001' },
    { name: '试例二', badge: '21000002' },
  ],
  contact: { name: '试例二', phone: '024-70000001' },
  declaration: statements,
})

/** A good body for each action; what is sent is the ride-hailing car. */
export const partnerReferralBodies = (to: AgencyId): Bodies => ({
  ...lightBodies,
  send: rideHailingCar(to),
  accept: { receiptNumber: '四交执受〔2025〕TEST41号', note: '即派两名执法人员前往接收。' },
  decline: {
    reason: 'NoJurisdiction',
    grounds: '该车为巡游出租汽车，由市级机构办理。',
    competent: '四平市交通运输综合行政执法支队',
  },
  file: { caseNumber: '吉四交执〔2025〕TEST41号', filedAt: '2025-07-18T17:00:00+08:00' },
  declineToFile: { reason: 'InsufficientEvidence', grounds: '平台订单显示为亲友顺风出行，未收取费用。' },
  handOver: {
    at: '2025-07-18T15:10:00+08:00',
    place: '省界公路边境检查站',
    items: [
      { name: '小型客车', quantity: 1, unit: '辆', condition: '完好' },
      { name: '行驶证', quantity: 1, unit: '本' },
    ],
    handedBy: '试例四十二',
  },
  confirmHandOver: { at: '2025-07-18T15:20:00+08:00', receivedBy: '试例四十四' },
  reportResult: {
    outcome: 'penalty',
    decisionNumber: '吉四交执罚〔2025〕TEST41号',
    summary: '责令停止违法行为，罚款三万元。',
  },
  confirm: {},
})
