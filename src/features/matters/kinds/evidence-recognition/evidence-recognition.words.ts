import type { Words } from '../../../../kernel/words.ts'
import {
  collectorFieldWords,
  deviceFieldWords,
  evidenceCopyWords,
  evidenceKindWords,
  evidenceOriginWords,
} from '../../evidence-words.ts'
import type { KindWords } from '../../kind.ts'
import { lightActionWords, lightFieldWords, lightStateWords } from '../light-exchange.ts'
import { contactFieldWords, declarationFieldWords } from '../subject-words.ts'
import type { evidenceRecognitionChart } from './evidence-recognition.chart.ts'
import { evidenceRequirements } from './evidence-requirements.ts'

const itemWords: Readonly<Record<string, Words>> = Object.fromEntries(
  evidenceRequirements.map(({ item, words }) => [item, words]),
)

const criterionWords = {
  form: { zh: '形式', en: 'Form' },
  legality: { zh: '合法性', en: 'Legality' },
  relevance: { zh: '关联性', en: 'Relevance' },
  completeness: { zh: '完整性', en: 'Completeness' },
} as const satisfies Record<string, Words>

const gapWords: Readonly<Record<string, Words>> = { ...itemWords, ...criterionWords }

const judgementWords = { met: { zh: '符合', en: 'Met' }, unmet: { zh: '不符合', en: 'Not met' } }

