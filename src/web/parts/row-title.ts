/** Longer than this a title takes more lines than everything else in its row. */
const longest = 60

/** How a row shows its title: a long one in three lines, the whole of it when one points at it or opens the row. */
export const rowTitle = (title: string): { readonly className: string; readonly title?: string } =>
  title.length > longest ? { className: 'row-title row-title-long', title } : { className: 'row-title' }
