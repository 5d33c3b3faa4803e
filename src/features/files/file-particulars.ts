import { z } from 'zod'
import { text } from '../../kernel/text.ts'

/** What a sender may say about a file besides its name, however its bytes come. */
export const fileParticulars = {
  item: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/)
    .optional(),
  leg: z.coerce.number().int().min(1).max(200).optional(),
  note: text(500).optional(),
  internal: z.literal('true').optional(),
} as const

/** Longer than a kept name may be: names are shortened, not refused. */
export const GivenName = z.string().min(1).max(1_000)
