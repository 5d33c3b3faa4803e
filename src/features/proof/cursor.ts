/** The rows of a query in the order of their key, fetched page by page: one page is in memory, however many there are. */
export type Cursor<Row> = {
  /** The row it stands on; nothing behind the last. */
  readonly current: Row | undefined
  /** Goes to the next row. */
  advance(): Promise<void>
}

/** How many rows a page has: large enough that the round trip is small beside it, small enough for memory. */
export const pageRows = 1_000

/**
 * Opens a cursor on its first row.
 * @param page fetches at most `pageRows` rows that follow the given one, or the first ones
 */
export async function openCursor<Row>(
  page: (after: Row | undefined) => Promise<readonly Row[]>,
): Promise<Cursor<Row>> {
  let rows = await page(undefined)
  let at = 0
  return {
    get current() {
      return rows[at]
    },
    async advance() {
      at += 1
      if (at < rows.length || rows.length < pageRows) return
      rows = await page(rows.at(-1))
      at = 0
    },
  }
}
