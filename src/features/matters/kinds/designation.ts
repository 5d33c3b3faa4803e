import { z } from 'zod'
import type { Fault } from '../../../kernel/refusal.ts'
import { prose, text } from '../../../kernel/text.ts'
import type { EffectInput } from '../kind.ts'
import { day } from './form-fields.ts'
import { futureFaults } from './future-faults.ts'
import { outOfOrder } from './out-of-order.ts'

/** Why the common superior takes a dispute up of its own accord 依职权, and on what law (行政处罚法 Art. 25). */
export const TakingUp = z.strictObject({ reason: prose(1_000), legalBasis: prose(500) })

/** What the common superior says when it designates 指定管辖. The letter has a number; one of its own the decision may have besides. */
export const designation = {
  decisionNumber: text(100).optional(),
  decidedOn: day(),
  grounds: prose(3_000),
  legalBasis: prose(500),
}

/** What is wrong with the day of a designation: it lies ahead, or before what is decided was even sent to the other side. */
export function designationFaults({ body, leg, now }: EffectInput): readonly Fault[] {
  const sent = {
    words: { zh: '争议或移送发出', en: 'the dispute or transfer was sent' },
    at: leg.sent_at === null ? undefined : new Date(leg.sent_at).toISOString(),
  }
  return [
    ...futureFaults(body, [['decidedOn']], now),
    ...outOfOrder(['decidedOn'], String(body.decidedOn), [sent]),
  ]
}
