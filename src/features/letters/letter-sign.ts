import { sql } from 'kysely'
import { z } from 'zod'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { defaultSign } from './default-sign.ts'
import { letterAgencies } from './letter-agencies.ts'
import { mustKeepStamp } from './stamp.ts'

/** The sign of an agency in its numbers. */
export const SetSign = z.strictObject({
  sign: z
    .string()
    .min(2)
    .max(12)
    .refine((value) => /^[\p{Script=Han}A-Za-z]+$/u.test(value), {
      params: {
        words: {
          zh: '机关代字只能用汉字或字母，如“辽铁交执”。年份和序号由系统编排。',
          en: 'The sign has Chinese characters or letters only, such as 辽铁交执; year and serial are added.',
        },
      },
    }),
})

/** The sign that stands in the numbers of one's own letters 机关代字, and whether it was set or formed. */
export async function readSign(
  tx: Tx,
  actor: AgencyActor,
): Promise<{ readonly sign: string; readonly isSet: boolean; readonly issuer: string }> {
  const { issuer } = await letterAgencies(tx, actor.agencyId, [])
  const { rows } = await sql<{
    sign: string
  }>`select sign from letter_sign where agency_id = ${issuer.id}`.execute(tx)
  return { sign: rows[0]?.sign ?? defaultSign(issuer), isSet: rows.length > 0, issuer: issuer.name }
}

/** Sets the sign for numbers to come; numbers that were given stay as they are. */
export async function setSign(tx: Tx, { sign }: z.infer<typeof SetSign>): Promise<void> {
  await mustKeepStamp(tx)
  await sql`insert into letter_sign (agency_id, sign) values (letter_issuer(), ${sign})
    on conflict (agency_id) do update set sign = excluded.sign`.execute(tx)
}
