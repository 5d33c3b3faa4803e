import type { z } from 'zod'
import { chinaDayOf } from '../../../../kernel/day.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { caseTransferForms, Submission } from './case-transfer.contract.ts'

// Examples that tests and the demonstration share. The facts follow real cases as they were reported; every person,
// company, number and plate is invented, and the plates say so (TEST).

type Bodies = { readonly [A in keyof typeof caseTransferForms]: z.infer<(typeof caseTransferForms)[A]> }

/**
 * A truck of 四平 (吉林) weighed at a roadside post in 铁岭 (辽宁) and detained: the path every officer knows. Six axles, 62 t on
 * a limit of 49 t.
 */
export const detainedTruck = (to: AgencyId): Submission => ({
  to: [to],
  ground: {
    trigger: 'earlier-filing',
    reasons:
      '车辆自四平市梨树县装载后驶入我县，违法行为在梨树县境内已经开始，梨树县交通运输综合行政执法大队已就同一超限运输行为对源头装载企业和承运人先行立案，应由其管辖。',
    legalBasis: '行政处罚法第二十二条、第二十五条',
  },
  case: {
    number: '辽铁昌交执〔2025〕00017号',
    cause: '车辆超限运输',
    source: 'inspection',
    discoveredAt: '2025-06-03T09:40:00+08:00',
    place: '辽宁省铁岭市昌图县毛家店镇',
    road: 'G102 K812+300 上行',
    facts:
      '2025年6月3日9时40分，执法人员在毛家店流动检测点检查发现，六轴半挂货车装载玉米行驶公路，经检测车货总质量62000千克，超过限值13000千克。驾驶人未能提供超限运输车辆通行证。',
    law: '公路法第五十条；超限运输车辆行驶公路管理规定第三条',
  },
  party: {
    kind: 'organisation',
    name: '四平试例物流有限公司',
    creditCode: '91220322TEXTXP015N',
    representative: '试例一',
    phone: '0434-0000001',
    address: '吉林省四平市梨树县试例路1号',
  },
  vehicle: {
    plate: '吉CTEST1',
    colour: '2',
    type: 'tractor',
    transportCertificate: '220322000001',
    trailerPlate: '吉CTEST挂',
    owner: '四平试例物流有限公司',
  },
  overload: {
    axles: 6,
    totalKg: 62_000,
    limitKg: 49_000,
    station: '毛家店流动检测点',
    checkNumber: 'TEST-20250603-01',
  },
  measures: [
    {
      kind: 'seize',
      decisionNumber: '辽铁昌交强〔2025〕00004号',
      from: '2025-06-03T11:00:00+08:00',
      until: '2025-07-03T11:00:00+08:00',
      place: '昌图县毛家店停车场',
    },
  ],
  objects: [
    {
      name: '半挂货车',
      quantity: 1,
      unit: '辆',
      condition: '完好，封条完整',
      custody: '昌图县毛家店停车场，保管人试例二',
    },
    { name: '玉米', quantity: 13_000, unit: '千克', custody: '昌图县毛家店卸载场，保管人试例二' },
  ],
  officers: [
    { name: '试例三', certificateNumber: '21120001' },
    { name: '试例四', certificateNumber: '21120002' },
  ],
  contact: { name: '试例三', phone: '024-00000001' },
  declaration: { evidenceSecured: true, noStateSecrets: true },
})

/**
 * S01: a truck that technical monitoring in 柘荣 (福建) recorded at 119.07 t, 70.07 t over its limit, settled where it is
 * registered, in 高密 (山东).
 */
export const recordedTruck = (to: AgencyId): Submission => ({
  to: [to],
  ground: {
    trigger: 'registration-place',
    reasons: '经多次联系，当事人未到案；双方支队协商，由车籍地机关依据技术监控记录办理，当事人不必往返两地。',
    legalBasis: '超限运输车辆行驶公路管理规定第五十条',
  },
  case: {
    number: '闽宁柘交监〔2025〕00119号',
    cause: '车辆超限运输',
    source: 'off-site',
    discoveredAt: '2025-05-12T02:18:30+08:00',
    place: '福建省宁德市柘荣县境内',
    road: 'G104 非现场检测点',
    facts:
      '2025年5月12日2时18分，非现场检测点记录六轴货车通过，车货总质量119070千克，限值49000千克。记录已经法制和技术审核。执法人员三次电话联系当事人，均未到案。',
    law: '公路安全保护条例；超限运输车辆行驶公路管理规定第三条',
  },
  party: {
    kind: 'person',
    name: '试例五',
    idNumber: '370785198808080034',
    phone: '13800000001',
    address: '山东省高密市试例村1号',
  },
  vehicle: { plate: '鲁GTEST1', colour: '2', type: 'tractor', owner: '试例五' },
  overload: { axles: 6, totalKg: 119_070, limitKg: 49_000, checkNumber: 'TEST-20250512-07' },
  officers: [
    { name: '试例六', certificateNumber: '35090001' },
    { name: '试例七', certificateNumber: '35090002' },
  ],
  contact: { name: '试例六', phone: '0593-0000001' },
  notApplicable: [
    { item: 'calibration-certificate', reason: '检定证书已在上级平台公示，附链接于调查报告。' },
  ],
  declaration: { evidenceSecured: true, noStateSecrets: true },
})

