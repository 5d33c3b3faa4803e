import {
  collectorFieldWords,
  deviceFieldWords,
  evidenceCopyWords,
  evidenceKindWords,
  evidenceOriginWords,
} from '../../features/matters/evidence-words.ts'
import type { KindView } from '../../features/matters/matter-views.ts'
import type { Words } from '../../kernel/words.ts'

type Fields = Readonly<Record<string, Words & { readonly hint?: Words }>>
type Options = KindView['words']['options']

const file = {
  zh: '附件',
  en: 'File',
  hint: { zh: '从这件事项的附件中选择。', en: 'One of the files of this matter.' },
}
const officersHint = {
  zh: '执法取证不少于两人（行政处罚法第四十二条）；接收提交的证据可由一人经手。',
  en: 'Two at least where officers collected it (art. 42); one may take what is handed in.',
}

/** What the fields of a description of evidence are called. */
export const evidenceFields: Fields = {
  file,
  kind: { zh: '证据种类', en: 'Kind' },
  proves: { zh: '证明内容', en: 'What it proves' },
  copy: { zh: '原件或复制件', en: 'Original or copy' },
  'copy.copy': { zh: '本附件是', en: 'This file is' },
  'copy.checkedBy': { zh: '核对人', en: 'Checked by' },
  'copy.checkedOn': { zh: '核对日期', en: 'Checked on' },
  'copy.originalAt': { zh: '原件存放处', en: 'Where the original is' },
  'copy.medium': { zh: '存储介质', en: 'Medium' },
  collection: { zh: '取得情况', en: 'How it was collected' },
  'collection.origin': { zh: '来源', en: 'Origin' },
  'collection.collectedAt': { zh: '取得时间', en: 'Collected at' },
  'collection.recordedAt': { zh: '记录时间', en: 'Recorded at' },
  'collection.recordReviewedOn': { zh: '记录审核日期', en: 'Record reviewed on' },
  'collection.place': { zh: '地点', en: 'Place' },
  'collection.submittedBy': { zh: '提交人', en: 'Handed in by' },
  'collection.collectors': { zh: '取证（审核）人员', en: 'Officers', hint: officersHint },
  ...collectorFieldWords('collection.collectors[]'),
  'collection.device': {
    zh: '设备',
    en: 'Device',
    hint: {
      zh: '执法记录仪、相机等填编号。电子技术监控设备须经法制和技术审核、公布设置地点并在检定有效期内（行政处罚法第四十一条），缺一不得作为证据。',
      en: 'The number of a recorder or camera. A monitoring device is reviewed legally and technically, its site published, under valid calibration (art. 41), or its record is no evidence.',
    },
  },
  ...deviceFieldWords('collection.device'),
  collectedBy: {
    zh: '取证机关',
    en: 'Collected by',
    hint: {
      zh: '由其他机关取得的才填写。外省机关取得的，经证据互认审核认可后才能作为定案依据。',
      en: 'Only where another agency collected it. From another province it counts when it was recognised.',
    },
  },
  recognition: {
    zh: '证据互认',
    en: 'Recognised in',
    hint: {
      zh: '文件与互认时完全相同的不用填写，系统按文件校验值核对。',
      en: 'Not needed where the file is the very one that was recognised: its digest tells.',
    },
  },
  'recognition.number': {
    zh: '事项编号',
    en: 'Number of the matter',
    hint: {
      zh: '证据互认事项的编号，如“证认-20260305-000012”。',
      en: 'That of the recognition of evidence, as its page shows it.',
    },
  },
  'recognition.piece': { zh: '第几份', en: 'Which piece' },
}

/** The closed lists of a description of evidence; the kinds are those of art. 46. */
export const evidenceOptions: Options = {
  kind: evidenceKindWords,
  'copy.copy': evidenceCopyWords,
  'collection.origin': {
    officers: evidenceOriginWords.officers,
    submitted: { zh: '他人提交', en: 'Handed in' },
    monitoring: evidenceOriginWords.monitoring,
  },
  'collection.submittedBy': {
    party: { zh: '当事人', en: 'Party' },
    driver: { zh: '驾驶人', en: 'Driver' },
    company: { zh: '企业', en: 'Company' },
    witness: { zh: '证人', en: 'Witness' },
    'other-agency': { zh: '其他机关', en: 'Other authority' },
    other: { zh: '其他', en: 'Other' },
  },
}

/** What the fields of an entry in the chain of custody are called. */
export const custodyFields: Fields = {
  act: { zh: '保管行为', en: 'What happened' },
  file,
  at: { zh: '时间', en: 'When' },
  place: { zh: '地点', en: 'Where' },
  reason: { zh: '事由', en: 'Why' },
  from: { zh: '交出人', en: 'Given by' },
  to: { zh: '接收人', en: 'Received by' },
  toAgency: { zh: '接收单位', en: 'Agency of the receiver' },
  by: { zh: '经手人员', en: 'Officers', hint: { zh: '不少于两人。', en: 'Two at least.' } },
  ...collectorFieldWords('by[]'),
  sealNumber: { zh: '封条编号', en: 'Number of the seal' },
  copies: { zh: '份数', en: 'Copies' },
}

/** The closed lists of an entry in the chain of custody. */
export const custodyOptions: Options = {
  act: {
    'handed-over': { zh: '移交', en: 'Handed over' },
    sealed: { zh: '封存', en: 'Sealed' },
    opened: { zh: '启封、开启查看', en: 'Opened' },
    copied: { zh: '复制', en: 'Copied' },
    returned: { zh: '退还', en: 'Given back' },
  },
}
