/**
 * A path in the tree of agencies is made of codes from the root down, such as `/000000/210000/211200/211200-ZF/`.
 * A bare code, or one with `.XXX`, is a department (主管部门); one with `-XX` is a unit that belongs to a department.
 */
const departmentCode = /^\d{6}(\.[A-Z]+)?$/

/** True when the inner agency is the outer one or lies below it. */
export const isWithin = (inner: string, outer: string): boolean => inner.startsWith(outer)

/**
 * True when the lower agency may act in the place of the upper one: it lies below it, or both are the enforcement teams of
 * departments of which one lies below the other, as a detachment 支队 directs the brigades 大队 of its counties although
 * their bureaus stand between.
 */
export function directs(upper: string, lower: string): boolean {
  if (upper === lower) return false
  const [seat, below] = [seatOf(upper), seatOf(lower)]
  return (
    isWithin(lower, upper) ||
    (seat !== undefined && below !== undefined && seat !== below && isWithin(below, seat))
  )
}

/** Where an enforcement team stands: the path above its own step. */
const seatOf = (path: string): string | undefined => /^(.*\/)[^/]+-ZF\/$/.exec(path)?.[1]

/**
 * The path of the nearest department at or above both agencies (行政处罚法 25), or undefined when they have none: a partner
 * department has a line of its own, and only a ministry or a department designates.
 */
export function commonSuperiorPath(one: string, other: string): string | undefined {
  const [steps, others] = [stepsOf(one), stepsOf(other)]
  const parting = steps.findIndex((step, index) => step !== others[index])
  const shared = parting < 0 ? steps : steps.slice(0, parting)
  const superior = shared.findLastIndex((step) => departmentCode.test(step))
  return superior < 0 ? undefined : `/${shared.slice(0, superior + 1).join('/')}/`
}

const stepsOf = (path: string): string[] => path.split('/').slice(1, -1)