/** All words of a recognition of evidence 证据互认. */
export const evidenceRecognitionWords: KindWords<typeof evidenceRecognitionChart> = {
  name: { zh: '证据互认', en: 'Recognition of evidence' },
  purpose: {
    zh: '将本机关依法取得的证据提供给异地办案机关使用。对方按两地证据标准逐份审核认可后，证据才能进入其案卷。',
    en: 'Offers evidence your agency collected to the agency of another region that has the case. It enters their file only after they reviewed each piece by the standards of both regions.',
  },

  states: {
    ...lightStateWords,
    received: { zh: '已签收待审核', en: 'Signed for, to be reviewed' },
    supplementing: { zh: '待补正', en: 'Waiting for a supplement' },
    recognised: { zh: '已审核认可', en: 'Recognised' },
    refused: { zh: '不予认可', en: 'Not recognised' },
  },

  actions: {
    ...lightActionWords,
    send: {
      zh: '提供证据',
      en: 'Offer the evidence',
      means: {
        zh: '送达办案机关，其审核期限开始计算。设备检定、法制和技术审核、设置地点公布不符合的监控记录不能提供。',
        en: 'Delivered to the agency that has the case, and its time for reviewing begins. A monitoring record whose device lacked calibration, review or publication cannot be offered.',
      },
    },
    requestSupplement: {
      zh: '一次性告知补正',
      en: 'Ask for a supplement',
      means: {
        zh: '列出全部缺项，只能要求一次；补正期间审核期限暂停。',
        en: 'Names all gaps at once, and once only; the time for reviewing rests until they are supplied.',
      },
    },
    supply: {
      zh: '补正',
      en: 'Supply what was missing',
      means: {
        zh: '逐项答复缺项，对方的审核期限继续计算。',
        en: 'Answers each gap; the receiver’s time for reviewing goes on.',
      },
    },
    recognise: {
      zh: '审核认可',
      en: 'Recognise',
      means: {
        zh: '逐份登记审核结论；认可的证据可以进入本机关案卷，不予认可的说明理由。',
        en: 'Records the review of each piece: what is recognised may enter your file; for the rest, a reason.',
      },
    },
    refuse: {
      zh: '不予认可',
      en: 'Refuse all',
      means: {
        zh: '全部不予认可，逐份说明理由；这些证据不能进入本机关案卷。',
        en: 'None is recognised, each with its reason; none may enter your file.',
      },
    },
  },

  clocks: {
    receipt: { zh: '签收期限', en: 'Signing for it' },
    review: { zh: '审核期限', en: 'Reviewing' },
    supplement: { zh: '补正期限', en: 'Supplement' },
  },

  fields: {
    ...lightFieldWords,
    to: {
      zh: '使用证据的机关',
      en: 'Offered to',
      hint: { zh: '办理该案的机关。', en: 'The agency that has the case.' },
    },
    case: { zh: '用于何案', en: 'For which case' },
    'case.number': { zh: '对方案号', en: 'Their case number' },
    'case.cause': { zh: '案由', en: 'Cause' },
    'case.violation': {
      zh: '违法行为类型',
      en: 'Violation',
      hint: { zh: '决定证据清单。', en: 'It decides the check-list.' },
    },
    'case.legalBasis': { zh: '提供依据', en: 'Legal basis' },
    evidence: {
      zh: '证据',
      en: 'Evidence',
      hint: { zh: '逐份填写，对方逐份审核。', en: 'Piece by piece; each is reviewed.' },
    },
    'evidence[].origin': { zh: '取得方式', en: 'How it was obtained' },
    'evidence[].name': { zh: '证据名称', en: 'Name' },
    'evidence[].kind': { zh: '证据种类', en: 'Kind of evidence' },
    'evidence[].copy': { zh: '原件或复制件', en: 'Original or copy' },
    'evidence[].proves': { zh: '证明对象', en: 'What it proves' },
    'evidence[].place': { zh: '取证地点', en: 'Where' },
    'evidence[].collectors': {
      zh: '取证人员',
      en: 'Collected by',
      hint: {
        zh: '不少于两人；监控记录填审核人员。',
        en: 'Two at least; for a monitoring record, who reviewed it.',
      },
    },
    ...collectorFieldWords('evidence[].collectors[]'),
    'evidence[].file': {
      zh: '本份证据的附件',
      en: 'File of this piece',
      hint: {
        zh: '从“随附材料”中已上传的文件选择。对方把同一文件收入案卷时，系统自动核对，不用再填事项编号。',
        en: 'One of the files uploaded under "Materials". Where the other side puts the same file into its case, it is recognised by itself.',
      },
    },
    'evidence[].digest': {
      zh: '取证设备给出的摘要（SHA-256）',
      en: 'Digest given by the device (SHA-256)',
      hint: {
        zh: '设备没有给出的不用填写；附件的摘要由系统计算，两者不一致的不能提供。',
        en: 'Only where the device gave one; that of an attached file is computed, and the two have to agree.',
      },
    },
    'evidence[].collectedAt': { zh: '取证时间', en: 'Collected at' },
    'evidence[].recordedAt': { zh: '记录时间', en: 'Recorded at' },
    'evidence[].recordReviewedOn': {
      zh: '记录审核日期',
      en: 'Record reviewed on',
      hint: {
        zh: '未经审核的监控记录不得作为证据。',
        en: 'A monitoring record that nobody reviewed is no evidence.',
      },
    },
    'evidence[].device': {
      zh: '监控设备',
      en: 'Device',
      hint: {
        zh: '行政处罚法第四十一条：设备须经法制和技术审核，设置地点向社会公布，并在检定有效期内。',
        en: 'Art. 41: reviewed legally and technically, its site published, under valid calibration.',
      },
    },
    ...deviceFieldWords('evidence[].device'),
    ...contactFieldWords,
    notApplicable: {
      zh: '不适用材料',
      en: 'Materials that do not apply',
      hint: { zh: '清单中确不适用的材料逐项写明理由。', en: 'For each one say why.' },
    },
    'notApplicable[].item': { zh: '材料', en: 'Material' },
    'notApplicable[].reason': { zh: '不适用的理由', en: 'Why it does not apply' },
    ...declarationFieldWords,
    'declaration.lawfullyCollected': { zh: '证据系依法取得', en: 'It was collected lawfully' },

    gaps: {
      zh: '缺项',
      en: 'Gaps',
      hint: { zh: '请一次列全，之后不能再次要求补正。', en: 'List all of them: there is no second time.' },
    },
    'gaps[].item': { zh: '材料或标准', en: 'Item' },
    'gaps[].what': { zh: '需要补正什么', en: 'What is missing' },
    answers: { zh: '逐项答复', en: 'Answers' },
    'answers[].item': { zh: '材料或标准', en: 'Item' },
    'answers[].answer': { zh: '补正情况', en: 'Answer' },
    reviews: { zh: '逐份审核', en: 'Review of each piece' },
    'reviews[].outcome': { zh: '结论', en: 'Outcome' },
    'reviews[].piece': { zh: '证据', en: 'Piece' },
    'reviews[].form': {
      ...criterionWords.form,
      hint: { zh: '原件或核对无误的复制件，签名盖章齐全。', en: 'Original or checked copy, signed.' },
    },
    'reviews[].legality': {
      ...criterionWords.legality,
      hint: { zh: '取证人员、程序和设备合法。', en: 'Officers, procedure and device.' },
    },
    'reviews[].relevance': criterionWords.relevance,
    'reviews[].completeness': criterionWords.completeness,
    'reviews[].reasons': { zh: '不予认可的理由', en: 'Why not' },
    'reviews[].grounds': { zh: '说明', en: 'Grounds' },
    reviewers: { zh: '审核人员', en: 'Reviewed by', hint: { zh: '不少于两人。', en: 'Two at least.' } },
    ...collectorFieldWords('reviewers[]'),
    reviewedOn: { zh: '审核日期', en: 'Reviewed on' },
    opinion: { zh: '审核意见', en: 'Opinion' },
  },

  options: {
    'case.violation': {
      'overload-on-site': { zh: '超限运输（现场查获）', en: 'Overload, found on the spot' },
      'overload-monitored': { zh: '超限运输（技术监控）', en: 'Overload, found by monitoring' },
      'illegal-operation': { zh: '非法营运', en: 'Illegal operation' },
      'ride-hailing': { zh: '网约车违法', en: 'Ride-hailing' },
      hazmat: { zh: '危险货物运输', en: 'Dangerous goods' },
      coach: { zh: '班线、包车客运', en: 'Coaches' },
      waterway: { zh: '水路运输', en: 'Waterways' },
      other: { zh: '其他', en: 'Other' },
    },
    'evidence[].origin': evidenceOriginWords,
    'evidence[].kind': evidenceKindWords,
    'evidence[].copy': evidenceCopyWords,
    'notApplicable[].item': itemWords,
    'gaps[].item': gapWords,
    'answers[].item': gapWords,
    'reviews[].outcome': {
      recognised: { zh: '认可', en: 'Recognised' },
      refused: { zh: '不予认可', en: 'Not recognised' },
    },
    'reviews[].form': judgementWords,
    'reviews[].legality': judgementWords,
    'reviews[].relevance': judgementWords,
    'reviews[].completeness': judgementWords,
    'reviews[].reasons': {
      FormDefect: { zh: '形式有缺陷（签名、盖章、核对）', en: 'Defect of form' },
      NotAuthentic: { zh: '真实性不能确认', en: 'Not authentic' },
      UnlawfullyCollected: { zh: '取得程序违法', en: 'Collected unlawfully' },
      CollectorUnqualified: { zh: '取证人员不足两人或无资格', en: 'Officers too few or without certificate' },
      DeviceUnqualified: { zh: '监控设备不符合法定条件', en: 'The device does not qualify' },
      Irrelevant: { zh: '与待证事实无关', en: 'Irrelevant' },
      Incomplete: { zh: '内容不完整', en: 'Incomplete' },
    },
  },
}
