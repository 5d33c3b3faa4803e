import type { Material } from '../../../../kernel/materials.ts'

/**
 * The check-list of materials of a case transfer 移送材料清单. Its core (report, list of objects, records, photographs,
 * questioning) follows the two lists of the Ruzhou rule on transfers (汝州市, "RZ"); "all evidence with the transfer" the
 * practice of Taizhou 2016 (泰州市, "TZ"); what technical monitoring needs, 行政处罚法 Art. 41.
 *
 * Left out, because the platform itself makes them: the letter 案件移送函, its receipt 回执, the approval 审批表.
 */
type Row = Material & {
  /** When the item belongs on the list at all. */
  readonly when: Condition
  readonly source: 'RZ' | 'TZ' | 'law' | 'design'
}

type Content = Readonly<Record<string, unknown>>
type Condition = keyof typeof conditions

const conditions = {
  always: () => true,
  'found on the spot': (content: Content) => !isOffSite(content),
  'found by technical monitoring': (content: Content) => isOffSite(content),
  'objects go along': (content: Content) => isFilled(content.objects),
  'measures are in force': (content: Content) => isFilled(content.measures),
  'the vehicle was overloaded': (content: Content) => content.overload !== undefined,
  'a vehicle is involved': (content: Content) => content.vehicle !== undefined,
  'a ship is involved': (content: Content) => content.ship !== undefined,
  'a superior designated': (content: Content) => within(content.ground).trigger === 'designated',
  'another filed first': (content: Content) => within(content.ground).trigger === 'earlier-filing',
} as const satisfies Record<string, (content: Content) => boolean>

export const transferMaterials = [
  {
    item: 'investigation-report',
    words: { zh: '案件调查报告', en: 'Report on the investigation' },
    when: 'always',
    required: true,
    indispensable: true,
    source: 'RZ',
  },
  {
    item: 'scene-record',
    words: { zh: '现场笔录', en: 'Record of the scene' },
    when: 'found on the spot',
    required: true,
    source: 'RZ',
  },
  {
    item: 'questioning-record',
    words: { zh: '询问笔录', en: 'Record of questioning' },
    when: 'found on the spot',
    required: true,
    source: 'RZ',
  },
  {
    item: 'scene-photographs',
    words: { zh: '现场照片、视听资料', en: 'Photographs, sound and video' },
    when: 'found on the spot',
    required: true,
    source: 'RZ',
  },
  {
    item: 'monitoring-record',
    words: { zh: '技术监控记录（电子数据）', en: 'Record of technical monitoring (electronic data)' },
    when: 'found by technical monitoring',
    required: true,
    indispensable: true,
    source: 'law',
  },
  {
    item: 'monitoring-review',
    words: { zh: '技术监控记录审核意见', en: 'Review of the monitoring record' },
    when: 'found by technical monitoring',
    required: true,
    indispensable: true,
    source: 'law',
  },
  {
    item: 'calibration-certificate',
    words: { zh: '监控设备检定证书、设置地点公示', en: 'Calibration and published location of the device' },
    when: 'found by technical monitoring',
    required: true,
    source: 'law',
  },
  {
    item: 'weighing-record',
    words: { zh: '称重检测单', en: 'Weighing record' },
    when: 'the vehicle was overloaded',
    required: true,
    indispensable: true,
    source: 'TZ',
  },
  {
    item: 'objects-list',
    words: { zh: '涉案物品清单', en: 'List of objects' },
    when: 'objects go along',
    required: true,
    indispensable: true,
    source: 'RZ',
  },
  {
    item: 'measure-decisions',
    words: { zh: '行政强制措施决定书及清单', en: 'Decisions on measures, with their lists' },
    when: 'measures are in force',
    required: true,
    indispensable: true,
    source: 'RZ',
  },
  {
    item: 'designation',
    words: { zh: '指定管辖文书', en: 'Designation by the superior' },
    when: 'a superior designated',
    required: true,
    indispensable: true,
    source: 'law',
  },
  {
    item: 'earlier-filing-proof',
    words: { zh: '对方先行立案的证明材料', en: 'Proof that the other agency filed first' },
    when: 'another filed first',
    required: true,
    source: 'law',
  },
  {
    item: 'filing-form',
    words: { zh: '立案登记表', en: 'Filing form' },
    when: 'always',
    required: false,
    source: 'design',
  },
  {
    item: 'party-identity',
    words: { zh: '当事人主体资格证明', en: 'Proof of who the party is' },
    when: 'always',
    required: false,
    source: 'design',
  },
  {
    item: 'vehicle-certificates',
    words: { zh: '行驶证、道路运输证复印件', en: 'Copies of the vehicle’s licences' },
    when: 'a vehicle is involved',
    required: false,
    source: 'design',
  },
  {
    item: 'ship-certificates',
    words: { zh: '船舶证书复印件', en: 'Copies of the ship’s certificates' },
    when: 'a ship is involved',
    required: false,
    source: 'design',
  },
  {
    item: 'other-evidence',
    words: { zh: '其他证据材料', en: 'Other evidence' },
    when: 'always',
    required: false,
    source: 'TZ',
  },
] as const satisfies readonly Row[]

/** The check-list for a content, also one that is still being written. */
export function materialsOf(content: Content): readonly Material[] {
  return (transferMaterials as readonly Row[])
    .filter(({ when }) => conditions[when](content))
    .map(({ when: _, source: __, ...material }) => material)
}

const isOffSite = (content: Content): boolean => within(content.case).source === 'off-site'

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0

const within = (value: unknown): Content =>
  typeof value === 'object' && value !== null ? (value as Content) : {}
