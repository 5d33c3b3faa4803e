import type { Words } from './words.ts'

/**
 * What stands before the number of a matter to say its kind: the kind's word, or nothing where the number begins with it, because
 * `案件 案件-20261122-000042` says it twice. A short form such as 案移, or a single character such as 援, does not stand for the word.
 * In English the word always stands, since numbers are Chinese. Pure.
 */
export function kindBefore(number: string, kind: Words): Words {
  const [prefix = ''] = number.split('-')
  return { zh: prefix.length > 1 && kind.zh.includes(prefix) ? '' : kind.zh, en: kind.en }
}

/** The number of a matter with its kind, once: `案件移送 案移-20261122-000042`, `案件-20261122-000042`. Pure. */
export function numberWithKind(number: string, kind: Words): Words {
  const { zh, en } = kindBefore(number, kind)
  return { zh: zh === '' ? number : `${zh} ${number}`, en: `${en} ${number}` }
}
