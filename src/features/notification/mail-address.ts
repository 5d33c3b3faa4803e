import { z } from 'zod'

/** An address a mail server takes: one, without a name or a line break. */
export const MailAddress = z
  .string()
  .max(255)
  .refine((text) => /^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,190}$/.test(text), {
    params: {
      words: {
        zh: '邮箱应如 name@example.gov.cn，只填一个，不带姓名和空格。',
        en: 'Write one e-mail address like name@example.gov.cn, without a name or spaces.',
      },
    },
  })
  .describe('E-mail address')
