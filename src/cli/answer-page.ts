import type { Words } from '../kernel/words.ts'
import type { CliIo } from './command.ts'

/** Answers a page of a list: a line for each, or a sentence where there is none, and how to go on where there is more. */
export function answerPage<Row>(
  io: CliIo,
  page: { readonly items: readonly Row[]; readonly next?: string | null },
  lineOf: (row: Row) => string,
  none: Words,
): void {
  const lines = page.items.length > 0 ? page.items.map(lineOf) : [none[io.language]]
  io.answer(page, [...lines, ...(page.next ? [`--cursor ${page.next}`] : [])].join('\n'))
}
