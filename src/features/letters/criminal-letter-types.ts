import {
  answered,
  basis,
  caseFields,
  contact,
  decided,
  grounds,
  type LetterTypeEntry,
  letterType,
  line,
  list,
  materials,
  must,
  objects,
  prose,
  remarks,
} from './letter-field.ts'

/** What a notice of the police says of the case it answers, and by which document of their own. */
const answeredCase = {
  ...answered,
  ...caseFields,
  noticeNumber: line('通知书文号', 'Number of the notice'),
} as const

/** Who decided, which need not be the police that were written to. */
const decidedBy = { organ: must('决定机关', 'Decided by'), decided } as const

/**
 * Letters about a suspected crime 涉嫌犯罪案件文书: the transfer, the written answers of the police, and what the agency asks for where they
 * do not file (行政执法机关移送涉嫌犯罪案件的规定 Arts 6–13, 行政处罚法 Art. 27).
 */
export const criminalLetterTypes = {
  'criminal-transfer': letterType('涉嫌犯罪案件移送书', 'Transfer of a suspected crime', '罪移', {
    ...caseFields,
    suspects: list('涉嫌人员', 'Suspects'),
    offence: line('涉嫌罪名', 'Suspected offence'),
    facts: prose('案情', 'Facts'),
    basis: prose('移送依据', 'Legal basis'),
    approved: line('批准日期', 'Approved on'),
    materials: list('移送材料', 'Materials'),
    objects,
    ...contact,
  }),
  'criminal-receipt': letterType('移送书回执', 'Receipt for a suspected crime', '罪回', {
    ...answered,
    ...caseFields,
    receivedBy: line('接收人', 'Received by'),
    outcome: must('接受情况', 'Accepted or not competent'),
    reason: prose('不属管辖的理由', 'Why not competent'),
    remarks,
  }),
  'criminal-forwarding': letterType('案件转送告知书', 'Notice of passing a case on', '罪转', {
    ...answeredCase,
    organ: must('有管辖权的机关', 'Competent organ'),
    reason: prose('转送理由', 'Why it is passed on'),
    remarks,
  }),
  'criminal-filed': letterType('立案通知书', 'Notice of filing', '罪立', {
    ...answeredCase,
    ...decidedBy,
    after: line('立案前经过', 'After what'),
    policeNumber: line('公安机关案号', 'Case number of the police'),
    ...contact,
  }),
  'criminal-not-filed': letterType('不予立案通知书', 'Notice of not filing', '罪否', {
    ...answeredCase,
    ...decidedBy,
    why: line('不予立案的情形', 'Why nothing is filed'),
    grounds,
  }),
  'criminal-reconsideration': letterType('提请复议函', 'Request for reconsideration', '罪议', {
    ...answeredCase,
    grounds,
    basis,
    ...contact,
  }),
  'criminal-upheld': letterType('复议决定书', 'Decision on reconsideration', '罪复', {
    ...answeredCase,
    decided,
    decision: must('决定', 'Decision'),
    grounds,
  }),
  'criminal-supervision': letterType('立案监督建议书', 'Suggestion of supervision', '罪监', {
    ...caseFields,
    police: must('公安机关', 'Police'),
    transferred: line('移送书文号', 'Number of the transfer'),
    notFiled: line('不予立案通知书文号', 'Number of the notice of not filing'),
    upheld: line('复议决定书文号', 'Number of the decision on reconsideration'),
    offence: line('涉嫌罪名', 'Suspected offence'),
    facts: prose('基本案情', 'Facts'),
    reply: prose('公安机关意见', 'What the police hold'),
    grounds,
    basis,
    materials,
    ...contact,
  }),
  'criminal-outcome': letterType('刑事处理结果告知函', 'Outcome of a suspected crime', '罪结', {
    ...answered,
    ...caseFields,
    documentNumber: line('文书号', 'Document no.'),
    fine: line('罚金', 'Criminal fine'),
    summary: prose('处理结果', 'Outcome'),
  }),
  'criminal-sent-back': letterType('退回行政处理函', 'Case given back for a penalty', '罪退', {
    ...answered,
    ...caseFields,
    documentNumber: line('文书号', 'Document no.'),
    reason: must('退回情形', 'Why it is given back'),
    opinion: prose('处理意见', 'Opinion'),
    basis,
  }),
} as const satisfies Record<string, LetterTypeEntry>
