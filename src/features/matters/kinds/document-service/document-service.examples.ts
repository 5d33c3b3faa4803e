import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { formalRequestBodies } from '../formal-request.ts'
import type { documentServiceForms, Entrustment } from './document-service.contract.ts'

// Examples that tests and the demonstration share. Every person, company, number and plate is invented.

type Forms = typeof documentServiceForms
type Bodies = { readonly [A in keyof Forms]: z.infer<Forms[A]> }

const officers = [
  { name: '试例三十一', certificateNumber: '22030031' },
  { name: '试例三十二', certificateNumber: '22030032' },
]

/** A penalty decision of 昌图 for a company in 四平. */
export const decisionForSiping = (to: AgencyId, number = '辽铁昌交罚〔2025〕00017号'): Entrustment => ({
  to: [to],
  document: { kind: 'decision', number, title: '行政处罚决定书', copies: 2, decidedOn: '2025-07-01' },
  recipient: { kind: 'organisation', name: '四平试例物流有限公司', creditCode: '91220322TEXTXP015N' },
  where: { address: '吉林省四平市梨树县试例路1号', phone: '0434-0000001', hints: '工作日上午有人值守。' },
  request: {
    caseNumber: '辽铁昌交执〔2025〕00017号',
    difficulty: '受送达人住所在吉林省四平市，路途较远，且多次通知未到案领取。',
    legalBasis: '行政处罚法第六十一条；民事诉讼法关于委托送达的规定',
    urgency: 'normal',
  },
  contact: { name: '试例三', phone: '024-00000001' },
  declaration: { valid: true, noStateSecrets: true },
})

/** A notice for a driver, which no statute times to the day. */
export const noticeForDriver = (to: AgencyId, number = '辽铁昌交违通〔2025〕00018号'): Entrustment => ({
  ...decisionForSiping(to),
  document: { kind: 'notice', number, title: '违法行为通知书', copies: 1, dated: '2025-07-01' },
  recipient: { kind: 'person', name: '试例三十', phone: '13800000030' },
})

/** Handed over at the front desk. */
export const handedOver: Bodies['serve'] = {
  method: 'direct',
  at: '2025-07-03T10:20:00+08:00',
  place: '梨树县试例路1号',
  officers,
  signedBy: 'mail-office',
  signer: '试例三十三',
  relation: '前台收件人员',
}

/** A good body for each action; `serve` hands it over on 3 July 2025, the second attempt fails on the 4th. */
export const documentServiceBodies = (to: AgencyId): Bodies => ({
  ...formalRequestBodies,
  submit: decisionForSiping(to),
  take: { officers, contact: { name: '试例三十一', phone: '0434-0000031' } },
  decline: { declineReason: 'WrongPlace', grounds: '经核实，该公司已迁往长春市。' },
  serve: handedOver,
  amendService: {
    ...handedOver,
    at: '2025-07-03T10:40:00+08:00',
    reason: '送达时间录入有误，以回证为准。',
  },
  fail: {
    at: '2025-07-03T10:20:00+08:00',
    place: '梨树县试例路1号',
    officers,
    failReason: 'absent',
    found: '门锁闭，邻近商户称近期无人办公。',
    suggestion: '建议提供法定代表人联系电话。',
  },
  instruct: { instruction: '法定代表人现在其分公司办公，请到该处送达。', address: '梨树县试例路9号' },
  serveOtherwise: { method: 'post', deliveredOn: '2025-07-09', tracking: 'TEST123456789CN' },
  abandon: { reason: '处罚决定已撤销，无需送达。' },
  returnReceipt: { receiptDate: '2025-07-03', way: 'posted', tracking: 'TEST987654321CN' },
  confirmReceipt: {},
  rejectReceipt: { defects: '回证缺少送达人签名，请补正。' },
})

/** Left where it was refused, with video. */
export const leftBehind: Bodies['serve'] = {
  method: 'left',
  at: '2025-07-03T10:20:00+08:00',
  place: '梨树县试例路1号',
  officers,
  refusal: '前台人员当场拒绝签收，称须等负责人同意。',
  proof: 'recording',
}
