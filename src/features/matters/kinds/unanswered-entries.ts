import type { Fault } from '../../../kernel/refusal.ts'

/**
 * What is wrong with answers that name the entries of a list by number, counted from 1: an entry left out or answered twice, a
 * number that names none.
 */
export function unansweredEntries(
  entries: readonly string[],
  answered: readonly number[],
  path: string,
): readonly Fault[] {
  const times = (no: number): number => answered.filter((each) => each === no).length
  const missed = entries.flatMap((entry, index): Fault[] =>
    times(index + 1) === 1
      ? []
      : [
          {
            path: [path],
            message: {
              zh: `第 ${index + 1} 项“${entry}”须答复一次，且只答复一次。`,
              en: `Answer entry ${index + 1} ("${entry}") once, and once only.`,
            },
          },
        ],
  )
  const unknown = answered.flatMap((no, index): Fault[] =>
    no <= entries.length
      ? []
      : [
          {
            path: [path, index],
            message: {
              zh: `没有第 ${no} 项，只有 ${entries.length} 项，请重新选择。`,
              en: `There is no entry ${no}, only ${entries.length}; choose again.`,
            },
          },
        ],
  )
  return [...missed, ...unknown]
}
