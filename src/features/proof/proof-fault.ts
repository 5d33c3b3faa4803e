import type { Words } from '../../kernel/words.ts'

/** The ways in which what is stored can differ from what was recorded. */
export type ProofFaultKind =
  | 'altered'
  | 'dropped'
  | 'inserted'
  | 'reordered'
  | 'back-dated'
  | 'post-dated'
  | 'wrong-head'
  | 'wrong-state'
  | 'broken-seal'

/** Where a fault is: a row of the event table, a leg, a seal, a leaf of a seal. */
export type ProofPlace = {
  readonly matter?: string
  /** The matter's readable number, where its row is still there. */
  readonly number?: string
  readonly seq?: number
  /** The last event concerned, where several in a row are. */
  readonly upTo?: number
  readonly leg?: number
  readonly seal?: number
  readonly leaf?: number
}

/** One thing that `xiezhi verify` found, with a sentence that names the row. */
export type ProofFault = ProofPlace & { readonly what: ProofFaultKind; readonly words: Words }

/** A fault with its whole sentence: place, kind, and why we say so. */
export function proofFault(what: ProofFaultKind, place: ProofPlace, why: Words): ProofFault {
  const where = placeWords(place)
  return {
    what,
    ...place,
    words: {
      zh: `${where.zh}：${kindWords[what].zh}。${why.zh}`,
      en: `${where.en}: ${kindWords[what].en}. ${why.en}`,
    },
  }
}

/** What the kinds of fault are called. */
export const kindWords: Readonly<Record<ProofFaultKind, Words>> = {
  altered: { zh: '内容被改动', en: 'altered' },
  dropped: { zh: '记录被删除', en: 'dropped' },
  inserted: { zh: '记录系插入', en: 'inserted' },
  reordered: { zh: '次序被调换', en: 'reordered' },
  'back-dated': { zh: '时间被提前', en: 'back-dated' },
  'post-dated': { zh: '时间被推后', en: 'post-dated' },
  'wrong-head': { zh: '链尾不符', en: 'wrong head' },
  'wrong-state': { zh: '状态与记录不符', en: 'state does not follow' },
  'broken-seal': { zh: '封存被破坏', en: 'seal broken' },
}

function placeWords({ matter, number, seq, upTo, leg, seal, leaf }: ProofPlace): Words {
  const zh: string[] = []
  const en: string[] = []
  if (seal !== undefined) {
    zh.push(upTo !== undefined && matter === undefined ? `第 ${seal}–${upTo} 次封存` : `第 ${seal} 次封存`)
    en.push(upTo !== undefined && matter === undefined ? `seals ${seal}–${upTo}` : `seal ${seal}`)
  }
  if (leaf !== undefined) {
    zh.push(`第 ${leaf} 项`)
    en.push(`leaf ${leaf}`)
  }
  if (matter !== undefined) {
    zh.push(`事项 ${number ?? matter}`)
    en.push(`matter ${number ?? matter}`)
  }
  if (seq !== undefined) {
    zh.push(upTo === undefined ? `第 ${seq} 条记录` : `第 ${seq}–${upTo} 条记录`)
    en.push(upTo === undefined ? `event ${seq}` : `events ${seq}–${upTo}`)
  }
  if (leg !== undefined) {
    zh.push(`第 ${leg} 路往来`)
    en.push(`leg ${leg}`)
  }
  return { zh: zh.join(' '), en: en.join(', ') }
}
