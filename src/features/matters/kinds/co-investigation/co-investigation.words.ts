import { plateColours } from '../../../../kernel/identifiers/plate.ts'
import type { KindWords } from '../../kind.ts'
import {
  formalRequestActionWords,
  formalRequestClockWords,
  formalRequestFieldWords,
  formalRequestStateWords,
} from '../formal-request.ts'
import {
  contactFieldWords,
  declarationFieldWords,
  officerFieldWords,
  partyFieldWords,
  partyKindWords,
  shipFieldWords,
  shipTypeWords,
  vehicleFieldWords,
  vehicleTypeWords,
} from '../subject-words.ts'
import type { coInvestigationChart } from './co-investigation.chart.ts'

/** All words of a co-investigation 协查. */
export const coInvestigationWords: KindWords<typeof coInvestigationChart> = {
  name: { zh: '协查', en: 'Co-investigation' },
  purpose: {
    zh: '请外地机关协助调查：询问、调取记录、现场核查、核验证照车辆等。属于对方职权范围的，对方应当协助（行政处罚法第二十六条）。案件仍由本机关主办，因请求产生的责任由本机关承担。',
    en: 'Asks another agency to find something out for your case: a statement, a record, an inspection, a check of papers. What lies within its powers it has to do (Administrative Penalty Law, art. 26). The case stays yours, and so does the responsibility for what you ask.',
  },

  states: {
    ...formalRequestStateWords,
    investigating: { zh: '协查中', en: 'Being investigated' },
    replied: { zh: '已答复待审查', en: 'Answered, to be reviewed' },
    supplementing: { zh: '待补充', en: 'Waiting for a supplement' },
    closed: { zh: '已办结', en: 'Closed' },
  },

  actions: {
    ...formalRequestActionWords,
    take: {
      zh: '受理协查',
      en: 'Take it up',
      means: {
        zh: '由本机关办理，并告知对方承办人员；答复期限自送达时起算。',
        en: 'Your agency does it and names its officers; the time for answering runs from delivery.',
      },
    },
    decline: {
      zh: '不予协助',
      en: 'Decline',
      means: {
        zh: '仅限超出职权、法律禁止、地点不符或客观上不能。对方有异议的，可以报请共同上级协调。',
        en: 'Only where it is beyond your powers, barred by law, in the wrong place or impossible. The asker may turn to the common superior.',
      },
    },
    answerTask: {
      zh: '答复一项任务',
      en: 'Answer a task',
      means: {
        zh: '逐项答复，对方即时可见；材料请作为附件添加。全部任务答复后再作最终答复。',
        en: 'Answers one task, at once visible to the asker; attach the material as files. The final answer comes after all of them.',
      },
    },
    reply: {
      zh: '最终答复',
      en: 'Final answer',
      means: {
        zh: '全部任务均已答复后，综述结果并结束协查；答复期限停止。',
        en: 'Sums up once every task is answered and ends the investigation; the time for answering stops.',
      },
    },
    extend: {
      zh: '告知延期',
      en: 'Extend',
      means: {
        zh: '须在答复期限届满前告知对方，只能延期一次；届满后不能延期。',
        en: 'Tells the asker, before the time runs out and once only; afterwards it is too late.',
      },
    },
    askMore: {
      zh: '要求补充',
      en: 'Ask for more',
      means: {
        zh: '指出不足之处，只能要求一次；补充期限开始计算。',
        en: 'Says what is still missing, once only; the time for the supplement begins.',
      },
    },
    supply: {
      zh: '补充答复',
      en: 'Supplement',
      means: { zh: '补充后交对方审查。', en: 'Supplies what was missing; the asker reviews it.' },
    },
    confirm: {
      zh: '确认并办结',
      en: 'Confirm and close',
      means: {
        zh: '确认收到结果，协查办结。外地取得的证据须经审核后才能入卷使用。',
        en: 'Confirms the answer and closes it. Evidence from elsewhere enters your file only after review.',
      },
    },
  },

  clocks: {
    ...formalRequestClockWords,
    reply: { zh: '答复期限', en: 'Answering' },
    supplement: { zh: '补充期限', en: 'Supplement' },
    confirmation: { zh: '审查办结期限', en: 'Reviewing and closing' },
  },

  fields: {
    ...formalRequestFieldWords,
    to: {
      zh: '协查机关',
      en: 'Asked of',
      hint: { zh: '最多十个，各自答复全部任务。', en: 'Ten at most; each answers every task.' },
    },
    case: { zh: '案件和依据', en: 'The case' },
    'case.number': { zh: '案号', en: 'Case number' },
    'case.cause': {
      zh: '案由',
      en: 'Cause',
      hint: { zh: '如“车辆超限运输”。', en: 'Such as "overloaded vehicle".' },
    },
    'case.facts': {
      zh: '基本案情',
      en: 'What the case is about',
      hint: {
        zh: '写到对方能够办理协查为止，与协查无关的个人信息不写。',
        en: 'As much as the other side needs for its tasks; no personal data beyond that.',
      },
    },
    'case.legalBasis': {
      zh: '请求依据',
      en: 'Legal basis',
      hint: {
        zh: '如行政处罚法第二十六条，以及据以查处的条款。',
        en: 'Such as art. 26, Administrative Penalty Law, and the provision the case rests on.',
      },
    },
    'case.urgency': {
      zh: '紧急程度',
      en: 'Urgency',
      hint: {
        zh: '一般 15 个工作日、紧急 5 个工作日内答复。',
        en: 'Answered within 15 working days, or 5 if urgent.',
      },
    },
    'case.urgencyReason': { zh: '紧急理由', en: 'Why it is urgent' },
    subjects: {
      zh: '涉及的车、船、单位、个人',
      en: 'Vehicles, ships, organisations, persons',
      hint: { zh: '只填协查所必需的。', en: 'Only what the tasks need.' },
    },
    ...partyFieldWords('subjects[]'),
    ...vehicleFieldWords('subjects[]'),
    ...shipFieldWords('subjects[]'),
    'subjects[].kind': { zh: '类别', en: 'Kind' },
    'subjects[].name': { zh: '姓名、名称或船名', en: 'Name' },
    'subjects[].type': { zh: '类型', en: 'Type' },
    'subjects[].transportCertificate': { zh: '运输证号', en: 'Transport certificate no.' },
    tasks: {
      zh: '协查任务',
      en: 'Tasks',
      hint: {
        zh: '一项一件，对方逐项答复。代为送达文书请另办“委托送达”。',
        en: 'One thing each; they are answered one by one. To have a document served, use document service.',
      },
    },
    'tasks[].kind': { zh: '任务', en: 'Task' },
    'tasks[].person': { zh: '被询问人', en: 'Whom to ask' },
    'tasks[].phone': { zh: '联系电话', en: 'Telephone' },
    'tasks[].address': { zh: '住址', en: 'Address' },
    'tasks[].what': { zh: '具体要求', en: 'What exactly is asked' },
    'tasks[].where': {
      zh: '地点或保管单位',
      en: 'Where, or who keeps it',
      hint: { zh: '如某收费站、某企业、某档案室。', en: 'Such as a toll gate, a company, an archive.' },
    },
    'tasks[].outline': {
      zh: '询问提纲',
      en: 'Outline of questions',
      hint: {
        zh: '逐条写明要问的问题和要核实的细节；对方不了解案情，只按提纲询问。',
        en: 'Question by question, with the details to be checked: the officer who asks knows the case only from this.',
      },
    },
    ...officerFieldWords,
    ...contactFieldWords,
    ...declarationFieldWords,
    'declaration.needed': {
      zh: '所请求的事项为本案调查所必需，所附个人信息限于必要范围',
      en: 'What is asked is needed for this case, and no more personal data is given than that takes',
    },

    declineReason: { zh: '不予协助的情形', en: 'Reason' },
    grounds: { zh: '事实和理由', en: 'Grounds' },
    suggested: { zh: '建议改请的机关', en: 'Agencies to ask instead' },

    result: { zh: '结果', en: 'Result' },
    task: { zh: '答复哪一项任务', en: 'Which task' },
    findings: {
      zh: '查明的情况',
      en: 'What was found',
      hint: {
        zh: '询问的，写明要点；笔录作为附件。',
        en: 'Of a statement, its main points; attach the record.',
      },
    },
    doneAt: { zh: '办理（开始）时间', en: 'Done, or begun, at' },
    endedAt: { zh: '结束时间', en: 'Ended at' },
    place: { zh: '地点', en: 'Place' },
    originals: {
      zh: '原件的保管和移交',
      en: 'Originals',
      hint: {
        zh: '取得原件的，写明由谁保管、如何移交。',
        en: 'Where originals were obtained: who keeps them and how they get to you.',
      },
    },
    askedBy: {
      zh: '请求机关参加询问的执法人员',
      en: 'Officers of the asking agency who put the questions',
      hint: { zh: '不少于两人。', en: 'Two at least.' },
    },
    'askedBy[].name': { zh: '姓名', en: 'Name' },
    'askedBy[].certificateNumber': { zh: '执法证号', en: 'Certificate no.' },
    identity: { zh: '身份核验方式', en: 'How the identity was checked' },
    rightsTold: {
      zh: '已出示执法证件并告知权利义务',
      en: 'Certificates were shown and rights and duties told',
    },
    recorded: {
      zh: '全程录音录像，并已添加为附件',
      en: 'The whole was recorded, and the recording is attached',
    },
    signature: { zh: '笔录签名', en: 'Signature on the record' },
    signatureNote: { zh: '签名说明', en: 'About the signature' },
    unableReason: { zh: '无法完成的原因', en: 'Why it cannot be done' },
    tried: {
      zh: '已作的努力',
      en: 'What was tried',
      hint: { zh: '何时、何地、何人、何种方式。', en: 'When, where, by whom and how.' },
    },
    suggestion: { zh: '建议', en: 'Suggestion' },
    summary: { zh: '协查结果综述', en: 'Summary' },
    handover: { zh: '原件和物品的移交', en: 'Handing over of originals' },
    missing: { zh: '需要补充的内容', en: 'What is missing' },
    supplement: { zh: '补充内容', en: 'Supplement' },
  },

  options: {
    'case.urgency': {
      normal: { zh: '一般', en: 'Normal' },
      urgent: { zh: '紧急', en: 'Urgent' },
    },
    'subjects[].kind': {
      vehicle: { zh: '车辆', en: 'Vehicle' },
      ship: { zh: '船舶', en: 'Ship' },
      ...partyKindWords,
    },
    'subjects[].colour': plateColours,
    'subjects[].type': { ...shipTypeWords, ...vehicleTypeWords },
    'tasks[].kind': {
      'take-statement': { zh: '当面询问', en: 'Take a statement' },
      'remote-statement': { zh: '远程（视频）询问', en: 'Statement by video' },
      'accept-own-statement': { zh: '接收自行书写的陈述', en: 'Accept a statement written by oneself' },
      'fetch-record': { zh: '调取记录、档案', en: 'Fetch a record' },
      'collect-data': { zh: '调取电子数据', en: 'Collect electronic data' },
      inspect: { zh: '现场核查', en: 'Inspect on the spot' },
      'verify-document': { zh: '核验证照', en: 'Verify a certificate' },
      'verify-vehicle': { zh: '核验车辆（船舶）', en: 'Verify a vehicle or ship' },
      'identify-person': { zh: '辨认、核实身份', en: 'Identify a person' },
      'obtain-certificate': { zh: '取得情况说明、证明', en: 'Obtain a certificate of facts' },
      'give-notice': { zh: '代为告知', en: 'Give notice on our behalf' },
    },
    declineReason: {
      OutOfPowers: { zh: '不属于本机关职权', en: 'Not within our powers' },
      LegalBar: { zh: '法律、法规禁止', en: 'Barred by law' },
      WrongPlace: { zh: '不在本机关辖区', en: 'Not in our area' },
      Impossible: { zh: '客观上不能', en: 'Impossible' },
    },
    result: {
      done: { zh: '已完成', en: 'Done' },
      remote: { zh: '远程询问已完成', en: 'Statement by video taken' },
      unable: { zh: '无法完成', en: 'Cannot be done' },
    },
    unableReason: {
      'person-not-found': { zh: '找不到人', en: 'The person cannot be found' },
      'person-refused': { zh: '本人拒绝配合', en: 'The person refused' },
      'record-not-kept': { zh: '记录不存在或已灭失', en: 'The record does not exist any more' },
      'record-elsewhere': { zh: '记录由其他单位保管', en: 'The record is kept elsewhere' },
      'object-gone': { zh: '车辆、物品已不在当地', en: 'The vehicle or object is gone' },
      'out-of-powers': { zh: '不属于本机关职权', en: 'Not within our powers' },
      'legal-bar': { zh: '法律、法规禁止', en: 'Barred by law' },
    },
    identity: {
      'id-card': { zh: '居民身份证', en: 'Identity card' },
      'driving-licence': { zh: '驾驶证', en: 'Driving licence' },
      qualification: { zh: '从业资格证', en: 'Professional certificate' },
      household: { zh: '户籍信息', en: 'Household register' },
      other: { zh: '其他', en: 'Other' },
    },
    signature: {
      'on-paper': { zh: '在纸质笔录上签名', en: 'Signed on paper' },
      electronic: { zh: '电子签名', en: 'Signed electronically' },
      refused: { zh: '拒绝签名', en: 'Refused to sign' },
    },
  },
}
