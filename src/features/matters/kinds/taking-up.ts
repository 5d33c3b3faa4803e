import { z } from 'zod'
import { prose } from '../../../kernel/text.ts'

/** Why the common superior takes a dispute up of its own accord 依职权, and on what law (行政处罚法 Art. 25). */
export const TakingUp = z.strictObject({ reason: prose(1_000), legalBasis: prose(500) })
