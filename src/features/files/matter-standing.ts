import { sql } from 'kysely'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { MatterDoor } from './matter-door.ts'
import {
  mayNotAdd,
  noSuchMatter,
  notAParty,
  sayWhichLeg,
  settled,
  tooManyFiles,
  underReview,
} from './refusals.ts'

/** The most files of one matter: more make a list that nobody reads. */
export const mostFiles = 500

/** What adding or withdrawing a file has to know of its matter. */
export type MatterStanding = {
  readonly kind: string
  readonly settled: boolean
  readonly takes_part: boolean
  readonly files: number
  readonly legs: readonly LegStanding[]
}

type LegStanding = {
  readonly no: number
  readonly asker: string
  readonly state: string
  readonly delivered: boolean
  readonly settled: boolean
  readonly sides: readonly string[]
}

/** To whom a new file belongs. */
export type Belonging = {
  /** null: the whole matter. */
  readonly leg: number | null
  /** Who reads the event about it; undefined: whoever takes part in its leg, or in the matter. */
  readonly visibleTo: readonly string[] | undefined
}

/** The standing of a matter; locked, it stays so until the transaction ends. Refuses with `not-found` what is not to be seen. */
export async function getStanding(tx: Tx, matterId: string, lock: 'lock' | 'look'): Promise<MatterStanding> {
  const { rows } = await sql<{ standing: MatterStanding | null }>`
    select matter_for_files(${matterId}, ${lock === 'lock'}) as standing`.execute(tx)
  const standing = rows[0]?.standing
  if (!standing) throw noSuchMatter()
  return standing
}

/**
 * Where a file of this actor belongs, or a refusal: only sides add files, none to what is settled, and what a reviewer has
 * before him does not change under his eyes.
 */
export function belongingOf(
  matter: MatterStanding,
  actor: AgencyActor,
  wanted: { readonly leg?: number | undefined; readonly internal?: boolean | undefined },
  door: MatterDoor,
): Belonging {
  refuseOutsiders(matter, actor)
  // The joint office, or who forwarded it, takes part and looks on; it sits on no side.
  if (!matter.legs.some(({ sides }) => sides.includes(actor.agencyId))) throw notAParty()
  if (matter.files >= mostFiles) throw tooManyFiles(mostFiles)
  const leg = chooseLeg(matter, actor.agencyId, wanted.leg)
  refuseFixed(matter, leg, door)
  if (wanted.internal) return { leg, visibleTo: [actor.agencyId] }
  return { leg, visibleTo: audienceOf(matter, actor.agencyId, leg) }
}

/** Who reads an event about a file: one's own side before sending, then whoever takes part in the leg, or in the matter. */
export function audienceOf(
  matter: MatterStanding,
  agencyId: string,
  leg: number | null,
): readonly string[] | undefined {
  return legsOf(matter, leg).some(({ delivered }) => delivered) ? undefined : [agencyId]
}

/** Only a side of the matter changes its files, by somebody who may do more than look. */
export function refuseOutsiders(matter: MatterStanding, actor: AgencyActor): void {
  if (!matter.takes_part) throw notAParty()
  if (!(['handle', 'approve', 'designate'] as const).some((power) => actor.powers.has(power)))
    throw mayNotAdd()
}

/** Refuses where files can no longer, or not just now, be changed. */
export function refuseFixed(matter: MatterStanding, leg: number | null, door: MatterDoor): void {
  const concerned = legsOf(matter, leg)
  if (matter.settled || concerned.every((each) => each.settled)) throw settled()
  const isSent = concerned.some(({ delivered }) => delivered)
  if (!isSent && !concerned.some(({ state }) => door.filesChangeIn(matter.kind, state))) throw underReview()
}

const legsOf = (matter: MatterStanding, leg: number | null): readonly LegStanding[] =>
  matter.legs.filter(({ no }) => leg === null || no === leg)

/**
 * The leg a file belongs to. The asker's files belong to the whole matter unless it says otherwise; an answerer's never
 * reach the other answerers.
 */
function chooseLeg(matter: MatterStanding, agencyId: string, wanted: number | undefined): number | null {
  const own = matter.legs.filter(({ sides }) => sides.includes(agencyId))
  if (wanted !== undefined) {
    if (own.some(({ no }) => no === wanted)) return wanted
    throw sayWhichLeg(own.map(({ no }) => no))
  }
  if (matter.legs.length <= 1 || own.every(({ asker }) => asker === agencyId)) return null
  if (own.length === 1) return own[0]?.no ?? null
  throw sayWhichLeg(own.map(({ no }) => no))
}
