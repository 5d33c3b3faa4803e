import { type FormPath, isGroup } from './form-schema.ts'

/** The value at a place, undefined where nothing was typed. */
export function valueAt(value: unknown, path: FormPath): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      Array.isArray(inner) && typeof step === 'number'
        ? inner[step]
        : isGroup(inner)
          ? inner[String(step)]
          : undefined,
    value,
  )
}

/** The same value with something else at a place; `undefined` takes it away. Groups and lists on the way are made as needed. */
export function withValue(value: unknown, path: FormPath, next: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return next
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? [...value] : []
    const inner = withValue(list[step], rest, next)
    if (inner === undefined) list.splice(step, 1)
    else list[step] = inner
    return list
  }
  const group = isGroup(value) ? { ...value } : {}
  const inner = withValue(group[step], rest, next)
  if (inner === undefined) delete group[step]
  else group[step] = inner
  return group
}

/** A path as the words of a kind are keyed: `objects[].name`. */
export const wordsKey = (path: FormPath): string =>
  path.reduce<string>(
    (key, step) => (typeof step === 'number' ? `${key}[]` : key === '' ? step : `${key}.${step}`),
    '',
  )

/** The id of the control at a place, for labels and for links from the summary of faults. */
export const fieldId = (prefix: string, path: FormPath): string => [prefix, ...path].join('-')

/** True when `path` is `place` or lies in it. */
export const isWithin = (path: FormPath, place: FormPath): boolean =>
  place.every((step, index) => path[index] === step)

/** The places at which two values differ, as deep as both have the same shape; lists of groups count as a whole. */
export function differences(one: unknown, other: unknown, path: FormPath = []): FormPath[] {
  if (isGroup(one) && isGroup(other)) {
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    return names.flatMap((name) => differences(one[name], other[name], [...path, name]))
  }
  return isEqual(one, other) ? [] : [path]
}

/** Whether two typed values are the same. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isEqual(item, other[index]))
  if (isGroup(one) && isGroup(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)])
    return [...names].every((name) => isEqual(one[name], other[name]))
  }
  return one === other
}
