import type { Material } from '../../../../kernel/materials.ts'

/** What goes along and what comes back. Service without a receipt proves nothing (民事诉讼法 Art. 87). */
export const documentServiceMaterials: readonly Material[] = [
  {
    item: 'document',
    words: { zh: '待送达文书', en: 'The document to be served' },
    required: true,
    indispensable: true,
  },
  {
    item: 'receipt-form',
    words: { zh: '空白送达回证', en: 'Blank receipt' },
    required: true,
    indispensable: true,
  },
  {
    item: 'attempt-record',
    words: { zh: '送达过程照片、录像', en: 'Photographs or video' },
    required: false,
    later: 'answerer',
  },
  {
    item: 'service-receipt',
    words: { zh: '送达回证', en: 'Signed receipt' },
    required: false,
    later: 'answerer',
  },
  {
    item: 'service-proof',
    words: { zh: '其他方式送达的凭证', en: 'Proof of service by other means' },
    required: false,
    later: 'asker',
  },
]
