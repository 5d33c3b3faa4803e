import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { formalRequestBodies } from '../formal-request.ts'
import type { ExecutionRequest, executionHelpForms } from './execution-help.contract.ts'

// Examples that tests and the demonstration share. Every person, company, number and plate is invented, and the plates say so (TEST).

type Forms = typeof executionHelpForms
type Bodies = { readonly [A in keyof Forms]: z.infer<Forms[A]> }

const officersOf = (place: string) => [
  { name: '试例四十一', certificateNumber: `${place}0041` },
  { name: '试例四十二', certificateNumber: `${place}0042` },
]

/** A company of 四平 has neither paid its fine nor stopped the vehicle, which is to be found and its suspension supervised. */
export const suspendedCompany = (to: AgencyId): ExecutionRequest => ({
  to: [to],
  decision: {
    caseNumber: '辽铁昌交执〔2025〕00017号',
    number: '辽铁昌交罚〔2025〕00017号',
    decidedOn: '2025-05-12',
    servedOn: '2025-05-16',
    holds: '罚款13000元；责令涉案车辆停运整改。',
    effect: 'effective',
  },
  party: { kind: 'organisation', name: '四平试例物流有限公司', creditCode: '91220322TEXTXP015N' },
  vehicle: { plate: '吉CTEST1', colour: '2', type: 'tractor' },
  request: {
    legalBasis: '行政处罚法第二十六条、第六十六条',
    facts: '决定书送达后超过十五日，当事人未缴纳罚款，车辆仍在运营。',
    urgency: 'normal',
  },
  helps: [
    { kind: 'urge-performance', what: '督促当事人缴纳罚款。' },
    { kind: 'stop-operation', what: '监督涉案车辆停运整改。', where: '梨树县试例停车场' },
  ],
  officers: officersOf('2112'),
  contact: { name: '试例四十一', phone: '024-00000041' },
  declaration: { responsible: true, noStateSecrets: true },
})

/** A vehicle without papers that has to be seized where it stands. */
export const vehicleToSeize = (to: AgencyId): ExecutionRequest => {
  const { servedOn: _, ...decision } = suspendedCompany(to).decision
  return {
    ...suspendedCompany(to),
    decision: { ...decision, effect: 'measure', holds: '无证经营案件调查中，须扣押车辆。' },
    request: {
      ...suspendedCompany(to).request,
      urgency: 'urgent',
      facts: '车辆停放在梨树县，随时可能驶离。',
    },
    helps: [
      {
        kind: 'seize',
        what: '扣押涉案车辆并代为保管。',
        where: '梨树县试例停车场',
        measureBasis: '道路运输条例第六十二条',
        object: '吉CTEST1 重型半挂牵引车',
      },
    ],
  }
}

/** A good body for each action; `submit` is the suspended company. */
export const executionHelpBodies = (to: AgencyId, at = new Date().toISOString()): Bodies => ({
  ...formalRequestBodies,
  submit: suspendedCompany(to),
  take: { officers: officersOf('2203'), contact: { name: '试例四十三', phone: '0434-0000043' } },
  decline: { declineReason: 'DecisionNotEnforceable', grounds: '当事人提供了停止执行的复议通知书。' },
  extend: { reason: '当事人承诺月底前缴清。' },
  report: {
    results: [
      {
        outcome: 'partly',
        help: 1,
        at,
        what: '当事人当场缴纳8000元。',
        officers: officersOf('2203'),
        shortfall: 'party-unable',
        rest: '尚欠5000元，承诺分期缴纳。',
      },
      {
        outcome: 'executed',
        help: 2,
        at,
        what: '车辆已停放在企业停车场，交回道路运输证。',
        officers: officersOf('2203'),
      },
    ],
  },
  confirm: {},
  askAgain: { missing: '请继续督促缴纳剩余5000元。' },
})

/** The vehicle was seized by the agency of the place, with visitors looking on. */
export const seizedBy = (inNameOf: AgencyId, at = new Date()): Bodies['report'] => ({
  results: [
    {
      outcome: 'coerced',
      help: 1,
      at: at.toISOString(),
      until: new Date(at.getTime() + 29 * 86_400_000).toISOString(),
      place: '梨树县试例停车场',
      inOurArea: true,
      inNameOf: [inNameOf],
      decisionNumber: '吉四交强〔2025〕TEST4号',
      what: '向当事人出示决定书和清单，车辆已拖至停车场。',
      officers: officersOf('2203'),
      visitors: officersOf('2112'),
    },
  ],
})
