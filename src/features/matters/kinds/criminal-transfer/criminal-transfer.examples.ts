import type { z } from 'zod'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { criminalTransferForms, Report } from './criminal-transfer.contract.ts'

// Examples that tests and the demonstration share; every person, company, number and plate is invented.

type Bodies = {
  readonly [A in keyof typeof criminalTransferForms]: z.infer<(typeof criminalTransferForms)[A]>
}

/** A coach with far too many passengers on a motorway. */
export const overcrowdedCoach = (to: AgencyId): Report => ({
  to: [to],
  case: {
    number: '吉四交执〔2025〕00033号',
    cause: '旅游包车严重超员',
    discoveredAt: '2025-10-02T08:20:00+08:00',
    place: '吉林省四平市铁东区 G1 京哈高速四平服务区',
    facts: '执法人员检查发现，核载 55 人的旅游客车实载 83 人，超员 50% 以上，驾驶人为临时聘用。',
    law: '道路运输条例第六十一条',
  },
  suspicion: {
    offence: 'dangerous-driving-passengers',
    provisions: '刑法第一百三十三条之一第一款第三项',
    reasons: '从事旅客运输，严重超过额定乘员载客，涉嫌危险驾驶罪；实际经营人对此负有直接责任。',
  },
  party: { kind: 'person', name: '试例二十', idNumber: '220302198001010013' },
  vehicle: { plate: '吉CTEST8', colour: '2', type: 'tour-coach' },
  objects: [{ name: '旅游客车', quantity: 1, unit: '辆', custody: '四平服务区停车场，保管人试例二十一' }],
  team: [
    { name: '试例二十二', certificateNumber: '22030011' },
    { name: '试例二十三', certificateNumber: '22030012' },
  ],
  contact: { name: '试例二十二', phone: '0434-0000011' },
  notApplicable: [{ item: 'appraisal', reason: '载客人数由现场清点和视频确认，无需检验鉴定。' }],
  declaration: { noPenaltyInstead: true, noStateSecrets: true },
})

/** A good body for each action. */
export const criminalTransferBodies = (to: AgencyId): Bodies => ({
  report: overcrowdedCoach(to),
  discard: { reason: '经核实不涉嫌犯罪。' },
  approve: { opinion: '事实清楚，涉嫌危险驾驶罪，批准移送。' },
  refuse: { reason: '超员比例未达到追诉情形，依法作行政处罚。' },
  sendBack: { reason: '请补充现场清点记录。' },
  send: {},
  sign: { receivedBy: '试例二十四' },
  signNotCompetent: {
    receivedBy: '试例二十四',
    organ: '四平市公安局铁东分局',
    reason: '犯罪地在铁东区，由铁东分局管辖。',
  },
  forwardCase: { organ: '四平市公安局铁东分局', noticeNumber: '四公移〔2025〕12号' },
  file: { noticeNumber: '四公立〔2025〕118号', decidedOn: '2025-10-05', caseNumber: '四公刑〔2025〕118号' },
  declineToFile: {
    noticeNumber: '四公不立〔2025〕9号',
    decidedOn: '2025-10-05',
    why: 'clearly-minor',
    grounds: '情节显著轻微，不需要追究刑事责任。',
    fileReturned: true,
  },
  requestReconsideration: {
    grounds: '超员超过百分之五十，且在高速公路行驶，不属于情节显著轻微。',
    legalBasis: '行政执法机关移送涉嫌犯罪案件的规定第九条',
  },
  uphold: { noticeNumber: '四公复〔2025〕2号', decidedOn: '2025-10-08', grounds: '维持不予立案决定。' },
  suggestSupervision: {
    procuratorate: '四平市铁东区人民检察院',
    grounds: '对不予立案及复议决定仍有异议，建议立案监督。',
  },
  keepRefusal: { procuratorateOpinion: '检察机关审查认为不立案理由成立。', grounds: '不予立案，案卷退回。' },
  acceptNotFiling: { handling: '依道路运输条例作行政处罚。' },
  handOver: {
    at: '2025-10-06T10:00:00+08:00',
    place: '四平服务区停车场',
    items: [
      { name: '案卷', quantity: 1, unit: '册' },
      { name: '旅游客车', quantity: 1, unit: '辆' },
    ],
    handedBy: '试例二十二',
  },
  confirmHandOver: { receivedBy: '试例二十四' },
  conclude: {
    criminalFine: 'fined',
    documentNumber: '（2025）吉0303刑初88号',
    summary: '以危险驾驶罪判处拘役二个月，并处罚金五千元。',
  },
  sendBackForPenalty: {
    sendBackReason: 'not-prosecuted',
    documentNumber: '四公退〔2025〕3号',
    opinion: '检察机关决定不起诉，退回依法给予行政处罚。',
  },
})
