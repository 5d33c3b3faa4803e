import { plateColours } from '../../../../kernel/identifiers/plate.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { KindWords } from '../../kind.ts'
import { caseTransferWords } from '../case-transfer/case-transfer.words.ts'
import {
  formalRequestActionWords,
  formalRequestClockWords,
  formalRequestFieldWords,
  formalRequestStateWords,
} from '../formal-request.ts'
import {
  contactFieldWords,
  declarationFieldWords,
  shipFieldWords,
  shipTypeWords,
  sizeFieldWords,
  vehicleFieldWords,
  vehicleTypeWords,
} from '../subject-words.ts'
import type { caseNoticeChart } from './case-notice.chart.ts'

const { drafted, inReview, approved, sent, discarded } = formalRequestStateWords
const { askBack: _, release: __, ...beginning } = formalRequestActionWords

const measureWords: Readonly<Record<string, Words>> = {
  interview: { zh: '约谈企业', en: 'Interview with the enterprise' },
  'key-supervision': { zh: '列入重点监管', en: 'Key supervision' },
  'credit-record': { zh: '记入信用记录', en: 'Credit record' },
  'revoke-vehicle-certificate': { zh: '吊销车辆营运证', en: 'Revoking the vehicle’s certificate' },
  'stop-driver': { zh: '责令驾驶人停止从事营业性运输', en: 'Stopping the driver' },
  'suspend-enterprise': { zh: '责令企业停业整顿', en: 'Suspending the enterprise' },
  'revoke-licence': { zh: '吊销经营许可证', en: 'Revoking the licence' },
  'cargo-source': { zh: '查处货运源头单位', en: 'Dealing with the cargo source' },
  education: { zh: '安全教育', en: 'Safety education' },
}

const atLeastOne: Words = {
  zh: '至少填写一项；确未查明的，在“说明”中写明。',
  en: 'One of them at least; where it is not known, say so in the remark.',
}

