import { plateColours } from '../../../../kernel/identifiers/plate.ts'
import type { KindWords } from '../../kind.ts'
import { caseTransferWords } from '../case-transfer/case-transfer.words.ts'
import { jurisdictionDisputeWords } from '../jurisdiction-dispute/jurisdiction-dispute.words.ts'
import {
  declarationFieldWords,
  partyFieldWords,
  partyKindWords,
  reasonWords,
  shipFieldWords,
  shipTypeWords,
  sizeFieldWords,
  vehicleFieldWords,
  vehicleTypeWords,
} from '../subject-words.ts'
import type { caseChart } from './case.chart.ts'

const { fields, options } = caseTransferWords
/** Words that a case shares with its transfer. */
const shared = <K extends string, V>(record: Readonly<Record<K, V>>, name: K): V => record[name] as V

const withoutPenaltyWords = {
  'no-penalty-minor': { zh: '违法行为轻微，不予行政处罚', en: 'Minor, no penalty' },
  'no-penalty-first': {
    zh: '首次违法且危害轻微并及时改正，不予行政处罚',
    en: 'First and slight, mended at once: no penalty',
  },
  'no-penalty-unfounded': { zh: '违法事实不能成立，不予行政处罚', en: 'Facts not established, no penalty' },
} as const

const revisionWords = {
  annulled: { zh: '决定被撤销', en: 'Decision annulled' },
  'annulled-redo': { zh: '决定被撤销，责令重新作出', en: 'Annulled, a new decision ordered' },
  changed: { zh: '决定被变更', en: 'Decision changed' },
  unlawful: { zh: '决定被确认违法', en: 'Decision found unlawful' },
  void: { zh: '决定被确认无效', en: 'Decision void' },
} as const

const penaltyWords = { zh: '给予行政处罚', en: 'Penalty' } as const
const numberHint = {
  zh: '以文书号区分各项措施，从采取到处理都用同一个号。',
  en: 'A measure is known by this number from its beginning to its end.',
} as const

