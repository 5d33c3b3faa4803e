import { sql } from 'kysely'
import { z } from 'zod'
import { invalidInput } from '../../kernel/faults.ts'
import { AgencyId, newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { recordAccess } from '../../platform/access-log.ts'
import { hasPower, type PersonActor, type Power } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { findAgency } from '../agencies/agencies.ts'
import { personActor, requirePower } from './person-actor.ts'
import { roles } from './roles.ts'
import { digestOf, newSecret } from './secret.ts'
import { signInRules } from './sign-in-rules.ts'

/** Powers a program may have. Approving, leading and designating are a person's by law and never a program's. */
export const tokenScopes = [
  'handle',
  'open',
  'refer',
  'hotline',
  'oversee',
  'convene',
] as const satisfies Power[]
type Scope = (typeof tokenScopes)[number]

/** What a program of a partner department may have, no more than its people have: taking part, and beginning referrals 部门移交. */
const partnerScopes: readonly Scope[] = tokenScopes.filter((scope) =>
  (roles.partner.powers as readonly Power[]).includes(scope),
)

export const CreateToken = z.strictObject({
  name: z.string().trim().min(1).max(60).describe('Which program it is for'),
  agencyId: AgencyId.optional().describe(
    'The agency it acts for; one’s own unless the security administrator says',
  ),
  scopes: z.array(z.enum(tokenScopes)).min(1).max(tokenScopes.length),
  expiresAt: z.iso.datetime({ offset: true }).describe('At most a year ahead'),
})
export type CreateToken = z.infer<typeof CreateToken>

/** A program's token as it is listed; the secret itself is shown once, when it is made. */
export const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  agencyId: AgencyId,
  scopes: z.array(z.enum(tokenScopes)),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
})
export type Token = z.infer<typeof Token>

/** The leader for the own agency, or the security administrator, lets a program in. */
export async function createToken(
  tx: Tx,
  actor: PersonActor,
  input: CreateToken,
): Promise<{ token: Token; secret: string }> {
  refuseOthers(actor)
  if (actor.standingInFor) throw notWhileStandingIn()
  refuseScopes(actor, input)
  refuseExpiry(input.expiresAt)
  const agencyId = hasPower(actor, 'manage-accounts') ? input.agencyId : actor.agencyId
  if (!agencyId || (input.agencyId && input.agencyId !== agencyId)) throw whichAgency()
  await refuseUnfitScopes(tx, agencyId, input.scopes)
  const id = newId()
  const secret = newSecret()
  await sql`insert into api_token (id, token_digest, name, agency_id, scopes, expires_at)
    values (${id}, ${digestOf(secret)}, ${input.name}, ${agencyId}, ${input.scopes}::text[], ${input.expiresAt})`.execute(
    tx,
  )
  await recordAccess(tx, { what: 'token-created', facts: { tokenId: id, agencyId, scopes: input.scopes } })
  const [token] = await select(tx, id)
  if (!token) throw notFound()
  return { token, secret }
}

/** The tokens of one's agency, or all for the security administrator; the newest first, at most 200. */
export async function listTokens(tx: Tx, actor: PersonActor): Promise<Token[]> {
  refuseOthers(actor)
  return select(tx, null)
}

/** Ends a token at once. */
export async function revokeToken(tx: Tx, actor: PersonActor, tokenId: string): Promise<void> {
  refuseOthers(actor)
  const { rows } = await sql`update api_token set revoked_at = now()
    where id = ${tokenId} and revoked_at is null returning id`.execute(tx)
  if (rows.length === 0) throw notFound()
  await recordAccess(tx, { what: 'token-revoked', facts: { tokenId } })
}

async function select(tx: Tx, id: string | null): Promise<Token[]> {
  const { rows } = await sql<Token>`
    select id, name, agency_id as "agencyId", scopes, created_at as "createdAt", expires_at as "expiresAt",
      last_used_at as "lastUsedAt", revoked_at as "revokedAt"
    from api_token where ${id}::uuid is null or id = ${id}
    order by id desc limit 200`.execute(tx)
  return rows
}

function refuseOthers(actor: PersonActor): void {
  requirePower(personActor(actor), ['lead', 'manage-accounts'], {
    zh: '本机构负责人或安全管理员',
    en: 'the leader of your agency or the security administrator',
  })
}

/** A leader hands on only what a leader has; the security administrator, who has none of it, any of the list. */
function refuseScopes(actor: PersonActor, { scopes }: CreateToken): void {
  if (hasPower(actor, 'manage-accounts')) return
  const beyond = scopes.filter((scope) => !hasPower(actor, scope))
  if (beyond.length === 0) return
  throw invalidInput([
    {
      path: ['scopes'],
      message: {
        zh: `您本人没有这些权限，不能授给程序：${beyond.join('、')}。`,
        en: `You cannot hand on powers you do not have: ${beyond.join(', ')}.`,
      },
    },
  ])
}

/** Partner departments take part and refer, and only they refer: any other agency begins its matters with `open`. */
async function refuseUnfitScopes(tx: Tx, agencyId: AgencyId, scopes: readonly Scope[]): Promise<void> {
  const agency = await findAgency(tx, agencyId)
  if (!agency) throw noSuchAgency()
  const isPartner = agency.kind === 'partner'
  const unfit = scopes.filter((scope) => (isPartner ? !partnerScopes.includes(scope) : scope === 'refer'))
  if (unfit.length === 0) return
  throw invalidInput([
    {
      path: ['scopes'],
      message: isPartner
        ? {
            zh: `${agency.name}是协作部门，其程序只能办理事项和发起部门移交：请选择 ${partnerScopes.join('、')}，去掉 ${unfit.join('、')}。`,
            en: `${agency.nameEn} is a partner department; its programs take part and refer: choose among ${partnerScopes.join(', ')}, without ${unfit.join(', ')}.`,
          }
        : {
            zh: '“发起部门移交”（refer）只用于协作部门；交通运输执法机构的程序请用“发起事项”（open）。',
            en: 'refer is for partner departments; a program of a transport agency begins referrals, as all its matters, with open.',
          },
    },
  ])
}

function refuseExpiry(expiresAt: string): void {
  const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000
  if (days > 0 && days <= signInRules.tokenDays) return
  throw invalidInput([
    {
      path: ['expiresAt'],
      message: { zh: '有效期应在今后一年以内。', en: 'The token must expire within a year from now.' },
    },
  ])
}

const notWhileStandingIn = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '代理期间不能签发令牌：令牌会比代理期更长。请由负责人本人办理。',
    en: 'Who stands in makes no tokens: they would outlast the absence. The leader has to do it.',
  })

const whichAgency = (): Refusal =>
  invalidInput([
    {
      path: ['agencyId'],
      message: {
        zh: '负责人只能为本机构签发令牌；安全管理员请指明机构。',
        en: 'A leader makes tokens for the own agency only; the security administrator names the agency.',
      },
    },
  ])

const noSuchAgency = (): Refusal =>
  invalidInput([
    {
      path: ['agencyId'],
      message: {
        zh: '没有这个机构，或机构已撤销。请从机构名录中选择。',
        en: 'There is no such agency, or it is closed. Choose one from the directory.',
      },
    },
  ])

const notFound = (): Refusal =>
  new Refusal('not-found', {
    zh: '没有这个令牌，或已撤销。请刷新列表。',
    en: 'There is no such token, or it is revoked. Reload the list.',
  })