/** S11: a ship that carried construction waste, found in a joint patrol and handed to the department competent for it. */
export const wasteShip = (to: AgencyId): Submission => ({
  to: [to],
  ground: {
    trigger: 'other-department',
    reasons: '联合巡航中发现船舶涉嫌非法运输、倾倒建筑渣土，该行为由属地综合执法部门查处。',
    legalBasis: '行政处罚法第十八条、第二十二条',
  },
  case: {
    number: '苏苏吴交执〔2025〕00031号',
    cause: '涉嫌非法运输建筑渣土',
    source: 'regional',
    sourceNote: '太浦河三地联合检查',
    discoveredAt: '2025-07-09T10:05:00+08:00',
    place: '太浦河吴江段，东经120.84度、北纬31.01度',
    facts:
      '三地联合巡航至该航段时，发现货船装载建筑渣土约280吨，未能提供处置核准文件。船舶证书、船员证书齐全。',
    law: '城市建筑垃圾管理规定',
  },
  party: {
    kind: 'organisation',
    name: '吴江试例航运有限公司',
    creditCode: '91320509TEXTWJ013U',
    phone: '0512-00000001',
  },
  ship: { name: '试例货0001', type: 'cargo', mmsi: '413000001', operator: '吴江试例航运有限公司' },
  officers: [
    { name: '试例八', certificateNumber: '32050001' },
    { name: '试例九', certificateNumber: '32050002' },
  ],
  contact: { name: '试例八', phone: '0512-00000002' },
  declaration: { evidenceSecured: true, noStateSecrets: true },
})

/** A good body for each action, in the order of the whole path; `submit` is the detained truck. */
export const caseTransferBodies = (to: AgencyId): Bodies => ({
  submit: detainedTruck(to),
  discard: { reason: '当事人已到案，由本机关继续办理。' },
  approve: { opinion: '事实清楚，材料齐全，同意移送。' },
  sendBack: { reason: '请补充违法行为发生地的具体桩号。' },
  withdraw: {},
  send: {},
  acknowledge: {},
  giveUp: { reason: '该单位已撤销，案件另行移送承接其职责的机关。' },
  askBack: { reason: '当事人已到案并接受处理，请同意撤回。' },
  release: { note: '同意撤回。' },
  requestSupplement: {
    gaps: [
      { item: 'weighing-record', what: '检测单缺少检测设备检定有效期，请补充。' },
      { item: 'facts', what: '请说明装载地点。' },
    ],
  },
  supply: {
    answers: [
      { item: 'weighing-record', answer: '已上传设备检定证书。' },
      { item: 'facts', answer: '装载地点为梨树县试例粮库，见补充询问笔录。' },
    ],
  },
  accept: { contact: { name: '试例十', phone: '0434-0000002' } },
  object: {
    reason: 'NoJurisdiction',
    grounds: '我单位所立案件系源头企业另一车次，与本案不是同一违法行为；本案由发现地机关管辖。',
    legalBasis: '行政处罚法第二十二条',
  },
  concede: { note: '同意由我单位继续办理。' },
  insist: { grounds: '过磅单和行车记录表明系同一车次，贵单位立案在先。' },
  maintain: { grounds: '经核对过磅时间，两次运输相隔一日，不是同一违法行为，维持异议。' },
  takeUp: { reason: '双方分歧明确，案件涉及车辆扣押，宜尽早确定管辖。', legalBasis: '行政处罚法第二十五条' },
  referOnTakingUp: {},
  designateAnswerer: {
    decisionNumber: '交执指〔2025〕3号',
    decidedOn: chinaDayOf(new Date().toISOString()),
    grounds: '经查系同一违法行为，由最先立案的机关管辖。',
    legalBasis: '行政处罚法第二十五条',
  },
  designateAsker: {
    decisionNumber: '交执指〔2025〕4号',
    decidedOn: chinaDayOf(new Date().toISOString()),
    grounds: '经查不是同一违法行为，由违法行为发生地机关管辖。',
    legalBasis: '行政处罚法第二十二条、第二十五条',
  },
  handOver: {
    at: '2025-06-12T10:00:00+08:00',
    place: '昌图县毛家店停车场',
    items: [
      { name: '案卷', quantity: 1, unit: '册' },
      { name: '半挂货车', quantity: 1, unit: '辆', condition: '完好' },
      { name: '玉米', quantity: 13_000, unit: '千克' },
    ],
    handedBy: '试例三',
  },
  confirmHandOver: { at: '2025-06-12T11:00:00+08:00', receivedBy: '试例十' },
  tellParty: { method: 'direct', at: '2025-06-11T15:00:00+08:00' },
  file: {
    caseNumber: '吉四梨交执〔2025〕00008号',
    filedAt: '2025-06-13T09:00:00+08:00',
    officers: [
      { name: '试例十', certificateNumber: '22030001' },
      { name: '试例十一', certificateNumber: '22030002' },
    ],
  },
  declineToFile: { reason: 'NotAnOffenceHere', grounds: '经复核，车辆持有有效的超限运输车辆通行证。' },
  decide: {
    outcome: 'penalty',
    decisionNumber: '吉四梨交罚〔2025〕00008号',
    decidedOn: '2025-06-27',
    summary: '超限13000千克，处罚款6500元，已卸载。',
    penalties: ['fine'],
    fineYuan: 6_500,
  },
  reportResult: { summary: '已作出处罚决定并送达，车辆已解除扣押。', execution: 'executed' },
  confirmResult: { note: '结果已收悉。' },
})
