import type { Words } from '../words.ts'

/** The ways in which a capsule can differ from the one that was exported. */
export type CapsuleFaultKind =
  | 'altered'
  | 'dropped'
  | 'added'
  | 'reordered'
  | 'cut-off'
  | 'back-dated'
  | 'post-dated'
  | 'not-under-seal'
  | 'wrong-signature'
  | 'other-key'

/** The place of what concerns the container and none of its parts. */
export const containerItem = '(container)'

/** Where a fault is: a part of the capsule, or one event, seal, letter or file in it. */
export type CapsulePlace = {
  /** Its path in the capsule, or `containerItem`. */
  readonly item: string
  /** The number of the event. */
  readonly event?: number
  /** The last event concerned, where several in a row are. */
  readonly upTo?: number
  readonly seal?: number
  /** The number of the letter. */
  readonly letter?: string
  /** The name of the file. */
  readonly file?: string
}

/** One thing that does not fit, with a sentence that names it. */
export type CapsuleFault = CapsulePlace & { readonly what: CapsuleFaultKind; readonly words: Words }

/** A fault with its whole sentence: place, kind, and why we say so. */
export function capsuleFault(what: CapsuleFaultKind, place: CapsulePlace, why: Words): CapsuleFault {
  const where = placeWords(place)
  return {
    what,
    ...place,
    words: {
      zh: `${where.zh}：${faultWords[what].zh}。${why.zh}`,
      en: `${where.en}: ${faultWords[what].en}. ${why.en}`,
    },
  }
}

/** What the kinds of fault are called. */
export const faultWords: Readonly<Record<CapsuleFaultKind, Words>> = {
  altered: { zh: '内容被改动', en: 'altered' },
  dropped: { zh: '被删除', en: 'dropped' },
  added: { zh: '系后来加入', en: 'added' },
  reordered: { zh: '次序被调换', en: 'reordered' },
  'cut-off': { zh: '被截断', en: 'cut off' },
  'back-dated': { zh: '时间被提前', en: 'back-dated' },
  'post-dated': { zh: '时间被推后', en: 'post-dated' },
  'not-under-seal': { zh: '不在封存之内', en: 'not under its seal' },
  'wrong-signature': { zh: '签名不符', en: 'wrong signature' },
  'other-key': { zh: '由其他密钥签名', en: 'signed with another key' },
}

function placeWords({ item, event, upTo, seal, letter, file }: CapsulePlace): Words {
  // A path may come from somebody hostile: shown as text, its odd characters as numbers.
  const zh = [item === containerItem ? '档案包的包装' : plain(item)]
  const en = [item === containerItem ? 'the container' : plain(item)]
  if (event !== undefined) {
    zh.push(upTo === undefined ? `第 ${event} 条记录` : `第 ${event}–${upTo} 条记录`)
    en.push(upTo === undefined ? `event ${event}` : `events ${event}–${upTo}`)
  }
  if (seal !== undefined) {
    zh.push(`第 ${seal} 次封存`)
    en.push(`seal ${seal}`)
  }
  if (letter !== undefined) {
    zh.push(`函件 ${plain(letter)}`)
    en.push(`letter ${plain(letter)}`)
  }
  if (file !== undefined) {
    zh.push(`附件 ${plain(file)}`)
    en.push(`file ${plain(file)}`)
  }
  return { zh: zh.join(' '), en: en.join(', ') }
}

/** A name out of a file one does not trust yet, with nothing in it that a terminal or a page would obey. */
export const plain = (text: string): string => visible(text.slice(0, 300))

/** The same for a line of any length. */
export const visible = (line: string): string =>
  line.replace(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (odd) => `\\u{${(odd.codePointAt(0) ?? 0).toString(16)}}`,
  )
