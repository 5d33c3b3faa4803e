import { z } from 'zod'

/** An address a mail server takes: one, without a name or a line break. */
export const MailAddress = z
  .string()
  .max(255)
  .regex(/^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,190}$/)
  .describe('E-mail address')
