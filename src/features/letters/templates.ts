import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import { prose } from '../../kernel/text.ts'
import { type AgencyActor, hasPower } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { findAlliance } from '../agencies/agencies.ts'
import { defaultTemplates, defaultTemplatesVersion } from './default-templates.ts'
import { checkTemplate, LetterTemplate } from './letter-template.ts'
import { type LetterSort, letterTypeNames } from './letter-types.ts'

/** A new version of a template for an alliance. */
export const AdoptTemplate = z.strictObject({
  allianceId: z.uuid(),
  type: z.enum(letterTypeNames),
  template: LetterTemplate,
  reason: prose(1_000).describe('Which meeting or agreement decided it'),
})
export type AdoptTemplate = z.infer<typeof AdoptTemplate>

/** A template in force, or one that was. */
export type TemplateView = {
  readonly type: LetterSort
  /** `default/1`, or the alliance's code and the version. */
  readonly name: string
  readonly version: number
  readonly template: LetterTemplate
  readonly reason: string | null
  readonly adoptedAt: string | null
}

/**
 * Adopts a version of a template for an alliance 采用函件模板. Letters written from then on are made with it; older ones stay as they are.
 * @throws Refusal `invalid-input` naming each unknown field; `not-allowed` to all but the joint office, the convenor and the system administrator
 */
export async function adoptTemplate(tx: Tx, actor: AgencyActor, input: AdoptTemplate): Promise<TemplateView> {
  checkTemplate(input.type, input.template)
  const alliance = await findAlliance(tx, input.allianceId)
  if (!alliance) throw noAlliance()
  const { rows: mayDo } = await sql<{ may: boolean }>`select convenes(${input.allianceId}) as may`.execute(tx)
  if (!mayDo[0]?.may && !hasPower(actor, 'manage-system')) throw notTheOffice()
  if (input.template.copyToOffice && !hasPower(actor, 'manage-system')) throw notForItself()
  // Two that adopt at the same moment: the second one's version is the next.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`template ${input.allianceId} ${input.type}`}, 6))`.execute(
    tx,
  )
  const { rows } = await sql<{ version: number; adoptedAt: string }>`
    insert into letter_template (alliance_id, type, version, template, reason)
    select ${input.allianceId}, ${input.type}, coalesce(max(version), 0) + 1, ${JSON.stringify(input.template)}::jsonb, ${input.reason}
    from letter_template where alliance_id = ${input.allianceId} and type = ${input.type}
    returning version, adopted_at as "adoptedAt"`.execute(tx)
  const [adopted] = rows
  if (!adopted) throw new Error('The template was not kept.')
  return {
    type: input.type,
    name: `${alliance.code}/${adopted.version}`,
    template: input.template,
    reason: input.reason,
    ...adopted,
  }
}

/** The templates of an alliance with all their versions, newest first; for types it adopted none for, the default. */
export async function listTemplates(
  tx: Tx,
  allianceId: string | undefined,
): Promise<readonly TemplateView[]> {
  const { rows } = await sql<TemplateView>`
    select t.type, a.code || '/' || t.version as name, t.version, t.template, t.reason, t.adopted_at as "adoptedAt"
    from letter_template t join alliance a on a.id = t.alliance_id
    where t.alliance_id = ${allianceId ?? null} order by t.type, t.version desc`.execute(tx)
  return letterTypeNames.flatMap((type) => {
    const own = rows.filter((row) => row.type === type)
    const original: TemplateView = {
      type,
      name: `default/${defaultTemplatesVersion}`,
      version: defaultTemplatesVersion,
      template: defaultTemplates[type],
      reason: null,
      adoptedAt: null,
    }
    return [...own, original]
  })
}

const notForItself = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '抄送联席会议办公室后，办公室将列席有关往来，因此只能由系统管理员按协作协议设置。请去掉 copyToOffice，或者请系统管理员采用本模板。',
    en: 'A copy lets the joint office attend the conversations, so only the system administrator adopts it, as the agreement says. Leave out copyToOffice, or ask the system administrator.',
  })

const noAlliance = (): Refusal =>
  new Refusal('not-found', {
    zh: '没有这个协作区域。请在列表中选择。',
    en: 'There is no such alliance; choose one of the list.',
  })

const notTheOffice = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '只有该协作区域的联席会议办公室、召集单位或系统管理员可以采用函件模板。请联系办公室。',
    en: 'Only the joint office or the convenor of the alliance, or the system administrator, adopts its templates. Ask the office.',
  })
