import type { Words } from '../../../../kernel/words.ts'
import type { KindWords } from '../../kind.ts'
import { lightActionWords, lightFieldWords, lightStateWords } from '../light-exchange.ts'
import { contactFieldWords, declarationFieldWords } from '../subject-words.ts'
import type { dataCorrectionChart } from './data-correction.chart.ts'

const keptWords: Readonly<Record<string, Words>> = {
  RecordConfirmed: { zh: '经核实，原记录无误', en: 'Verified: the record is right' },
  ProofInsufficient: { zh: '证明材料不足以认定有误', en: 'The proof does not show an error' },
  NotOurRecord: { zh: '记录不由本机关产生，无权更正', en: 'Another agency made it; we may not change it' },
  ProcedureNeeded: {
    zh: '须经复议、诉讼或变更登记等法定程序才能更改',
    en: 'Only a legal procedure can change it',
  },
  AlreadyCorrected: { zh: '此前已经更正', en: 'Corrected before' },
}

/** All words of a data correction 数据纠错. */
export const dataCorrectionWords: KindWords<typeof dataCorrectionChart> = {
  name: { zh: '数据纠错', en: 'Data correction' },
  purpose: {
    zh: '使用其他机关的数据时发现有误，请数据持有机关核实更正，并取回更正后的数据。法定十个工作日答复（政务数据共享条例第二十六条）。',
    en: 'Reports an error in another agency’s record and brings the corrected value back. The keeper answers within ten working days (Government Data Sharing Regulation, art. 26).',
  },

  states: {
    ...lightStateWords,
    verifying: { zh: '核实中', en: 'Being verified' },
    corrected: { zh: '已更正待确认', en: 'Corrected, to be confirmed' },
    declined: { zh: '不予更正待确认', en: 'Not corrected, to be confirmed' },
    challenged: { zh: '有争议，报共同上级', en: 'Challenged, with the common superior' },
    ordered: { zh: '上级责成更正', en: 'Correction ordered' },
    closed: { zh: '已办结', en: 'Closed' },
    upheld: { zh: '上级维持原记录', en: 'Record upheld' },
  },

  actions: {
    ...lightActionWords,
    send: {
      zh: '提交纠错申请',
      en: 'Report the error',
      means: {
        zh: '送达数据持有机关，十个工作日的核实答复期限开始计算。',
        en: 'Delivered to the agency that keeps the record; its ten working days begin.',
      },
    },
    correct: {
      zh: '更正并反馈',
      en: 'Correct and report back',
      means: {
        zh: '逐项答复：更正的写明更正后的值，不予更正的写明理由。请先在本机关系统中改好。',
        en: 'Answers each field: the corrected value, or why it stays. Change it in your own system first.',
      },
    },
    decline: {
      zh: '不予更正',
      en: 'Decline',
      means: {
        zh: '全部不予更正，说明理由；申请方可以报请共同上级裁决。',
        en: 'Nothing is changed, for a stated reason; the other side may go to the common superior.',
      },
    },
    confirm: {
      zh: '确认并办结',
      en: 'Confirm and close',
      means: { zh: '认可答复，纠错办结。', en: 'Accepts the answer and closes the correction.' },
    },
    challenge: {
      zh: '不服答复，报请裁决',
      en: 'Challenge the answer',
      means: {
        zh: '报请双方共同上级裁决，不由产生记录的机关自行裁决。只能提出一次。',
        en: 'Takes it to the common superior, never to the agency that made the record. Once only.',
      },
    },
    orderCorrection: {
      zh: '责成更正',
      en: 'Order the correction',
      means: {
        zh: '认定记录有误，由数据持有机关限期更正并反馈；责成更正的各项，不得再答复不予更正。',
        en: 'Finds the record wrong; its keeper has to correct it and report back, and may not keep what is ordered.',
      },
    },
    uphold: {
      zh: '维持原记录',
      en: 'Uphold the record',
      means: { zh: '认定记录无误，争议到此结束。', en: 'Finds the record right; the dispute ends here.' },
    },
  },

  clocks: {
    receipt: { zh: '签收期限', en: 'Signing for it' },
    correction: { zh: '核实更正期限', en: 'Verifying and correcting' },
    confirmation: { zh: '确认答复期限', en: 'Confirming the answer' },
    ruling: { zh: '裁决期限', en: 'Ruling' },
    orderedCorrection: { zh: '责成更正期限', en: 'Correcting as ordered' },
  },

  fields: {
    ...lightFieldWords,
    to: {
      zh: '数据持有机关',
      en: 'Keeper of the record',
      hint: {
        zh: '产生和维护该记录的机关；许可信息一般为发证机关。',
        en: 'Who made the record and keeps it; for permits, as a rule, who issued them.',
      },
    },
    record: { zh: '哪条记录', en: 'Which record' },
    'record.register': { zh: '记录类别', en: 'Kind of record' },
    'record.subject': {
      zh: '记录对象',
      en: 'What it is about',
      hint: {
        zh: '车牌号（颜色）、船名、企业名称或证件名称；人员姓名填在下面。',
        en: 'Plate and colour, ship, company or certificate; the name of a person goes below.',
      },
    },
    'record.recordNumber': {
      zh: '记录编号',
      en: 'Number of the record',
      hint: { zh: '道路运输证号、许可证号、案号等。', en: 'Certificate, permit or case number.' },
    },
    'record.source': {
      zh: '数据来源',
      en: 'Where it was read',
      hint: { zh: '系统、共享目录或接口的名称。', en: 'The system, catalogue or interface.' },
    },
    'record.seenAt': { zh: '查询时间', en: 'Read at' },
    'record.holder': {
      zh: '从业人员姓名',
      en: 'Name of the person',
      hint: { zh: '从业人员的记录必填。', en: 'Needed for the record of a person.' },
    },
    'record.holderNumber': {
      zh: '证件号码',
      en: 'Number of the person',
      hint: { zh: '默认隐藏；每次查看都会留下记录。', en: 'Masked; each reading of it is recorded.' },
    },
    errors: {
      zh: '错误内容',
      en: 'What is wrong',
      hint: { zh: '逐项填写，对方逐项答复。', en: 'Field by field; each is answered.' },
    },
    'errors[].field': { zh: '数据项', en: 'Field' },
    'errors[].recorded': { zh: '记录为', en: 'Recorded as' },
    'errors[].correct': { zh: '应当为', en: 'Should be' },
    'errors[].basis': { zh: '依据', en: 'How you know' },
    use: { zh: '使用情况', en: 'How it is used' },
    'use.purpose': {
      zh: '使用目的',
      en: 'Purpose',
      hint: { zh: '在办理什么事项中使用该数据。', en: 'What the record was needed for.' },
    },
    'use.consequence': { zh: '错误造成的影响', en: 'What the error leads to' },
    ...contactFieldWords,
    ...declarationFieldWords,

    results: {
      zh: '逐项答复',
      en: 'Answers',
      hint: { zh: '对方提出的每一项答复一次。', en: 'Answer each field that was reported, once.' },
    },
    'results[].outcome': { zh: '答复', en: 'Answer' },
    'results[].error': { zh: '哪一项', en: 'Which one' },
    'results[].value': { zh: '更正后的值', en: 'Corrected value' },
    'results[].correctedAt': { zh: '更正时间', en: 'Corrected at' },
    'results[].reason': { zh: '不予更正的理由', en: 'Why it stays' },
    'results[].grounds': { zh: '说明', en: 'Grounds' },
    alsoUpdated: {
      zh: '同步更正情况',
      en: 'Also corrected in',
      hint: { zh: '还同步更正了哪些系统。', en: 'Which other systems were corrected.' },
    },
    rulings: {
      zh: '逐项裁决',
      en: 'Rulings',
      hint: { zh: '对争议的每一项裁决一次。', en: 'Decide on each value once.' },
    },
    'rulings[].error': { zh: '哪一项', en: 'Which one' },
    'rulings[].ruling': { zh: '裁决', en: 'Ruling' },
    grounds: { zh: '事实和理由', en: 'Grounds' },
    keeper: {
      zh: '应由谁更正',
      en: 'Who keeps it',
      hint: { zh: '记录不由本机关产生的必填。', en: 'Needed where another agency made the record.' },
    },
    legalBasis: {
      zh: '法律依据',
      en: 'Legal basis',
      hint: {
        zh: '如政务数据共享条例第二十六条（更正）、第二十八条（争议）。',
        en: 'Such as art. 26 (correction) or art. 28 (dispute) of the Government Data Sharing Regulation.',
      },
    },
  },

  options: {
    'record.register': {
      operator: { zh: '经营业户', en: 'Operator' },
      vehicle: { zh: '营运车辆', en: 'Vehicle' },
      practitioner: { zh: '从业人员', en: 'Practitioner' },
      ship: { zh: '船舶', en: 'Ship' },
      permit: { zh: '许可证件', en: 'Permit' },
      case: { zh: '执法案件', en: 'Case' },
      credit: { zh: '信用', en: 'Credit' },
      other: { zh: '其他', en: 'Other' },
    },
    'results[].outcome': {
      corrected: { zh: '已更正', en: 'Corrected' },
      kept: { zh: '不予更正', en: 'Kept' },
    },
    'results[].reason': keptWords,
    reason: keptWords,
    'rulings[].ruling': {
      correct: { zh: '责成更正', en: 'Correct it' },
      stays: { zh: '维持原记录', en: 'It stays' },
    },
  },
}
