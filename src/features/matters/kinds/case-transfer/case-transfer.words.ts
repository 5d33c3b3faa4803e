import { plateColours } from '../../../../kernel/identifiers/plate.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { KindWords } from '../../kind.ts'
import {
  contactFieldWords,
  declarationFieldWords,
  officerFieldWords,
  partyFieldWords,
  partyKindWords,
  reasonWords,
  shipFieldWords,
  shipTypeWords,
  sizeFieldWords,
  vehicleFieldWords,
  vehicleTypeWords,
} from '../subject-words.ts'
import type { caseTransferChart } from './case-transfer.chart.ts'
import { transferMaterials } from './case-transfer.materials.ts'

const materialWords: Readonly<Record<string, Words>> = Object.fromEntries(
  transferMaterials.map(({ item, words }) => [item, words]),
)

const gapWords: Readonly<Record<string, Words>> = {
  ...materialWords,
  facts: { zh: '事实不清', en: 'Facts unclear' },
  law: { zh: '法律依据不明', en: 'Legal basis unclear' },
  other: { zh: '其他', en: 'Other' },
}

/** How a document reaches the party 送达方式. */
export const serviceMethodWords: Readonly<Record<string, Words>> = {
  direct: { zh: '直接送达', en: 'In person' },
  left: { zh: '留置送达', en: 'Left with the party' },
  post: { zh: '邮寄送达', en: 'By post' },
  electronic: { zh: '电子送达（经当事人书面同意）', en: 'Electronically, with written consent' },
  entrusted: { zh: '委托送达', en: 'Through another agency' },
  'public-notice': { zh: '公告送达', en: 'By public notice' },
}

