import type { Words } from '../../../../kernel/words.ts'
import type { Registration } from './case.contract.ts'

/** An act as it is compared: what was done, on which roads, from when to when. */
export type Act = {
  readonly behaviour: string
  readonly roads: readonly string[]
  readonly beginsAt: string
  readonly endsAt: string
}

/** Another agency's case, transfer or dispute about the same vehicle or ship, or, where there is none, the same party. */
export type ActElsewhere = Omit<Act, 'behaviour'> & {
  /** Unknown of transfers and disputes, which say it in words. */
  readonly behaviour: string | null
  /**
   * What agrees: a `subject` that is in one place at a time (vehicle, ship's number, person), a `company` that may be at work in
   * several, or a mere `hint` (a name, or only one of the two names a vehicle or ship).
   */
  readonly knownBy: 'subject' | 'company' | 'hint'
}

/** How close in time acts have to be, in hours: rules SAME_ACT and SAME_ACT_POSSIBLE. */
export type ActWindows = { readonly sameHours: number; readonly possibleHours: number }

/** The act of a case, from all its points. */
export function actOf({ about, points }: Pick<Registration, 'about' | 'points'>): Act {
  const times = points.map(({ at }) => Date.parse(at)).sort((a, b) => a - b)
  return {
    behaviour: about.behaviour,
    roads: [...new Set(points.flatMap(({ road }) => roadOf(road) ?? []))],
    beginsAt: new Date(times[0] ?? Date.parse(about.discoveredAt)).toISOString(),
    endsAt: new Date(times.at(-1) ?? Date.parse(about.discoveredAt)).toISOString(),
  }
}

/** `G102 K560+300 上行` is on road G102; what has no number is its own name. */
function roadOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const plain = written.normalize('NFKC').toUpperCase().trim()
  return /^[GSXYCZ]\d{1,4}/.exec(plain)?.[0] ?? plain
}

/**
 * Whether two acts of one vehicle, ship or party are the same act 同一违法行为: the same behaviour, so close in time that no second trip
 * lies between, and not on different roads; of a company without a vehicle, on the same road. What is near but not surely the same is
 * possible, and a person says why it is another.
 */
export function sameness(
  mine: Act,
  theirs: ActElsewhere,
  windows: ActWindows,
): 'same' | 'possible' | 'other' {
  const hours = hoursBetween(mine, theirs)
  if (hours > windows.possibleHours) return 'other'
  if (theirs.behaviour !== null && theirs.behaviour !== mine.behaviour) return 'other'
  const isCertain = theirs.knownBy !== 'hint' && theirs.behaviour !== null && mine.behaviour !== 'other'
  const isNear =
    theirs.knownBy === 'company' ? shareRoad(mine.roads, theirs.roads) : !areApart(mine.roads, theirs.roads)
  return isCertain && hours <= windows.sameHours && isNear ? 'same' : 'possible'
}

const shareRoad = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((road) => other.includes(road))

/** Both name roads, and none in common. */
const areApart = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 && other.length > 0 && !shareRoad(one, other)

/** Hours from the end of one to the beginning of the other; none where they overlap. */
function hoursBetween(
  one: Pick<Act, 'beginsAt' | 'endsAt'>,
  other: Pick<Act, 'beginsAt' | 'endsAt'>,
): number {
  const gap = Math.max(
    Date.parse(one.beginsAt) - Date.parse(other.endsAt),
    Date.parse(other.beginsAt) - Date.parse(one.endsAt),
  )
  return Math.max(0, gap) / 3_600_000
}

/** How sure it is, for people. */
export const samenessWords: Readonly<Record<'same' | 'possible', Words>> = {
  same: { zh: '同一违法行为', en: 'The same act' },
  possible: { zh: '可能是同一违法行为', en: 'Possibly the same act' },
}
