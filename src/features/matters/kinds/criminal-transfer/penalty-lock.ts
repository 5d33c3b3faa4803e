import { sql } from 'kysely'
import { Refusal } from '../../../../kernel/refusal.ts'
import type { Tx } from '../../../../platform/database.ts'
import { caseNumberKey } from '../case-transfer/case-number-key.ts'

/** The transfer to the police under which a case stands. */
export type WithPolice = {
  /** The number of the matter. */
  readonly number: string
  /** Its state; `concluded` once a court has decided. */
  readonly state: string
  /** True when a court imposed a criminal fine: then no administrative one any more (行政处罚法 Art. 35). */
  readonly criminalFine: boolean
}

/**
 * Under which transfer a case of any of these numbers is with the police, reported by one's own agency or by `others` who had it
 * before; undefined when none is, or the police did not file, or gave it back.
 */
export async function withPolice(
  tx: Tx,
  caseNumbers: readonly string[],
  others: readonly string[] = [],
): Promise<WithPolice | undefined> {
  const { rows } = await sql<WithPolice>`
    select number, state, criminal_fine as "criminalFine"
    from with_police_in(${caseNumbers.map(caseNumberKey)}, ${[...others]}::uuid[])`.execute(tx)
  return rows[0]
}

/**
 * Refuses an administrative penalty while the police have the case: a penalty may not take the place of a transfer (order 310
 * Art. 11; 行政处罚法 Arts 8 and 57). After a court's judgment only a further fine is refused, and only where the court imposed one.
 * @throws Refusal `not-now`
 */
export async function refusePenaltyWithPolice(
  tx: Tx,
  {
    caseNumbers,
    penalties,
    others,
  }: {
    readonly caseNumbers: readonly string[]
    readonly penalties: readonly string[]
    readonly others?: readonly string[]
  },
): Promise<void> {
  const held = await withPolice(tx, caseNumbers, others)
  if (!held) return
  if (held.state === 'concluded') {
    if (held.criminalFine && penalties.includes('fine')) throw alreadyFined(held)
    return
  }
  throw lockedWith(held)
}

const lockedWith = ({ number }: WithPolice): Refusal =>
  new Refusal(
    'not-now',
    {
      zh: `本案已作为涉嫌犯罪案件移送（${number}），公安机关作出处理结论之前不得作出行政处罚决定，不得以行政处罚代替移送。请等待公安机关的结论，或在该事项中办理复议、立案监督。`,
      en: `This case is being transferred as a suspected crime (${number}): no penalty may be decided before the police have. Wait for their decision, or ask for reconsideration or supervision there.`,
    },
    { facts: { withPolice: number } },
  )

const alreadyFined = ({ number }: WithPolice): Refusal =>
  new Refusal(
    'not-now',
    {
      zh: `人民法院已就本案判处罚金（${number}），行政机关不再给予罚款（行政处罚法第三十五条）。请改选其他处罚种类，或作出不予处罚决定。`,
      en: `A court has imposed a criminal fine (${number}), so no administrative fine is imposed any more (Art. 35, Administrative Penalty Law). Choose another penalty, or none.`,
    },
    { facts: { withPolice: number } },
  )
