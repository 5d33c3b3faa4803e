import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { formalRequestBodies } from '../formal-request.ts'
import type { caseNoticeForms, Submission } from './case-notice.contract.ts'

// Examples that tests and the demonstration share; every person, company, number and plate is invented.

type Bodies = { readonly [A in keyof typeof caseNoticeForms]: z.infer<(typeof caseNoticeForms)[A]> }

/** A truck of another province that was 13 t overloaded, fined and unloaded. */
export const overloadedElsewhere = (to: readonly AgencyId[]): Submission => ({
  to: [...to],
  vehicle: {
    plate: '吉CTEST1',
    colour: '2',
    type: 'tractor',
    transportCertificate: '220322000001',
    owner: '四平试例物流有限公司',
  },
  driver: { name: '试例三十', qualification: '2203220000000001', employer: '四平试例物流有限公司' },
  cargo: { source: '梨树县试例粮库', loadingSlip: 'TEST-20250603-11' },
  decision: {
    behaviour: 'overload',
    caseNumber: '辽铁昌交执〔2025〕00017号',
    occurredAt: '2025-06-03T09:40:00+08:00',
    place: '辽宁省铁岭市昌图县毛家店镇 G102 K812+300',
    facts: '六轴半挂货车装载玉米行驶公路，车货总质量62000千克，超过限值13000千克。',
    axles: 6,
    totalKg: 62_000,
    limitKg: 49_000,
    decisionNumber: '辽铁昌交罚〔2025〕00017号',
    decidedOn: '2025-06-20',
    handledOn: '2025-06-24',
    penalties: ['fine'],
    fineYuan: 6_500,
    execution: 'executed',
  },
  request: { measures: ['interview', 'revoke-vehicle-certificate'], reasons: '该车一年内已第四次超限。' },
  contact: { name: '试例三', phone: '024-00000001' },
  declaration: { effective: true, noStateSecrets: true },
})

/** A good body for each action. */
export const caseNoticeBodies = (to: readonly AgencyId[]): Bodies => ({
  submit: overloadedElsewhere(to),
  ...formalRequestBodies,
  answer: {
    outcomes: [
      { status: 'imposed', measure: 'interview', documentNumber: '四交约〔2025〕8号', on: '2025-07-02' },
      {
        status: 'not-imposed',
        measure: 'revoke-vehicle-certificate',
        whyNot: 'below-threshold',
        grounds: '经核查，一年内超限处罚决定生效三次，未超过三次。',
      },
    ],
    summary: '已约谈企业负责人，车辆列入重点关注。',
  },
  amendAnswer: {
    outcomes: [
      { status: 'executed', measure: 'interview', documentNumber: '四交约〔2025〕8号', on: '2025-07-09' },
      { status: 'under-appeal', measure: 'revoke-vehicle-certificate', appeal: 'reconsideration' },
    ],
    summary: '又一次处罚生效后已吊销车辆营运证，当事人申请复议。',
  },
  recall: {
    recallReason: 'annulled',
    documentNumber: '铁政复决〔2025〕21号',
    decidedOn: '2025-08-11',
    organ: '铁岭市人民政府',
    nowHolds: '原处罚决定已被撤销，请停止以其为依据的措施，核减超限次数。',
  },
  confirmRecall: { undone: ['counters', 'credit-record'], note: '已核减一次，撤回信用记录。' },
})
