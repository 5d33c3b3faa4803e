/** A sheet as the page draws it: text only, and no more than a person looks through. */
export type Sheet = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** More rows or columns are in the file than are shown. */
  readonly isCut: boolean
}

const mostRows = 500
const mostColumns = 50
const mostCharacters = 500

/** The part of a sheet that is shown. Formulas were never computed here: what the file says is their result is shown. */
export function sheetOf(name: string, data: readonly (readonly unknown[])[]): Sheet {
  const rows = data.slice(0, mostRows).map((row) => row.slice(0, mostColumns).map(cellText))
  return {
    name: name.slice(0, 100),
    rows,
    isCut: data.length > mostRows || data.some((row) => row.length > mostColumns),
  }
}

/** As many as office programs show: the last ones of a computed number are noise. */
const shownDigits = 15

/** A day of a sheet has no zone; it is kept as midnight UTC. A time is a fraction of a day, exact to the second. */
function timeText(time: Date): string {
  if (Number.isNaN(time.getTime())) return ''
  return new Date(Math.round(time.getTime() / 1_000) * 1_000)
    .toISOString()
    .slice(0, 19)
    .replace('T', ' ')
    .replace(/( 00:00)?:00$/, '')
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return timeText(cell)
  const text = typeof cell === 'number' ? String(Number(cell.toPrecision(shownDigits))) : String(cell)
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text
}
