import type { Words } from '../../kernel/words.ts'

/**
 * A fact of a letter: a line, a text of several lines, a list of lines, or the rows of a table with their columns. Templates may name
 * these fields and no others.
 */
export type LetterField =
  | { readonly sort: 'line' | 'prose' | 'list'; readonly words: Words; readonly required?: true }
  | { readonly sort: 'rows'; readonly words: Words; readonly columns: Readonly<Record<string, Words>> }

type LetterTypeEntry = {
  readonly words: Words
  /** What stands in the number for the type, after the agency's own sign 机关代字. */
  readonly mark: string
  readonly fields: Readonly<Record<string, LetterField>>
}

const line = (zh: string, en: string) => ({ sort: 'line', words: { zh, en } }) as const
const must = (zh: string, en: string) => ({ sort: 'line', words: { zh, en }, required: true }) as const
const prose = (zh: string, en: string) => ({ sort: 'prose', words: { zh, en } }) as const
const list = (zh: string, en: string) => ({ sort: 'list', words: { zh, en } }) as const
const rows = <const C extends Readonly<Record<string, Words>>>(zh: string, en: string, columns: C) =>
  ({ sort: 'rows', words: { zh, en }, columns }) as const

const caseFields = {
  caseNumber: line('案件编号', 'Case number'),
  cause: must('案由', 'Cause'),
  party: line('当事人', 'Party'),
  vehicle: line('车辆或船舶', 'Vehicle or ship'),
} as const

const contact = {
  contact: line('联系人', 'Contact'),
  phone: line('联系电话', 'Telephone'),
} as const

/** The letter that is answered. */
const answered = {
  letterNumber: line('来函文号', 'Number of the letter answered'),
  letterDay: line('来函日期', 'Day of the letter answered'),
} as const

const objects = rows('涉案物品', 'Objects', {
  name: { zh: '名称', en: 'Name' },
  quantity: { zh: '数量', en: 'Quantity' },
  condition: { zh: '状况', en: 'Condition' },
  custody: { zh: '保管地点', en: 'Kept at' },
})

const positions = rows('各方意见', 'Positions', {
  agency: { zh: '单位', en: 'Agency' },
  position: { zh: '意见', en: 'Position' },
  basis: { zh: '依据', en: 'Basis' },
})

/**
 * The types of letters 函件类型. The ministry's set of 24 forms has none for collaboration, so these are the platform's own; what they
 * say follows from the duties of the rules they serve (处罚法 25–27, 行政执法机关移送涉嫌犯罪案件的规定, 62号令 Art. 44).
 */