/** All words of a case transfer 案件移送. */
export const caseTransferWords: KindWords<typeof caseTransferChart> = {
  name: { zh: '案件移送', en: 'Case transfer' },
  purpose: {
    zh: '将不属于本机关管辖、或依法应由其他机关办理的案件，连同证据和涉案物品移送有管辖权的机关。对方接收之前，仍由本机关主办。',
    en: 'Hands a case, with its evidence and objects, over to the agency that has jurisdiction. Until that agency accepts, yours goes on leading it.',
  },

  states: {
    drafted: { zh: '拟稿', en: 'Draft' },
    inReview: { zh: '审核中', en: 'In review' },
    approved: { zh: '已审批待发出', en: 'Approved, to be sent' },
    sent: { zh: '已送达待签收', en: 'Delivered, not yet signed for' },
    received: { zh: '已签收待决定', en: 'Signed for, to be decided' },
    supplementing: { zh: '待补正材料', en: 'Waiting for a supplement' },
    objected: { zh: '受移送方提出异议', en: 'Objected to' },
    consulting: { zh: '协商管辖', en: 'Consulting on jurisdiction' },
    objectionTakenUp: {
      zh: '受移送方提出异议，共同上级已启动指定',
      en: 'Objected to, taken up by the common superior',
    },
    consultationTakenUp: {
      zh: '协商管辖，共同上级已启动指定',
      en: 'Consulting on jurisdiction, taken up by the common superior',
    },
    referred: { zh: '报请指定管辖', en: 'Referred to the superior' },
    accepted: { zh: '已接收待立案', en: 'Accepted, to be filed' },
    filed: { zh: '已立案', en: 'Filed' },
    decided: { zh: '已作出决定', en: 'Decided' },
    reported: { zh: '结果已反馈', en: 'Result reported' },
    closed: { zh: '已办结', en: 'Closed' },
    returned: { zh: '已退回，由移送方办理', en: 'Returned to the sender' },
    recalled: { zh: '已撤回', en: 'Taken back' },
    discarded: { zh: '已作废', en: 'Discarded' },
  },

  actions: {
    submit: {
      zh: '提交审核',
      en: 'Submit for review',
      means: {
        zh: '交由另一名人员作法制审核，审核期限开始计算；对方此时还看不到。',
        en: 'Another person now reviews it, and the time for review begins; the other agency sees nothing yet.',
      },
    },
    discard: {
      zh: '作废',
      en: 'Discard',
      means: {
        zh: '不再移送，案件仍由本机关办理；记录保留，不能恢复。',
        en: 'There will be no transfer and your agency keeps the case; the record stays and this cannot be undone.',
      },
    },
    approve: {
      zh: '审核同意',
      en: 'Approve',
      means: {
        zh: '同意移送，须在发出期限内送出。提交人不能审核自己提交的移送。',
        en: 'The transfer may be sent, within the time for sending. Nobody approves what he or she submitted.',
      },
    },
    sendBack: {
      zh: '退回修改',
      en: 'Send back for correction',
      means: {
        zh: '退回拟稿人修改，审核期限终止，重新提交后另行计算。',
        en: 'The writer corrects it; the time for review ends and begins anew when it is submitted again.',
      },
    },
    withdraw: {
      zh: '收回修改',
      en: 'Take back to correct',
      means: {
        zh: '发出之前收回，继续修改；之后须重新审核。',
        en: 'Takes it back before it is sent; afterwards it has to be reviewed again.',
      },
    },
    send: {
      zh: '发出移送函',
      en: 'Send',
      means: {
        zh: '移送函送达对方，签收和接收期限从此时起算；对方接收之前仍由本机关主办。',
        en: 'The letter is delivered, and the times for signing and accepting begin; until the other side accepts, your agency leads.',
      },
    },
    acknowledge: {
      zh: '签收',
      en: 'Sign for it',
      means: {
        zh: '确认收到移送材料，不等于接收案件；接收期限自送达时起算，不因签收早晚而改变。',
        en: 'Confirms that the material arrived, not that the case is accepted; the time for accepting runs from delivery.',
      },
    },
    giveUp: {
      zh: '不再发送',
      en: 'Give up sending',
      means: {
        zh: '未能送达的单位不再重发，这一往来到此结束；其他承办单位不受影响。',
        en: 'What could not be delivered is not sent again, and this conversation ends; others go on.',
      },
    },
    askBack: {
      zh: '请求撤回',
      en: 'Ask for it back',
      means: {
        zh: '请对方同意撤回；对方仍可接收或提出异议，期限照常计算。只能请求一次。',
        en: 'Asks the other side to let it go; it may still accept or object, and the times go on. Once only.',
      },
    },
    release: {
      zh: '同意撤回',
      en: 'Let it go back',
      means: {
        zh: '同意对方撤回，移送终止，案件仍由移送方办理。',
        en: 'The transfer ends, and the case stays with the sender.',
      },
    },
    requestSupplement: {
      zh: '一次性告知补正',
      en: 'Ask for a supplement',
      means: {
        zh: '列出全部缺项，只能要求一次；补正期间接收期限暂停。',
        en: 'Names all gaps at once, and once only; the time for accepting rests until they are supplied.',
      },
    },
    supply: {
      zh: '补正材料',
      en: 'Supply what was missing',
      means: {
        zh: '逐项答复缺项，对方的接收期限继续计算。',
        en: 'Answers each gap; the receiver’s time for accepting goes on.',
      },
    },
    accept: {
      zh: '接收案件',
      en: 'Accept the case',
      means: {
        zh: '自此刻起由本机关主办，不得再行移送；是否立案的期限，以及移送方移交物品、告知当事人的期限开始计算。',
        en: 'From this instant your agency leads and cannot pass the case on; the times for filing, for handing over the objects and for telling the party begin.',
      },
    },
    object: {
      zh: '提出异议',
      en: 'Object',
      means: {
        zh: '说明不应接收的法定理由，由移送方答复；案件仍由移送方主办，证据保全和强制措施期限不因争议停止。',
        en: 'Gives a lawful reason for not accepting; the sender answers and goes on leading. Measures and their terms do not stop.',
      },
    },
    concede: {
      zh: '同意异议，收回案件',
      en: 'Concede and keep the case',
      means: {
        zh: '案件退回本机关继续办理，移送终止；可以另行移送有管辖权的机关。',
        en: 'The case stays with your agency and the transfer ends; it may be transferred to the competent agency anew.',
      },
    },
    insist: {
      zh: '坚持移送，提请协商',
      en: 'Insist and consult',
      means: {
        zh: '进入管辖协商，协商期限开始计算；协商不成的，报请共同的上级指定管辖（行政处罚法第二十五条）。',
        en: 'Consultation begins, within its time; failing agreement, the common superior designates (Art. 25, Administrative Penalty Law).',
      },
    },
    maintain: {
      zh: '协商不成，报请指定',
      en: 'Maintain and refer',
      means: {
        zh: '维持异议，报请双方共同的上级主管部门指定管辖，指定期限开始计算。',
        en: 'Keeps to the objection: the common superior now designates, within its time.',
      },
    },
    takeUp: {
      zh: '依职权启动指定管辖',
      en: 'Take the objection up',
      means: {
        zh: '本机关是双方共同的上一级主管部门，不待报请也可以直接指定管辖（行政处罚法第二十五条）。写明理由，双方收到通知，本机关自此参加本事项。期限内移送方仍可同意异议，受移送方仍可接收案件；到期由系统转入指定。',
        en: 'For the common superior of both sides, which may designate without being asked (Art. 25, Administrative Penalty Law). Both are told why, and your agency takes part from now on. For a short time the sender may still concede, or the receiver accept; then it is for you to designate.',
      },
    },
    referOnTakingUp: {
      zh: '到期转入指定',
      en: 'Referred when the time is up',
      means: {
        zh: '共同上级启动后，双方未在期限内自行解决，由系统转入指定管辖。',
        en: 'Since the common superior took it up, the two have not settled it in time; the platform refers it.',
      },
    },
    designateAnswerer: {
      zh: '指定受移送方管辖',
      en: 'Designate the receiver',
      means: {
        zh: '由受移送方管辖并自此刻起主办，移送方应停止行使管辖权并移交案件。',
        en: 'The receiver has jurisdiction and leads from this instant; the sender stops and hands the case over.',
      },
    },
    designateAsker: {
      zh: '指定移送方管辖',
      en: 'Designate the sender',
      means: {
        zh: '由移送方管辖，移送终止，案件退回移送方继续办理。',
        en: 'The sender has jurisdiction; the transfer ends and the case stays with it.',
      },
    },
    handOver: {
      zh: '移交案卷和物品',
      en: 'Hand over file and objects',
      means: {
        zh: '登记案卷原件和涉案物品的移交，移交期限停止计算；查封、扣押期限连续计算，不重新起算。',
        en: 'Records the handing over and stops its time; terms of seizure go on and do not begin anew.',
      },
    },
    confirmHandOver: {
      zh: '确认收到案卷和物品',
      en: 'Confirm what was handed over',
      means: {
        zh: '逐件核对后确认，有出入的写明；自此由本机关保管。',
        en: 'Confirms after checking each item and names what differs; from now on your agency keeps them.',
      },
    },
    tellParty: {
      zh: '告知当事人',
      en: 'Tell the party',
      means: {
        zh: '书面告知当事人案件已移送及办理机关；未告知的，移送不能办结。',
        en: 'Tells the party in writing which agency has the case now; without this the transfer cannot be closed.',
      },
    },
    file: {
      zh: '立案',
      en: 'File the case',
      means: {
        zh: '以本机关案号立案，办案期限自立案之日起算（行政处罚法第六十条）。',
        en: 'Files the case under your own number; the time for deciding runs from now (Art. 60, Administrative Penalty Law).',
      },
    },
    declineToFile: {
      zh: '不予立案',
      en: 'Decline to file',
      means: {
        zh: '说明不予立案的理由并反馈移送方；不得以无管辖权为由。',
        en: 'Says why nothing is filed and tells the sender; lack of jurisdiction is no reason any more.',
      },
    },
    decide: {
      zh: '登记处理决定',
      en: 'Record the decision',
      means: {
        zh: '登记调查终结后的处理决定，办案期限停止，反馈结果的期限开始计算。',
        en: 'Records how the case was decided; the time for deciding stops, the time for reporting begins.',
      },
    },
    reportResult: {
      zh: '反馈结果',
      en: 'Report the result',
      means: {
        zh: '将处理结果和执行情况反馈移送方，请其确认。',
        en: 'Tells the sender the outcome and how far it was carried out; the sender confirms.',
      },
    },
    confirmResult: {
      zh: '确认结果并办结',
      en: 'Confirm and close',
      means: {
        zh: '确认收到结果，移送办结；须已告知当事人，涉案物品已交接清楚。',
        en: 'Confirms the result and closes the transfer; the party must have been told and the objects handed over.',
      },
    },
  },

  clocks: {
    approval: { zh: '审核期限', en: 'Review' },
    sending: { zh: '发出期限', en: 'Sending' },
    receipt: { zh: '签收期限', en: 'Signing for it' },
    acceptance: { zh: '接收决定期限', en: 'Deciding on acceptance' },
    supplement: { zh: '补正期限', en: 'Supplement' },
    objection: { zh: '答复异议期限', en: 'Answering the objection' },
    objectionTakenUp: { zh: '转入指定前的期限（移送方）', en: 'Before it is referred by itself (sender)' },
    consultation: { zh: '协商期限', en: 'Consultation' },
    consultationTakenUp: {
      zh: '转入指定前的期限（受移送方）',
      en: 'Before it is referred by itself (receiver)',
    },
    designation: { zh: '指定管辖期限', en: 'Designation' },
    handOver: { zh: '移交案卷物品期限', en: 'Handing over' },
    tellingParty: { zh: '告知当事人期限', en: 'Telling the party' },
    filing: { zh: '立案决定期限', en: 'Deciding whether to file' },
    caseDecision: { zh: '办案期限', en: 'Deciding the case' },
    feedback: { zh: '反馈结果期限', en: 'Reporting the result' },
    confirmation: { zh: '确认结果期限', en: 'Confirming the result' },
  },

  fields: {
    to: {
      zh: '受移送机关',
      en: 'Transferred to',
      hint: {
        zh: '只能选一个，一般为同级、对违法行为发生地有管辖权的机关。',
        en: 'One agency, as a rule of the same level, with jurisdiction over the place of the violation.',
      },
    },
    ground: { zh: '移送事由', en: 'Why it is transferred' },
    'ground.trigger': {
      zh: '移送情形',
      en: 'Circumstance',
      hint: {
        zh: '“车籍地处理”一般限于技术监控记录的超限案件（超限运输车辆行驶公路管理规定第五十条）。',
        en: 'The place of registration, as a rule, only for overloads that technical monitoring recorded (Rules on Overloaded Vehicles, Art. 50).',
      },
    },
    'ground.reasons': {
      zh: '移送理由',
      en: 'Reasons',
      hint: { zh: '写明为何应由对方管辖。', en: 'Say why the other agency is the one to have it.' },
    },
    'ground.legalBasis': {
      zh: '移送依据',
      en: 'Legal basis',
      hint: { zh: '写明法律名称和条款，如行政处罚法第二十二条。', en: 'Name the law and the article.' },
    },
    'ground.designationNumber': {
      zh: '指定管辖文书号',
      en: 'Number of the designation',
      hint: { zh: '仅上级指定管辖时填写。', en: 'Only where a superior designated.' },
    },
    case: { zh: '案件情况', en: 'The case' },
    'case.number': {
      zh: '案号',
      en: 'Case number',
      hint: {
        zh: '本机关的案号；未立案的填受案号或临时案号。同一案号不能同时移送两次。',
        en: 'Your own number, provisional if not yet filed. One number cannot be under transfer twice.',
      },
    },
    'case.cause': {
      zh: '案由',
      en: 'Cause',
      hint: { zh: '如“车辆超限运输”。', en: 'Such as "overloaded vehicle".' },
    },
    'case.source': { zh: '案件来源', en: 'Source of the case' },
    'case.sourceNote': { zh: '来源说明', en: 'About the source' },
    'case.discoveredAt': {
      zh: '发现时间',
      en: 'Discovered at',
      hint: {
        zh: '最早发现违法行为的时间，追究时效据此判断。',
        en: 'When it first came to light; limitation is judged by it.',
      },
    },
    'case.place': {
      zh: '违法行为发生地',
      en: 'Place of the violation',
      hint: {
        zh: '决定管辖，请写到乡镇、路段或水域。',
        en: 'It decides jurisdiction: name township, stretch or water.',
      },
    },
    'case.road': {
      zh: '路线桩号',
      en: 'Road and marker',
      hint: { zh: '如 G102 K560+300 上行。', en: 'Such as G102 K560+300, upward.' },
    },
    'case.facts': { zh: '已查明的事实', en: 'Facts established' },
    'case.law': { zh: '涉嫌违反的规定', en: 'Provisions that may be violated' },
    party: { zh: '当事人', en: 'Party' },
    ...partyFieldWords('party'),
    vehicle: { zh: '涉案车辆', en: 'Vehicle' },
    ...vehicleFieldWords('vehicle'),
    ship: { zh: '涉案船舶', en: 'Ship' },
    ...shipFieldWords('ship'),
    overload: {
      zh: '超限情况',
      en: 'Overload',
      hint: {
        zh: '质量或尺寸超过限值。超限量和超限率由系统计算。',
        en: 'By weight or by size. The excess is computed.',
      },
    },
    'overload.axles': { zh: '车轴数', en: 'Axles' },
    'overload.totalKg': {
      zh: '车货总质量（千克）',
      en: 'Total weight (kg)',
      hint: { zh: '单位为千克：119.07 吨填 119070。', en: 'In kilograms: 119.07 t is 119070.' },
    },
    'overload.limitKg': {
      zh: '限值（千克）',
      en: 'Limit (kg)',
      hint: {
        zh: '六轴及以上汽车列车 49000，五轴 43000，二轴货车 18000；持大件许可的填许可质量。',
        en: 'Six axles and more 49000, five 43000, two-axle truck 18000; with a permit, the permitted weight.',
      },
    },
    ...sizeFieldWords('overload'),
    'overload.station': { zh: '检测站（点）', en: 'Station' },
    'overload.checkNumber': { zh: '检测单号', en: 'Number of the weighing' },
    measures: {
      zh: '在案强制措施',
      en: 'Measures in force',
      hint: {
        zh: '期限不因移送而重新计算，请逐项写明届满时间，以便对方及时处理。',
        en: 'Their terms go on across the transfer: give each end, so that the receiver acts in time.',
      },
    },
    'measures[].kind': { zh: '措施', en: 'Measure' },
    'measures[].decisionNumber': { zh: '决定书文号', en: 'Decision no.' },
    'measures[].from': { zh: '起始时间', en: 'From' },
    'measures[].until': {
      zh: '届满时间',
      en: 'Until',
      hint: {
        zh: '查封、扣押不超过三十日，经批准可延长三十日（行政强制法第二十五条）。',
        en: 'Seizure lasts thirty days at most, and once thirty more with approval (Art. 25, Administrative Coercion Law).',
      },
    },
    'measures[].place': { zh: '存放地点', en: 'Where it is kept' },
    objects: {
      zh: '涉案物品',
      en: 'Objects',
      hint: {
        zh: '列入后须移交并由对方确认，移送才能办结。',
        en: 'What is listed must be handed over and confirmed before closing.',
      },
    },
    'objects[].name': { zh: '名称', en: 'Name' },
    'objects[].quantity': { zh: '数量', en: 'Quantity' },
    'objects[].unit': { zh: '单位', en: 'Unit' },
    'objects[].condition': { zh: '状况', en: 'Condition' },
    'objects[].custody': { zh: '保管地点和保管人', en: 'Where and by whom it is kept' },
    ...officerFieldWords,
    ...contactFieldWords,
    notApplicable: {
      zh: '不适用材料',
      en: 'Materials that do not apply',
      hint: {
        zh: '清单中确不适用的材料逐项写明理由；调查报告等必备材料不能免除。',
        en: 'For each one say why; indispensable ones, such as the report, cannot be left out.',
      },
    },
    'notApplicable[].item': { zh: '材料', en: 'Material' },
    'notApplicable[].reason': { zh: '不适用的理由', en: 'Why it does not apply' },
    ...declarationFieldWords,
    'declaration.evidenceSecured': {
      zh: '已做好基本取证和必要的证据保全',
      en: 'Basic evidence has been taken and secured',
    },

    reason: { zh: '理由', en: 'Reason' },
    opinion: { zh: '审核意见', en: 'Opinion' },
    note: { zh: '备注', en: 'Note' },
    gaps: {
      zh: '缺项',
      en: 'Gaps',
      hint: { zh: '请一次列全，之后不能再次要求补正。', en: 'List all of them: there is no second time.' },
    },
    'gaps[].item': { zh: '材料或事项', en: 'Item' },
    'gaps[].what': { zh: '需要补正什么', en: 'What is missing' },
    answers: { zh: '逐项答复', en: 'Answers' },
    'answers[].item': { zh: '材料或事项', en: 'Item' },
    'answers[].answer': {
      zh: '补正情况',
      en: 'Answer',
      hint: {
        zh: '文件请先上传到对应材料项；无法补正的说明原因。',
        en: 'Attach files to the item first; say why, if it cannot be supplied.',
      },
    },
    grounds: { zh: '事实和理由', en: 'Grounds' },
    legalBasis: { zh: '法律依据', en: 'Legal basis' },
    suggested: {
      zh: '建议管辖机关',
      en: 'Competent in your view',
      hint: { zh: '认为应由谁管辖，最多三个。', en: 'Who should have it, three at most.' },
    },
    decisionNumber: { zh: '文书号', en: 'Document no.' },
    decidedOn: { zh: '作出日期', en: 'Dated' },
    at: { zh: '办理时间', en: 'When' },
    place: { zh: '交接地点', en: 'Where' },
    items: {
      zh: '移交清单',
      en: 'What is handed over',
      hint: { zh: '案卷也列入，如“案卷 1 册”。', en: 'The file belongs on it too.' },
    },
    'items[].name': { zh: '名称', en: 'Name' },
    'items[].quantity': { zh: '数量', en: 'Quantity' },
    'items[].unit': { zh: '单位', en: 'Unit' },
    'items[].condition': { zh: '状况', en: 'Condition' },
    handedBy: { zh: '移交人', en: 'Handed over by' },
    receivedBy: { zh: '接收人', en: 'Received by' },
    discrepancies: {
      zh: '与清单不符之处',
      en: 'What differs from the list',
      hint: { zh: '没有不符的留空。', en: 'Leave empty where nothing differs.' },
    },
    method: { zh: '告知方式', en: 'How' },
    caseNumber: { zh: '立案案号', en: 'Case number', hint: { zh: '本机关的案号。', en: 'Your own.' } },
    filedAt: {
      zh: '立案时间',
      en: 'Filed at',
      hint: {
        zh: '几个机关都有管辖权的，由最先立案的管辖，请如实填写。',
        en: 'Where several are competent, the first to file has the case: be exact.',
      },
    },
    outcome: { zh: '处理结果', en: 'Outcome' },
    penalties: { zh: '处罚种类', en: 'Penalties' },
    fineYuan: { zh: '罚款金额（元）', en: 'Fine (yuan)' },
    confiscatedYuan: { zh: '没收违法所得（元）', en: 'Gains confiscated (yuan)' },
    summary: { zh: '内容摘要', en: 'Summary' },
    execution: { zh: '执行情况', en: 'Carried out' },
  },

  options: {
    'ground.trigger': {
      territory: { zh: '违法行为发生地不在本辖区', en: 'The place lies outside our territory' },
      level: { zh: '应由其他层级机关管辖', en: 'It belongs to another level' },
      'other-department': { zh: '属于其他部门职权', en: 'It belongs to another department' },
      'earlier-filing': { zh: '其他有管辖权的机关已先行立案', en: 'Another competent agency filed first' },
      designated: { zh: '上级指定管辖', en: 'A superior designated' },
      'registration-place': {
        zh: '由车籍地处理更适宜',
        en: 'Better settled where the vehicle is registered',
      },
    },
    'case.source': {
      inspection: { zh: '行政检查', en: 'Inspection' },
      'off-site': { zh: '非现场执法（技术监控）', en: 'Technical monitoring' },
      report: { zh: '投诉举报', en: 'Complaint or report' },
      superior: { zh: '上级交办', en: 'Assigned by a superior' },
      subordinate: { zh: '下级报请', en: 'Referred by a subordinate' },
      'other-department': { zh: '有关部门移送', en: 'Transferred by another department' },
      regional: { zh: '区域协作移送', en: 'From another region' },
      other: { zh: '其他', en: 'Other' },
    },
    'party.kind': partyKindWords,
    'vehicle.colour': plateColours,
    'vehicle.type': vehicleTypeWords,
    'ship.type': shipTypeWords,
    'measures[].kind': {
      seal: { zh: '查封', en: 'Sealed' },
      seize: { zh: '扣押（暂扣车辆、证件）', en: 'Seized or detained' },
      'register-save': { zh: '证据先行登记保存', en: 'Evidence registered and kept' },
      'order-correction': { zh: '责令改正（卸载、停驶）', en: 'Ordered to correct (unload, stop)' },
      other: { zh: '其他', en: 'Other' },
    },
    'notApplicable[].item': materialWords,
    'gaps[].item': gapWords,
    'answers[].item': gapWords,
    reason: reasonWords,
    method: serviceMethodWords,
    outcome: {
      penalty: { zh: '给予行政处罚', en: 'Penalty' },
      'no-penalty-minor': { zh: '违法行为轻微，不予行政处罚', en: 'Minor, no penalty' },
      'no-penalty-unfounded': {
        zh: '违法事实不能成立，不予行政处罚',
        en: 'Facts not established, no penalty',
      },
      judicial: { zh: '涉嫌犯罪，移送司法机关', en: 'Suspected crime, transferred to justice' },
    },
    penalties: {
      warning: { zh: '警告', en: 'Warning' },
      criticism: { zh: '通报批评', en: 'Criticism in a circular' },
      fine: { zh: '罚款', en: 'Fine' },
      'confiscate-gains': { zh: '没收违法所得', en: 'Illegal gains confiscated' },
      'confiscate-goods': { zh: '没收非法财物', en: 'Illegal property confiscated' },
      'suspend-licence': { zh: '暂扣许可证件', en: 'Licence suspended' },
      downgrade: { zh: '降低资质等级', en: 'Qualification downgraded' },
      'revoke-licence': { zh: '吊销许可证件', en: 'Licence revoked' },
      'restrict-business': { zh: '限制开展生产经营活动', en: 'Business restricted' },
      'stop-business': { zh: '责令停产停业', en: 'Business stopped' },
      'close-down': { zh: '责令关闭', en: 'Closed down' },
      'restrict-practice': { zh: '限制从业', en: 'Practice restricted' },
      detention: { zh: '行政拘留', en: 'Administrative detention' },
      other: { zh: '法律、行政法规规定的其他处罚', en: 'Another penalty set by law' },
    },
    execution: {
      executed: { zh: '已全部执行', en: 'Carried out in full' },
      partly: { zh: '部分执行', en: 'In part' },
      pending: { zh: '尚在履行期限内', en: 'Not yet due' },
      court: { zh: '已申请法院强制执行', en: 'Applied to the court' },
      'nothing-to-execute': { zh: '无需执行', en: 'Nothing to carry out' },
    },
  },
}
