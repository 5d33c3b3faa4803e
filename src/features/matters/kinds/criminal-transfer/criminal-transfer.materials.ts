import type { Material } from '../../../../kernel/materials.ts'

/**
 * What goes with the letter of transfer 移送书, which the platform itself writes: together the five sorts of material of order 310 Art. 6. A
 * list or an appraisal may not exist; the rest always does.
 */
export const criminalMaterials = [
  {
    item: 'investigation-report',
    words: { zh: '涉嫌犯罪案件情况的调查报告', en: 'Report on the investigation' },
    required: true,
    indispensable: true,
  },
  { item: 'objects-list', words: { zh: '涉案物品清单', en: 'List of objects' }, required: true },
  {
    item: 'appraisal',
    words: { zh: '检验报告或者鉴定结论', en: 'Test report or appraisal' },
    required: true,
  },
  { item: 'other-evidence', words: { zh: '其他涉嫌犯罪的材料', en: 'Other material' }, required: true },
] as const satisfies readonly Material[]
