import type { Words } from '../../kernel/words.ts'

// What is said alike of a file that is described as evidence and of a piece that is offered for recognition.

/** The eight kinds of evidence of 行政处罚法 46. */
export const evidenceKindWords = {
  documentary: { zh: '书证', en: 'Document' },
  physical: { zh: '物证', en: 'Object' },
  'audio-visual': { zh: '视听资料', en: 'Sound and video' },
  electronic: { zh: '电子数据', en: 'Electronic data' },
  testimony: { zh: '证人证言', en: 'Testimony' },
  'party-statement': { zh: '当事人的陈述', en: 'Statement of the party' },
  appraisal: { zh: '鉴定意见', en: 'Expert opinion' },
  inspection: { zh: '勘验笔录、现场笔录', en: 'Record of inspection or scene' },
} as const satisfies Record<string, Words>

/** In what form it is there. */
export const evidenceCopyWords = {
  original: { zh: '原件、原物', en: 'Original' },
  'checked-copy': { zh: '与原件核对无误的复制件', en: 'Copy checked against the original' },
  electronic: { zh: '电子数据', en: 'Electronic data' },
} as const satisfies Record<string, Words>

/** How agencies come by it themselves. */
export const evidenceOriginWords = {
  officers: { zh: '执法人员取得', en: 'Collected by officers' },
  monitoring: { zh: '电子技术监控设备记录', en: 'Recorded by a monitoring device' },
} as const satisfies Record<string, Words>

/** Words of a monitoring device's fields under a path such as `evidence[].device`. */
export const deviceFieldWords = (path: string): Readonly<Record<string, Words>> => ({
  [`${path}.name`]: { zh: '设备名称', en: 'Name' },
  [`${path}.number`]: { zh: '设备编号', en: 'Number' },
  [`${path}.calibrationNumber`]: { zh: '检定证书编号', en: 'Calibration certificate' },
  [`${path}.calibratedFrom`]: { zh: '检定日期', en: 'Calibrated on' },
  [`${path}.calibratedUntil`]: { zh: '检定有效期至', en: 'Calibration valid until' },
  [`${path}.legalReviewOn`]: { zh: '法制审核日期', en: 'Legal review on' },
  [`${path}.technicalReviewOn`]: { zh: '技术审核日期', en: 'Technical review on' },
  [`${path}.publishedOn`]: { zh: '设置地点公布日期', en: 'Site published on' },
  [`${path}.publishedIn`]: { zh: '公布载体', en: 'Published in' },
})

/** Words of an officer who collects or reviews, under a path such as `collection.collectors[]`. */
export const collectorFieldWords = (path: string): Readonly<Record<string, Words>> => ({
  [`${path}.name`]: { zh: '姓名', en: 'Name' },
  [`${path}.certificateNumber`]: { zh: '执法证号', en: 'Certificate no.' },
})
