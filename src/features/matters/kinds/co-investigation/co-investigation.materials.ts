import type { Material } from '../../../../kernel/materials.ts'

/**
 * What goes along with a request and what comes back. Copies of the case's papers prove to the asked agency that there is a case;
 * the other items come back with the answers, so nothing holds up sending.
 */
export const coInvestigationMaterials: readonly Material[] = [
  {
    item: 'case-papers',
    words: { zh: '立案（受案）文书复印件', en: 'Copies of the papers that opened the case' },
    required: true,
    indispensable: true,
  },
  {
    item: 'evidence-copies',
    words: { zh: '供辨认、核对的材料', en: 'Material to compare with' },
    required: false,
  },
  {
    item: 'task-results',
    words: { zh: '协查取得的材料', en: 'Material obtained' },
    required: false,
    later: 'answerer',
  },
  {
    item: 'remote-recording',
    words: { zh: '远程询问录音录像', en: 'Recording of a statement by video' },
    required: false,
    later: 'answerer',
  },
  {
    item: 'remote-record',
    words: { zh: '远程询问笔录（签名件）', en: 'Signed record of a statement by video' },
    required: false,
    later: 'answerer',
  },
]
