import { Refusal } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import { type AgencyActor, hasPower, type PersonActor, type Power } from '../../platform/actor.ts'

/** The person who asks; refuses programs, which have no session, password or preferences. */
export function personActor(actor: AgencyActor): PersonActor {
  if (actor.type === 'person') return actor
  throw new Refusal('not-allowed', {
    zh: '这项操作须由本人登录后办理，不能使用接口令牌。',
    en: 'Only a signed-in person can do this, not a token.',
  })
}

/** Refuses who has none of the powers; `who` says whom to ask instead. */
export function requirePower(actor: AgencyActor, powers: readonly Power[], who: Words): void {
  if (powers.some((power) => hasPower(actor, power))) return
  throw new Refusal('not-allowed', {
    zh: `您没有这项权限，请联系${who.zh}。`,
    en: `You may not do this; ask ${who.en}.`,
  })
}

/** Whom to ask about accounts. */
export const theSecurityAdministrator: Words = { zh: '安全管理员', en: 'the security administrator' }
