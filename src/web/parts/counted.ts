/** A number that was counted up to a limit: `99+` where there are more. */
export const counted = (count: number, more: boolean): string => (more ? `${count}+` : String(count))
