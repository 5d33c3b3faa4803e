import type { Material } from '../../../../kernel/materials.ts'

/** What a report of an error comes with: the proof of the right value, and where possible the record as it was seen. */
export const correctionMaterials: readonly Material[] = [
  {
    item: 'proof',
    words: { zh: '正确数据的证明材料', en: 'Proof of the right value' },
    required: true,
    indispensable: true,
  },
  { item: 'excerpt', words: { zh: '错误记录的截图', en: 'The record as it was seen' }, required: false },
]