/** All words of a case notice 结案抄告. */
export const caseNoticeWords: KindWords<typeof caseNoticeChart> = {
  name: { zh: '结案抄告', en: 'Case notice' },
  purpose: {
    zh: '将超限或外地车辆案件的处理结果抄告车籍地（许可地）机关，由其反馈处理情况；处罚决定被撤销、变更的，逐一撤回并由对方确认。',
    en: 'Tells the region that licensed the vehicle what was decided, and gets back what it did; an annulled or changed decision is recalled from everybody, and each confirms.',
  },

  states: {
    drafted,
    inReview,
    approved,
    sent,
    received: { zh: '已签收待反馈', en: 'Signed for, to be answered' },
    answered: { zh: '已反馈', en: 'Answered' },
    recalling: { zh: '撤回待确认', en: 'Recalled, to be confirmed' },
    recalled: { zh: '抄告已撤回', en: 'Recalled' },
    discarded,
  },

  actions: {
    ...beginning,
    send: {
      ...beginning.send,
      means: {
        zh: '送达全部抄告机关，各自的签收期限从此时起算；反馈期限自签收起算。',
        en: 'It is delivered to all of them, and the time for signing begins for each; the time for answering runs from its signature.',
      },
    },
    acknowledge: {
      zh: '签收',
      en: 'Sign for it',
      means: {
        zh: '确认收到，反馈期限开始计算。',
        en: 'Confirms that it arrived; the time for answering begins.',
      },
    },
    answer: {
      zh: '反馈处理情况',
      en: 'Answer',
      means: {
        zh: '逐项说明已请、已采取、已执行、正在复议诉讼，或者未采取的理由，与本机关的往来办结。',
        en: 'Says of each measure whether it was requested, imposed, executed, is under appeal, or why not; settles this conversation.',
      },
    },
    amendAnswer: {
      zh: '更新反馈',
      en: 'Amend the answer',
      means: {
        zh: '情况有变化时更新，以最后一次为准。',
        en: 'Where things have changed; the last one counts.',
      },
    },
    recall: {
      zh: '撤回抄告',
      en: 'Recall the notice',
      means: {
        zh: '处罚决定被撤销、变更、确认违法或无效的，向全部已抄告的机关撤回，各自须确认，已反馈的也一样。',
        en: 'The decision was annulled, changed or found unlawful: everybody who was told is asked to undo what was built on it and confirms, also who has answered.',
      },
    },
    confirmRecall: {
      zh: '确认撤回',
      en: 'Confirm the recall',
      means: {
        zh: '确认已停止以该决定为依据的措施，核减相应次数。',
        en: 'Confirms that nothing rests on the decision any more and counts were taken back.',
      },
    },
  },

  clocks: {
    approval: formalRequestClockWords.approval,
    receipt: formalRequestClockWords.receipt,
    writing: { zh: '抄告期限（拟稿）', en: 'Notifying (writing)' },
    notifying: { zh: '抄告期限', en: 'Notifying' },
    answer: { zh: '反馈期限', en: 'Answering' },
    recallConfirmation: { zh: '确认撤回期限', en: 'Confirming the recall' },
  },

  fields: {
    to: {
      zh: '抄告机关',
      en: 'Told to',
      hint: {
        zh: '车籍地的道路运输主管部门，企业、驾驶人许可地不同的可一并抄告，最多十个。',
        en: 'The road transport authority where the vehicle is registered, and those that licensed enterprise or driver; ten at most.',
      },
    },
    vehicle: {
      zh: '一、车辆',
      en: '1. Vehicle',
      hint: {
        zh: '号牌、车型、所属企业、道路运输证号。',
        en: 'Plate, type, enterprise, transport certificate.',
      },
    },
    ...vehicleFieldWords('vehicle'),
    ship: { zh: '船舶', en: 'Ship' },
    ...shipFieldWords('ship'),
    driver: { zh: '二、驾驶人', en: '2. Driver', hint: atLeastOne },
    'driver.name': { zh: '姓名', en: 'Name' },
    'driver.qualification': { zh: '从业资格证号', en: 'Qualification no.' },
    'driver.employer': { zh: '从业单位', en: 'Employer' },
    'driver.remark': { zh: '说明', en: 'Remark' },
    cargo: { zh: '三、货运源头', en: '3. Cargo source', hint: atLeastOne },
    'cargo.source': { zh: '装载单位', en: 'Loaded by' },
    'cargo.loadingSlip': { zh: '装载单（磅单）号', en: 'Loading slip' },
    'cargo.remark': { zh: '说明', en: 'Remark' },
    decision: { zh: '四、处罚决定', en: '4. Decision' },
    'decision.behaviour': { zh: '违法行为类型', en: 'Behaviour' },
    'decision.caseNumber': { zh: '案号', en: 'Case number' },
    'decision.occurredAt': { zh: '违法时间', en: 'When it happened' },
    'decision.place': { zh: '违法地点', en: 'Where it happened' },
    'decision.facts': { zh: '违法事实', en: 'Facts' },
    'decision.axles': { zh: '车轴数', en: 'Axles' },
    'decision.totalKg': { zh: '车货总质量（千克）', en: 'Total weight (kg)' },
    'decision.limitKg': { zh: '限值（千克）', en: 'Limit (kg)' },
    ...sizeFieldWords('decision'),
    'decision.decisionNumber': { zh: '处罚决定书文号', en: 'Decision no.' },
    'decision.decidedOn': { zh: '决定日期', en: 'Decided on' },
    'decision.handledOn': {
      zh: '处理完毕日期',
      en: 'Handled on',
      hint: { zh: '七个工作日的抄告期限自此日起算。', en: 'The seven working days run from this day.' },
    },
    'decision.penalties': { zh: '处罚种类', en: 'Penalties' },
    'decision.fineYuan': { zh: '罚款金额（元）', en: 'Fine (yuan)' },
    'decision.confiscatedYuan': { zh: '没收违法所得（元）', en: 'Gains confiscated (yuan)' },
    'decision.execution': { zh: '执行情况', en: 'Carried out' },
    request: { zh: '五、其他：处理建议', en: '5. Other: what is suggested' },
    'request.measures': {
      zh: '建议采取的措施',
      en: 'Measures suggested',
      hint: {
        zh: '吊销、停业等由原许可机关决定；没有建议的不选。',
        en: 'Suspending and revoking are for who licensed; choose none where you suggest none.',
      },
    },
    'request.reasons': { zh: '建议理由', en: 'Why' },
    'request.other': { zh: '其他需要说明的情况', en: 'Anything else' },
    ...contactFieldWords,
    ...declarationFieldWords,
    'declaration.effective': { zh: '处罚决定已送达当事人', en: 'The decision has been served on the party' },

    ...formalRequestFieldWords,
    outcomes: {
      zh: '各项措施的处理情况',
      en: 'What became of each measure',
      hint: {
        zh: '对方建议的措施须逐项答复；自行采取的也可列入。',
        en: 'Each one that was suggested; others you took may be added.',
      },
    },
    'outcomes[].status': { zh: '情况', en: 'Status' },
    'outcomes[].measure': { zh: '措施', en: 'Measure' },
    'outcomes[].of': { zh: '已请哪个机关办理', en: 'Requested of' },
    'outcomes[].note': { zh: '备注', en: 'Note' },
    'outcomes[].documentNumber': { zh: '文书号', en: 'Document no.' },
    'outcomes[].on': { zh: '日期', en: 'On' },
    'outcomes[].until': { zh: '至', en: 'Until' },
    'outcomes[].appeal': { zh: '救济途径', en: 'Remedy' },
    'outcomes[].whyNot': { zh: '未采取的理由', en: 'Why not' },
    'outcomes[].grounds': { zh: '说明', en: 'Grounds' },
    summary: { zh: '处理情况', en: 'What was done' },
    recallReason: { zh: '撤回情形', en: 'Why it is recalled' },
    documentNumber: { zh: '撤销（变更）文书号', en: 'Document that changed it' },
    decidedOn: { zh: '作出日期', en: 'Dated' },
    organ: { zh: '作出机关', en: 'By' },
    nowHolds: {
      zh: '现在应以什么为准',
      en: 'What holds now',
      hint: {
        zh: '变更的写明新决定；需要时另行抄告。',
        en: 'Where it was changed, the new decision; send a new notice if need be.',
      },
    },
    undone: { zh: '已撤回的处理', en: 'What was undone' },
  },

  options: {
    'vehicle.colour': plateColours,
    'vehicle.type': vehicleTypeWords,
    'ship.type': shipTypeWords,
    'decision.behaviour': {
      overload: { zh: '超限超载', en: 'Overload' },
      oversize: { zh: '大件运输', en: 'Oversize transport' },
      passenger: { zh: '道路客运', en: 'Passenger transport' },
      freight: { zh: '道路货运', en: 'Freight' },
      hazmat: { zh: '危险货物运输', en: 'Dangerous goods' },
      waterway: { zh: '水路运输', en: 'Waterway transport' },
      other: { zh: '其他', en: 'Other' },
    },
    'decision.penalties': caseTransferWords.options.penalties ?? {},
    'decision.execution': caseTransferWords.options.execution ?? {},
    'request.measures': measureWords,
    'outcomes[].status': {
      requested: { zh: '已请有权机关办理', en: 'Requested' },
      imposed: { zh: '已采取', en: 'Imposed' },
      executed: { zh: '已执行完毕', en: 'Executed' },
      'under-appeal': { zh: '正在复议或诉讼', en: 'Under appeal' },
      'not-imposed': { zh: '未采取', en: 'Not imposed' },
    },
    'outcomes[].measure': measureWords,
    'outcomes[].appeal': {
      reconsideration: { zh: '行政复议', en: 'Reconsideration' },
      litigation: { zh: '行政诉讼', en: 'Litigation' },
    },
    'outcomes[].whyNot': {
      'below-threshold': { zh: '未达到法定次数或比例', en: 'Below the threshold of the law' },
      'not-provided-by-law': { zh: '法律没有规定该措施', en: 'Not provided for by law' },
      'not-competent': { zh: '应由其他机关决定', en: 'For another organ to decide' },
      'not-yet-effective': { zh: '处罚决定尚未生效', en: 'The decision is not effective yet' },
      'insufficient-facts': { zh: '事实或材料不足', en: 'Too few facts' },
      'already-imposed': { zh: '已因同一事由采取过', en: 'Imposed before for the same reason' },
      'subject-gone': { zh: '车辆已转出或企业已注销', en: 'Vehicle or enterprise is gone' },
    },
    recallReason: {
      annulled: { zh: '处罚决定被撤销', en: 'Annulled' },
      changed: { zh: '处罚决定被变更', en: 'Changed' },
      unlawful: { zh: '被确认违法', en: 'Found unlawful' },
      void: { zh: '被确认无效', en: 'Found void' },
      'wrong-notice': { zh: '抄告内容有误', en: 'The notice was wrong' },
    },
    undone: {
      counters: { zh: '核减违法次数', en: 'Counts taken back' },
      'credit-record': { zh: '撤销信用记录', en: 'Credit record removed' },
      'key-supervision': { zh: '移出重点监管', en: 'Key supervision ended' },
      measure: { zh: '撤销已采取的措施', en: 'Measures revoked' },
      publication: { zh: '撤回公开信息', en: 'Publication withdrawn' },
      nothing: { zh: '尚未据此作出处理', en: 'Nothing had been built on it' },
    },
  },
}
