import { z } from 'zod'
import { prose, text } from '../../../kernel/text.ts'
import { day } from './form-fields.ts'

/** Why the common superior takes a dispute up of its own accord 依职权, and on what law (行政处罚法 Art. 25). */
export const TakingUp = z.strictObject({ reason: prose(1_000), legalBasis: prose(500) })

/** What the common superior says when it designates 指定管辖. The letter has a number; one of its own the decision may have besides. */
export const designation = {
  decisionNumber: text(100).optional(),
  decidedOn: day(),
  grounds: prose(3_000),
  legalBasis: prose(500),
}