export const letterTypes = {
  'case-transfer': {
    words: { zh: '案件移送函', en: 'Case transfer letter' },
    mark: '移函',
    fields: {
      ...caseFields,
      discoveredAt: line('发现时间', 'Found on'),
      place: line('发生地点', 'Place'),
      facts: prose('案情', 'Facts'),
      law: prose('涉嫌违反的规定', 'Provisions broken'),
      reasons: prose('移送理由', 'Reasons for the transfer'),
      basis: prose('移送依据', 'Legal basis of the transfer'),
      measures: list('在案措施', 'Measures in force'),
      objects,
      materials: list('移送材料', 'Materials'),
      officers: line('办案人员', 'Officers'),
      ...contact,
    },
  },
  'case-transfer-receipt': {
    words: { zh: '案件移送回执', en: 'Receipt of a case transfer' },
    mark: '移回',
    fields: {
      ...answered,
      ...caseFields,
      received: line('接收日期', 'Accepted on'),
      remarks: prose('备注', 'Remarks'),
      ...contact,
    },
  },
  'clue-transfer': {
    words: { zh: '线索移送函', en: 'Clue letter' },
    mark: '线函',
    fields: {
      title: must('线索名称', 'Clue'),
      domain: line('重点领域', 'Field'),
      facts: prose('线索内容', 'What was noticed'),
      place: line('地点', 'Place'),
      occurredAt: line('发生时间', 'Time'),
      source: line('线索来源', 'Source'),
      reliability: line('可靠程度', 'Reliability'),
      subjects: list('涉及对象', 'Whom and what it concerns'),
      reasons: list('推送条件', 'Why it is passed on'),
      suggestion: prose('工作建议', 'Suggestion'),
      urgency: line('紧急程度', 'Urgency'),
    },
  },
  'clue-feedback': {
    words: { zh: '线索核查反馈函', en: 'Outcome of a clue' },
    mark: '线复',
    fields: {
      ...answered,
      title: must('线索名称', 'Clue'),
      outcome: line('核查结论', 'Outcome'),
      findings: prose('核查情况', 'Findings'),
      caseNumber: line('立案文号', 'Case number'),
      measures: prose('采取措施', 'Measures taken'),
    },
  },
  'co-investigation': {
    words: { zh: '协助调查函', en: 'Request for help in an investigation' },
    mark: '协函',
    fields: {
      ...caseFields,
      facts: prose('案情', 'Facts'),
      basis: prose('请求依据', 'Legal basis of the request'),
      tasks: list('协查事项', 'What is asked'),
      questions: list('询问提纲', 'Questions'),
      materials: list('随附材料', 'Enclosed documents'),
      urgency: line('紧急程度', 'Urgency'),
      due: line('回复期限', 'Reply by'),
      ...contact,
    },
  },
  'co-investigation-reply': {
    words: { zh: '协助调查复函', en: 'Reply to a request for help' },
    mark: '协复',
    fields: {
      ...answered,
      cause: line('案由', 'Cause'),
      results: list('协查结果', 'Results'),
      remarks: prose('说明', 'Remarks'),
      materials: list('随附材料', 'Enclosed documents'),
      ...contact,
    },
  },
  'service-entrustment': {
    words: { zh: '委托送达函', en: 'Request to serve documents' },
    mark: '送函',
    fields: {
      caseNumber: line('案件编号', 'Case number'),
      cause: line('案由', 'Cause'),
      recipient: must('受送达人', 'Recipient'),
      address: line('送达地址', 'Address'),
      documents: list('送达文书', 'Documents'),
      methods: line('送达方式', 'Methods'),
      reasons: prose('委托理由', 'Reasons'),
      basis: prose('委托依据', 'Legal basis'),
      due: line('送达期限', 'To be served by'),
      ...contact,
    },
  },
  'service-receipt': {
    words: { zh: '委托送达回执', en: 'Outcome of a service' },
    mark: '送回',
    fields: {
      ...answered,
      recipient: must('受送达人', 'Recipient'),
      documents: list('送达文书', 'Documents'),
      outcome: line('送达结果', 'Outcome'),
      method: line('送达方式', 'Method'),
      served: line('送达日期', 'Served on'),
      attempts: list('送达经过', 'Attempts'),
      remarks: prose('说明', 'Remarks'),
      ...contact,
    },
  },
  'case-notice': {
    words: { zh: '案件抄告函', en: 'Notice of a closed case' },
    mark: '抄函',
    fields: {
      ...caseFields,
      owner: line('所属经营者', 'Operator'),
      certificate: line('道路运输证号', 'Transport certificate'),
      driver: line('驾驶人', 'Driver'),
      cargoSource: line('货物装载源头', 'Where it was loaded'),
      facts: prose('违法事实', 'Facts'),
      decisionNumber: line('处罚决定文号', 'Decision'),
      decided: line('决定日期', 'Decided on'),
      decision: prose('处理结果', 'Outcome'),
      basis: prose('抄告依据', 'Legal basis of the notice'),
      requested: prose('请依法处理的事项', 'What is asked'),
      materials: list('随附材料', 'Enclosed documents'),
      due: line('反馈期限', 'Answer by'),
      ...contact,
    },
  },
  'case-notice-feedback': {
    words: { zh: '抄告反馈函', en: 'Answer to a notice' },
    mark: '抄复',
    fields: {
      ...answered,
      cause: line('案由', 'Cause'),
      party: line('当事人', 'Party'),
      measures: list('处理措施', 'Measures'),
      summary: prose('处理情况', 'What was done'),
      reasons: prose('未处理的理由', 'Why nothing was done'),
      ...contact,
    },
  },
  'dispute-minutes': {
    words: { zh: '管辖争议协商纪要', en: 'Minutes of a consultation on jurisdiction' },
    mark: '争纪',
    fields: {
      ...caseFields,
      held: line('协商时间', 'Held on'),
      place: line('协商方式或地点', 'Place or means'),
      participants: list('参加人员', 'Participants'),
      facts: prose('基本案情', 'Facts'),
      positions,
      outcome: prose('协商结果', 'Outcome'),
    },
  },
  'designation-request': {
    words: { zh: '指定管辖请示', en: 'Request to designate jurisdiction' },
    mark: '指请',
    fields: {
      ...caseFields,
      facts: prose('基本案情', 'Facts'),
      positions,
      consultation: prose('协商情况', 'Consultation'),
      basis: prose('请示依据', 'Legal basis'),
      ...contact,
    },
  },
  'designation-decision': {
    words: { zh: '指定管辖决定书', en: 'Decision on jurisdiction' },
    mark: '指决',
    fields: {
      ...caseFields,
      decisionNumber: line('决定文号', 'Number of the decision'),
      decided: line('决定日期', 'Decided on'),
      designated: must('指定管辖的机关', 'Agency designated'),
      facts: prose('基本案情', 'Facts'),
      positions,
      grounds: prose('理由', 'Grounds'),
      basis: prose('依据', 'Legal basis'),
    },
  },
  'criminal-transfer': {
    words: { zh: '涉嫌犯罪案件移送书', en: 'Transfer of a suspected crime' },
    mark: '罪移',
    fields: {
      ...caseFields,
      suspects: list('涉嫌人员', 'Suspects'),
      offence: line('涉嫌罪名', 'Suspected offence'),
      facts: prose('案情', 'Facts'),
      basis: prose('移送依据', 'Legal basis'),
      approved: line('批准日期', 'Approved on'),
      materials: list('移送材料', 'Materials'),
      objects,
      ...contact,
    },
  },
  'evidence-review': {
    words: { zh: '证据互认审核表', en: 'Review of evidence from another region' },
    mark: '证审',
    fields: {
      caseNumber: line('案件编号', 'Case number'),
      cause: line('案由', 'Cause'),
      source: line('取证单位', 'Taken by'),
      evidence: rows('证据', 'Evidence', {
        name: { zh: '证据名称', en: 'Evidence' },
        kind: { zh: '种类', en: 'Kind' },
        result: { zh: '审核结果', en: 'Result' },
        remark: { zh: '说明', en: 'Remark' },
      }),
      criteria: list('审核要求', 'Requirements'),
      result: must('审核结论', 'Result'),
      reasons: prose('理由', 'Reasons'),
      reviewer: line('审核人', 'Reviewer'),
      reviewed: line('审核日期', 'Reviewed on'),
    },
  },
  dispatch: {
    words: { zh: '派员函', en: 'Letter of dispatch' },
    mark: '派函',
    fields: {
      purpose: must('任务', 'Task'),
      place: line('地点', 'Place'),
      from: line('开始时间', 'From'),
      until: line('结束时间', 'Until'),
      members: rows('派出人员', 'People sent', {
        name: { zh: '姓名', en: 'Name' },
        certificate: { zh: '执法证号', en: 'Certificate' },
        duty: { zh: '职责', en: 'Duty' },
      }),
      equipment: list('车辆装备', 'Vehicles and equipment'),
      command: line('现场指挥', 'In command'),
      limits: prose('权限', 'Limits of their powers'),
      basis: prose('依据', 'Legal basis'),
      ...contact,
    },
  },
} as const satisfies Record<string, LetterTypeEntry>

