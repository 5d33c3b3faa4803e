import { sql } from 'kysely'
import { z } from 'zod'
import { invalidInput } from '../../kernel/faults.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'

const mostBytes = 16_384
const mostKeys = 100

/** The name of something a person has arranged: `language`, `dark`, `fontSize`, `views.matters` … */
export const PreferenceKey = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9.-]{0,63}$/)
  .describe('Such as language, dark, fontSize, views.matters')

export const SetPreference = z.strictObject({ value: z.json().describe('Anything; null forgets it') })
export type SetPreference = z.infer<typeof SetPreference>

/** What one has arranged under the key; null when nothing. */
export async function findPreference(tx: Tx, actor: PersonActor, key: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select value from preference
    where account_id = ${actor.accountId} and key = ${key}`.execute(tx)
  return rows[0]?.value ?? null
}

/** Keeps a preference of one's own; null forgets it. At most 100 of 16 KB. */
export async function setPreference(
  tx: Tx,
  actor: PersonActor,
  key: string,
  { value }: SetPreference,
): Promise<void> {
  if (value === null) {
    await sql`delete from preference where account_id = ${actor.accountId} and key = ${key}`.execute(tx)
    return
  }
  const text = JSON.stringify(value)
  if (key === 'language' && value !== 'zh' && value !== 'en') throw unknownLanguage()
  if (Buffer.byteLength(text) > mostBytes) throw tooLarge()
  const { rows } = await sql`insert into preference (key, value)
    select ${key}, ${text}::jsonb
    where (select count(*) from preference where account_id = ${actor.accountId} and key <> ${key}) < ${mostKeys}
    on conflict (account_id, key) do update set value = excluded.value returning key`.execute(tx)
  if (rows.length === 0) throw tooMany()
}

const unknownLanguage = (): Refusal =>
  invalidInput([{ path: ['value'], message: { zh: '语言应为 zh 或 en。', en: 'The language is zh or en.' } }])

const tooLarge = (): Refusal =>
  new Refusal('too-large', {
    zh: '这项设置超过 16 KB，请减少保存的内容。',
    en: 'This preference is over 16 KB; keep less in it.',
  })

const tooMany = (): Refusal =>
  new Refusal('too-many', {
    zh: `最多保存 ${mostKeys} 项设置，请先删除不用的。`,
    en: `At most ${mostKeys} preferences are kept; remove some first.`,
  })