/** All words of a case 案件. */
export const caseWords: KindWords<typeof caseChart> = {
  name: { zh: '案件', en: 'Case' },
  purpose: {
    zh: '登记和办理本机关的一件行政处罚案件：受案、立案、调查、告知、听证、审核、决定、送达、执行、结案。立案时在全区域查重，同一违法行为不会立两次。',
    en: 'Keeps one penalty case of your own agency from registration to closing. Filing looks in all regions first, so that no act is filed twice.',
  },

  states: {
    drafted: { zh: '登记中', en: 'Being registered' },
    registered: { zh: '已受案待立案', en: 'Registered, to be filed' },
    investigating: { zh: '调查取证', en: 'Investigation' },
    suspended: { zh: '中止调查', en: 'Suspended' },
    reviewing: { zh: '调查终结待审核', en: 'Concluded, under review' },
    noticed: { zh: '已告知，等待决定', en: 'Party notified' },
    hearing: { zh: '听证', en: 'Hearing' },
    decided: { zh: '已决定待送达', en: 'Decided, to be served' },
    served: { zh: '已送达，执行中', en: 'Served, being carried out' },
    spared: { zh: '已决定不予处罚，待送达', en: 'No penalty, to be served' },
    told: { zh: '不予处罚决定已送达，待结案', en: 'No penalty, served, to be closed' },
    closed: { zh: '已结案', en: 'Closed' },
    revised: { zh: '决定被撤销、变更，善后中', en: 'Decision annulled or changed, being undone' },
    notFiled: { zh: '不予立案', en: 'Not filed' },
    discarded: { zh: '已作废', en: 'Discarded' },
  },

  actions: {
    register: {
      zh: '受案并报请立案',
      en: 'Register and submit for filing',
      means: {
        zh: '提交立案审批，由另一名有审批权的人员决定；立案审批期限开始计算。',
        en: 'Another person decides whether the case is filed; the time for that begins.',
      },
    },
    discard: {
      zh: '作废',
      en: 'Discard',
      means: {
        zh: '不再登记；记录保留，不能恢复。',
        en: 'Nothing is registered; the record stays and this cannot be undone.',
      },
    },
    file: {
      zh: '立案',
      en: 'File the case',
      means: {
        zh: '系统先在全区域查找同一违法行为；没有的，记录立案时间，此后不能更改，办案期限开始计算。',
        en: 'Looks for the same act in all regions first. The time of filing is then fixed for good, and the time for deciding begins.',
      },
    },
    sendBack: {
      zh: '退回补充',
      en: 'Send back',
      means: { zh: '退回登记人补充后重新报请。', en: 'The writer completes it and submits it again.' },
    },
    declineToFile: {
      zh: '不予立案',
      en: 'Decline to file',
      means: { zh: '写明理由，登记到此结束。', en: 'Says why; the registration ends here.' },
    },
    registerEvidence: {
      zh: '先行登记保存证据',
      en: 'Register and keep evidence',
      means: {
        zh: '须在期限内作出处理，系统逐项计时。',
        en: 'To be dealt with in time, each on its own clock.',
      },
    },
    settleEvidence: {
      zh: '处理先行登记保存的证据',
      en: 'Deal with kept evidence',
      means: { zh: '登记处理结果，该项期限停止。', en: 'Records what became of it; its time stops.' },
    },
    seize: {
      zh: '查封、扣押',
      en: 'Seal or seize',
      means: {
        zh: '经批准后实施，期限内须处理，可延长一次。',
        en: 'With approval; for a time that may be extended once.',
      },
    },
    seizeAtOnce: {
      zh: '紧急查封、扣押',
      en: 'Seal or seize at once',
      means: {
        zh: '情况紧急当场实施，须在期限内报告并补办批准手续。',
        en: 'In an emergency, on the spot; reported and approved in time.',
      },
    },
    reportSeizure: {
      zh: '补办批准手续',
      en: 'Report and get approval',
      means: {
        zh: '登记负责人批准，补办手续的期限停止。',
        en: 'Records the approval; the time for it stops.',
      },
    },
    extendSeizure: {
      zh: '延长查封、扣押',
      en: 'Extend a seizure',
      means: {
        zh: '负责人批准，每项只能延长一次；须在届满前办理。',
        en: 'Once each, before it ends.',
      },
    },
    endSeizure: {
      zh: '解除或处理查封、扣押',
      en: 'End a seizure',
      means: {
        zh: '登记解除、发还或没收，期限停止。',
        en: 'Lifted, given back or confiscated; the time stops.',
      },
    },
    suspend: {
      zh: '中止调查',
      en: 'Suspend',
      means: {
        zh: '办案期限暂停；强制措施的期限照常计算。',
        en: 'The time for deciding rests; the terms of measures go on.',
      },
    },
    resume: {
      zh: '恢复调查',
      en: 'Resume',
      means: { zh: '办案期限继续计算。', en: 'The time for deciding goes on.' },
    },
    extendDecision: {
      zh: '延长办案期限',
      en: 'Extend the time for deciding',
      means: {
        zh: '负责人批准，只能延长一次；须在届满前办理。',
        en: 'Once, before it ends.',
      },
    },
    conclude: {
      zh: '调查终结',
      en: 'Conclude the investigation',
      means: {
        zh: '写明查明的事实、证据和处理意见，提交审核。',
        en: 'Facts, evidence and what is proposed, for review.',
      },
    },
    reopen: {
      zh: '重新调查',
      en: 'Take up again',
      means: {
        zh: '回到调查；已有的审核和告知作废，须重新办理。',
        en: 'Back to investigation; review and notice have to be done anew.',
      },
    },
    passLegalReview: {
      zh: '法制审核通过',
      en: 'Pass legal review',
      means: { zh: '由没有参加调查的法制审核人员作出。', en: 'By a legal reviewer who did not investigate.' },
    },
    discuss: {
      zh: '集体讨论',
      en: 'Collective discussion',
      means: { zh: '登记负责人集体讨论的结论。', en: 'Records what the leaders concluded together.' },
    },
    serveNotice: {
      zh: '送达违法行为通知书',
      en: 'Serve the notice',
      means: {
        zh: '告知拟作出的处罚和权利；陈述申辩、听证期满后才能作出决定。',
        en: 'The intended penalty and the party’s rights; a decision is possible only when the time for defence is over.',
      },
    },
    recordDefence: {
      zh: '登记陈述申辩',
      en: 'Record the defence',
      means: { zh: '登记当事人的意见和复核结果。', en: 'What the party said and what came of checking it.' },
    },
    requestHearing: {
      zh: '登记听证申请',
      en: 'Record the request for a hearing',
      means: { zh: '当事人要求听证的，听证后才能作出决定。', en: 'No decision before the hearing was held.' },
    },
    callHearing: {
      zh: '通知听证',
      en: 'Call the hearing',
      means: {
        zh: '须在听证前的法定期限送达通知，系统核对。',
        en: 'The party is told in time before, which is checked.',
      },
    },
    holdHearing: {
      zh: '登记听证笔录',
      en: 'Record the hearing',
      means: { zh: '听证后须经法制审核才能决定。', en: 'After it a legal review is needed before deciding.' },
    },
    dropHearing: {
      zh: '听证终止',
      en: 'No hearing',
      means: {
        zh: '当事人撤回申请或无正当理由不出席。',
        en: 'The party withdrew the request or did not appear.',
      },
    },
    decide: {
      zh: '作出处罚决定',
      en: 'Decide on a penalty',
      means: {
        zh: '各项条件全部满足后才能作出；不得重于告知的处罚。送达期限开始计算。',
        en: 'Only when every condition is met, and no heavier than notified. The time for serving begins.',
      },
    },
    decideWithoutPenalty: {
      zh: '作出不予处罚决定',
      en: 'Decide without penalty',
      means: {
        zh: '不予处罚也要作出决定并送达，其他地区可以查到。首次违法的，系统在各地的案件中核查。',
        en: 'Also a decision: it is served, and other regions find it. Whether it is the first is looked up in all regions.',
      },
    },
    decideOnSpot: {
      zh: '当场处罚',
      en: 'Penalty on the spot',
      means: {
        zh: '限简易程序：警告或者小额罚款，须当场告知并听取意见。',
        en: 'Summary procedure only: a warning or a small fine, the party told and heard on the spot.',
      },
    },
    spareOnSpot: {
      zh: '当场不予处罚',
      en: 'No penalty on the spot',
      means: {
        zh: '限简易程序：轻微或者首次违法，教育后不予处罚。首次违法的，系统在各地的案件中核查。',
        en: 'Summary procedure only: minor or first, and the party educated. Whether it is the first is looked up in all regions.',
      },
    },
    serve: {
      zh: '送达决定书',
      en: 'Serve the decision',
      means: {
        zh: '登记送达时间和方式；处罚决定的，当事人履行期限开始计算。',
        en: 'When and how; with a penalty, the party’s time to comply begins.',
      },
    },
    recordExecution: {
      zh: '登记执行情况',
      en: 'Record compliance',
      means: { zh: '登记缴纳或其他履行情况。', en: 'Payment, or what else was done.' },
    },
    demand: {
      zh: '送达催告书',
      en: 'Serve a demand',
      means: {
        zh: '逾期不履行的催告；催告期满可以申请法院强制执行。',
        en: 'When its time is over the court may be asked.',
      },
    },
    applyToCourt: {
      zh: '申请法院强制执行',
      en: 'Apply to the court',
      means: { zh: '登记申请。', en: 'Records the application.' },
    },
    revise: {
      zh: '登记决定被撤销、变更',
      en: 'Record that it was annulled or changed',
      means: {
        zh: '复议、诉讼、上级或本机关撤销、变更了本案决定的登记；已结的案件重新打开，先撤回抄告和公开，再结案或者重新作出决定。',
        en: 'After reconsideration, in court, by a superior or your agency. A closed case is taken up again: notices and publication are withdrawn first, then it is closed or decided anew.',
      },
    },
    undo: {
      zh: '登记善后',
      en: 'Record what was undone',
      means: {
        zh: '抄告全部撤回后登记：公开的决定已撤回、罚款已退还等；撤回期限停止。',
        en: 'When all notices are recalled: publication withdrawn, fine paid back and so on. The time for withdrawing stops.',
      },
    },
    redo: {
      zh: '重新作出决定',
      en: 'Decide anew',
      means: {
        zh: '被责令重新作出决定或自行纠正的，回到调查；告知、审核、决定全部重新办理，办案期限重新计算。',
        en: 'Where that was ordered, or your agency corrects itself: back to investigation. Notice, review and decision are done again, and the time for deciding begins anew.',
      },
    },
    close: {
      zh: '结案',
      en: 'Close the case',
      means: {
        zh: '负责人批准结案。超限和涉外地车辆的案件，系统自动拟好抄告。',
        en: 'Approved by the head. For overloads and vehicles from elsewhere the notice to their region is drafted at once.',
      },
    },
  },

  clocks: {
    filing: { zh: '立案审批期限', en: 'Deciding whether to file' },
    decision: { zh: '办案期限', en: 'Deciding the case' },
    service: { zh: '送达期限', en: 'Serving the decision' },
    closing: { zh: '结案期限', en: 'Closing the case' },
    payment: { zh: '当事人履行期限', en: 'The party’s time to comply' },
    withdrawal: { zh: '撤回公开和抄告期限', en: 'Withdrawing publication and notices' },
    evidence: { zh: '先行登记保存期限', en: 'Evidence kept' },
    seizure: { zh: '查封扣押期限', en: 'Seizure' },
    emergencyReport: { zh: '紧急措施补办手续', en: 'Reporting an emergency measure' },
  },

  fields: {
    about: { zh: '案件', en: 'The case' },
    'about.cause': shared(fields, 'case.cause'),
    'about.behaviour': {
      zh: '违法行为类别',
      en: 'Sort of behaviour',
      hint: {
        zh: '全区域查重以此为准，并比对车船或当事人、时间、道路。',
        en: 'The search for the same act goes by it, with vehicle, ship or party, time and road.',
      },
    },
    'about.procedure': { zh: '程序', en: 'Procedure' },
    'about.source': shared(fields, 'case.source'),
    'about.sourceNote': shared(fields, 'case.sourceNote'),
    'about.discoveredAt': shared(fields, 'case.discoveredAt'),
    'about.facts': { zh: '基本事实', en: 'Facts' },
    'about.law': { zh: '涉嫌违反的规定', en: 'Provisions that may be violated' },
    'about.certificateNumber': {
      zh: '当事人证件号',
      en: 'Certificate of the party',
      hint: {
        zh: '许可证、资格证等的编号。没有车船的案件，按统一社会信用代码、身份证号或此号查重；号码不向其他机关显示。',
        en: 'A licence or qualification. Without a vehicle or ship the same act is found by credit code, citizen’s number or this; other agencies do not see the number.',
      },
    },
    points: {
      zh: '违法行为地点',
      en: 'Places',
      hint: {
        zh: '移动中的违法行为逐点填写：起点、途经、查获、终点都可能是违法行为发生地。',
        en: 'Of a moving offence give each point: any of them may be the place of the violation.',
      },
    },
    'points[].role': { zh: '性质', en: 'What it is' },
    'points[].at': { zh: '时间', en: 'When' },
    'points[].place': { zh: '地点', en: 'Place' },
    'points[].road': shared(fields, 'case.road'),
    party: { zh: '当事人', en: 'Party' },
    ...partyFieldWords('party'),
    vehicle: { zh: '涉案车辆', en: 'Vehicle' },
    ...vehicleFieldWords('vehicle'),
    ship: { zh: '涉案船舶', en: 'Ship' },
    ...shipFieldWords('ship'),
    overload: shared(fields, 'overload'),
    'overload.axles': shared(fields, 'overload.axles'),
    'overload.totalKg': shared(fields, 'overload.totalKg'),
    'overload.limitKg': shared(fields, 'overload.limitKg'),
    ...sizeFieldWords('overload'),
    'overload.station': shared(fields, 'overload.station'),
    'overload.checkNumber': shared(fields, 'overload.checkNumber'),
    officers: shared(fields, 'officers'),
    'officers[].name': shared(fields, 'officers[].name'),
    'officers[].certificateNumber': shared(fields, 'officers[].certificateNumber'),
    external: {
      zh: '本机关办案系统',
      en: 'Your own case system',
      hint: {
        zh: '案件在本机关自有系统办理的填写，这里作为协作的依托。',
        en: 'Where the case is kept in a system of your own.',
      },
    },
    'external.system': { zh: '系统名称', en: 'System' },
    'external.number': { zh: '系统内编号', en: 'Number there' },
    'external.link': { zh: '链接', en: 'Link' },
    contact: shared(fields, 'contact'),
    'contact.name': shared(fields, 'contact.name'),
    'contact.phone': {
      ...shared(fields, 'contact.phone'),
      hint: {
        zh: '其他机关查到同一违法行为时会看到，请填办公电话。',
        en: 'Shown to agencies that come upon the same act: an office number.',
      },
    },
    ...declarationFieldWords,

    reason: { zh: '理由', en: 'Reason' },
    grounds: { zh: '事实和理由', en: 'Grounds' },
    note: { zh: '备注', en: 'Note' },
    opinion: { zh: '意见', en: 'Opinion' },
    caseNumber: {
      zh: '案号',
      en: 'Case number',
      hint: { zh: '一案一号，立案后不能更改。', en: 'One for each case; it cannot be changed.' },
    },
    filedAt: {
      zh: '办案系统中的立案时间',
      en: 'Filed at, in your own system',
      hint: {
        zh: '只有案件在本机关自有系统立案的才填写；其他案件由系统记录。',
        en: 'Only for a case kept in your own system; otherwise the platform records it.',
      },
    },
    anotherActBecause: {
      zh: '不是同一违法行为的理由',
      en: 'Why it is another act',
      hint: {
        zh: '系统提示可能重复时填写，如“卸货返程后的另一次运输”。',
        en: 'When told of a possible duplicate, such as "another trip after unloading".',
      },
    },
    measure: { zh: '措施文书号', en: 'Number of the measure', hint: numberHint },
    takenAt: { zh: '采取时间', en: 'Taken at' },
    objects: { zh: '物品或车辆', en: 'What' },
    place: { zh: '地点', en: 'Place' },
    end: { zh: '处理结果', en: 'What became of it' },
    approvedBy: { zh: '批准人', en: 'Approved by' },
    documentNumber: { zh: '解除或处理文书号', en: 'Document no.' },
    facts: { zh: '查明的事实', en: 'Facts established' },
    evidence: { zh: '证据', en: 'Evidence' },
    law: { zh: '法律依据', en: 'Law' },
    weight: {
      zh: '案件情形',
      en: 'Weight of the case',
      hint: {
        zh: '决定是否须法制审核、集体讨论。',
        en: 'Decides whether legal review and discussion are needed.',
      },
    },
    proposal: { zh: '处理意见', en: 'What is proposed' },
    reasons: { zh: '理由', en: 'Reasons' },
    reviewer: { zh: '法制审核人员', en: 'Legal reviewer' },
    heldOn: { zh: '讨论日期', en: 'Held on' },
    participants: { zh: '参加人员', en: 'Who took part' },
    conclusion: { zh: '结论', en: 'Conclusion' },
    number: { zh: '文书号', en: 'Document no.' },
    servedAt: { zh: '送达时间', en: 'Served at' },
    method: { zh: '送达方式', en: 'How' },
    hearing: { zh: '听证权利', en: 'Right to a hearing' },
    penalties: { zh: '处罚种类', en: 'Penalties' },
    fineYuan: { zh: '罚款金额（元）', en: 'Fine (yuan)' },
    confiscatedYuan: { zh: '没收违法所得（元）', en: 'Gains confiscated (yuan)' },
    statedAt: { zh: '陈述申辩时间', en: 'When' },
    statement: { zh: '当事人意见', en: 'What the party said' },
    answer: { zh: '复核意见', en: 'What came of it' },
    requestedAt: { zh: '申请时间', en: 'Asked at' },
    noticeServedAt: { zh: '听证通知书送达时间', en: 'Party told at' },
    hearingAt: { zh: '听证时间', en: 'Hearing at' },
    chair: { zh: '主持人', en: 'Chair' },
    heldAt: { zh: '举行时间', en: 'Held at' },
    record: { zh: '听证笔录要点', en: 'Record' },
    outcome: { zh: '处理结果', en: 'Outcome' },
    decisionNumber: { zh: '决定书文号', en: 'Decision no.' },
    decidedOn: { zh: '作出日期', en: 'Dated' },
    summary: { zh: '内容摘要', en: 'Summary' },
    educated: { zh: '教育和改正情况', en: 'Instructed and mended' },
    firstBecause: {
      zh: '仍按首次违法处理的理由',
      en: 'Why it counts as the first',
      hint: {
        zh: '系统查到此前的同类违法行为时填写，如“已超过协作约定的回溯期限”。',
        en: 'When told of an earlier one, such as "longer ago than the agreement looks back".',
      },
    },
    partyHeard: { zh: '已当场告知并听取当事人意见', en: 'The party was told and heard on the spot' },
    receiptNumber: { zh: '送达回证号', en: 'Receipt no.' },
    execution: { zh: '执行情况', en: 'Carried out' },
    paidYuan: { zh: '实缴金额（元）', en: 'Paid (yuan)' },
    at: { zh: '时间', en: 'When' },
    court: { zh: '法院', en: 'Court' },
    appliedOn: { zh: '申请日期', en: 'Applied on' },
    by: { zh: '由谁撤销、变更', en: 'By whom' },
    result: { zh: '结果', en: 'Result' },
    organ: { zh: '作出机关', en: 'Organ', hint: { zh: '如复议机关、法院的全称。', en: 'Its full name.' } },
    revisionNumber: { zh: '复议决定、判决等文号', en: 'Document no.' },
    receivedOn: {
      zh: '收到日期',
      en: 'Received on',
      hint: { zh: '撤回公开和抄告的期限从这一天起算。', en: 'The time for withdrawing runs from this day.' },
    },
    nowHolds: {
      zh: '现在的结论',
      en: 'What holds now',
      hint: { zh: '撤回抄告时原文发给收到抄告的机关。', en: 'Sent as it is to everybody who was told.' },
    },
    publication: { zh: '公开的决定', en: 'Publication' },
    undone: {
      zh: '善后情况',
      en: 'What was undone',
      hint: {
        zh: '退还罚款、发还物品、恢复资格、更正信用记录等。',
        en: 'Fine paid back, things given back, licence and records restored.',
      },
    },
    ground: { zh: '结案情形', en: 'Closing ground' },
    closedOn: { zh: '结案日期', en: 'Closed on' },
    report: { zh: '结案报告', en: 'Closing report' },
  },

  options: {
    'about.behaviour': shared(jurisdictionDisputeWords.options, 'dispute.behaviour') ?? {},
    'about.procedure': {
      ordinary: { zh: '普通程序', en: 'Ordinary' },
      summary: { zh: '简易程序', en: 'Summary' },
    },
    'about.source': shared(options, 'case.source') ?? {},
    'points[].role': {
      place: { zh: '违法地点', en: 'Place' },
      origin: { zh: '起点', en: 'Origin' },
      transit: { zh: '途经', en: 'On the way' },
      detection: { zh: '查获（检测）点', en: 'Where it was detected' },
      destination: { zh: '终点', en: 'Destination' },
    },
    'party.kind': partyKindWords,
    'vehicle.colour': plateColours,
    'vehicle.type': vehicleTypeWords,
    'ship.type': shipTypeWords,
    reason: {
      NotAnOffenceHere: reasonWords.NotAnOffenceHere,
      InsufficientEvidence: reasonWords.InsufficientEvidence,
      OutsideLimitation: reasonWords.OutsideLimitation,
      AlreadyFiledElsewhere: reasonWords.AlreadyFiledElsewhere,
      NoJurisdiction: reasonWords.NoJurisdiction,
      testing: { zh: '检验、检测', en: 'Testing' },
      appraisal: { zh: '鉴定', en: 'Appraisal' },
      'public-notice': { zh: '公告送达', en: 'Service by public notice' },
      'other-case': { zh: '须以另案结果为依据', en: 'Depends on another case' },
      'force-majeure': { zh: '不可抗力', en: 'Force majeure' },
      'party-withdrew': { zh: '当事人撤回听证申请', en: 'The party withdrew the request' },
      'party-absent': { zh: '当事人无正当理由未出席', en: 'The party did not appear' },
    },
    end: {
      returned: { zh: '发还', en: 'Given back' },
      seized: { zh: '转为查封、扣押', en: 'Seized' },
      'kept-as-evidence': { zh: '固定证据后随案保存', en: 'Kept as evidence' },
      appraised: { zh: '送检或鉴定', en: 'Sent for appraisal' },
      transferred: { zh: '随案移送', en: 'Handed over with the case' },
      lifted: { zh: '解除', en: 'Lifted' },
      'returned-after-decision': { zh: '决定后发还', en: 'Given back after the decision' },
      confiscated: { zh: '依法没收', en: 'Confiscated' },
    },
    weight: {
      plain: { zh: '情节一般', en: 'Plain' },
      'public-interest': { zh: '涉及重大公共利益', en: 'Major public interest' },
      complex: { zh: '案情疑难复杂或多个法律关系', en: 'Complex' },
      major: { zh: '重大违法，拟给予较重处罚', en: 'Major' },
    },
    proposal: { penalty: penaltyWords, ...withoutPenaltyWords },
    outcome: withoutPenaltyWords,
    result: revisionWords,
    by: {
      reconsideration: { zh: '行政复议机关', en: 'Reconsideration' },
      court: { zh: '人民法院', en: 'Court' },
      superior: { zh: '上级机关', en: 'Superior' },
      own: { zh: '本机关自行纠正', en: 'Your own agency' },
    },
    publication: {
      withdrawn: { zh: '已撤回并公开说明理由', en: 'Withdrawn, with the reason given publicly' },
      'never-published': { zh: '没有公开过', en: 'Was never published' },
    },
    method: shared(options, 'method') ?? {},
    hearing: {
      told: { zh: '已告知听证权利', en: 'Told of the right' },
      none: { zh: '不属于听证范围', en: 'No right to one' },
    },
    penalties: shared(options, 'penalties') ?? {},
    execution: shared(options, 'execution') ?? {},
    ground: {
      executed: { zh: '处罚决定执行完毕', en: 'Carried out in full' },
      'no-penalty': { zh: '不予处罚', en: 'No penalty' },
      'filing-withdrawn': { zh: '撤销立案', en: 'Filing withdrawn' },
      'transferred-agency': { zh: '移送有管辖权的行政机关', en: 'Transferred to a competent agency' },
      'transferred-judicial': { zh: '移送司法机关', en: 'Transferred to justice' },
      'decision-annulled': { zh: '决定被撤销、确认违法或者无效', en: 'Decision annulled, unlawful or void' },
      'decision-changed': { zh: '决定已变更', en: 'Decision changed' },
      unenforceable: { zh: '无法执行（标的灭失、当事人死亡）', en: 'Cannot be carried out' },
      other: { zh: '其他', en: 'Other' },
    },
  },
}