/** The name of a type of letter. */
export type LetterSort = keyof typeof letterTypes

/** All types, in the order in which people read them. */
export const letterTypeNames = Object.keys(letterTypes) as [LetterSort, ...LetterSort[]]

/** True for the name of a type of letter. */
export const isLetterSort = (name: string): name is LetterSort => Object.hasOwn(letterTypes, name)

/** The fields of a type, by name. */
export const fieldsOf = (type: LetterSort): Readonly<Record<string, LetterField>> => letterTypes[type].fields

type ValueOf<F> = F extends { readonly sort: 'rows'; readonly columns: infer C }
  ? readonly { readonly [Column in keyof C]?: string | undefined }[]
  : F extends { readonly sort: 'list' }
    ? readonly string[]
    : string

type Entry<T extends LetterSort> = (typeof letterTypes)[T]['fields']
type RequiredField<T extends LetterSort> = {
  [Name in keyof Entry<T>]: Entry<T>[Name] extends { readonly required: true } ? Name : never
}[keyof Entry<T>]

/** What a letter of this type says, by field. What is missing or empty is left out of the letter. */
export type FactsOf<T extends LetterSort> = {
  readonly [Name in RequiredField<T>]: ValueOf<Entry<T>[Name]>
} & {
  readonly [Name in Exclude<keyof Entry<T>, RequiredField<T>>]?: ValueOf<Entry<T>[Name]> | undefined
}

/** Facts of any type. */
export type LetterFacts = Readonly<
  Record<
    string,
    string | readonly string[] | readonly Readonly<Record<string, string | undefined>>[] | undefined
  >
>
