import type { AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Actor, hasPower } from '../../platform/actor.ts'

/** True for the system administrator, and for the leader of the agency itself. Row-level security says the same. */
export const mayKeepAgency = (actor: Actor, agency: AgencyId): boolean =>
  hasPower(actor, 'manage-system') ||
  (actor.type !== 'system' && actor.agencyId === agency && hasPower(actor, 'lead'))

/** Refuses whoever may not keep the liaisons and the duty desk of the agency. */
export function mustKeepAgency(actor: Actor, agency: AgencyId): void {
  if (mayKeepAgency(actor, agency)) return
  throw new Refusal('not-allowed', {
    zh: '只有本机构负责人或系统管理员可以修改联络员和值班信息。请联系该机构负责人。',
    en: 'Only the agency’s own leader or the system administrator changes its liaisons and duty desk. Ask its leader.',
  })
}

/** Refuses whoever is not the system administrator. */
export function mustManageSystem(actor: Actor): void {
  if (hasPower(actor, 'manage-system')) return
  throw new Refusal('not-allowed', {
    zh: '机构和协作区域由系统管理员维护。请把需要的变更告知系统管理员。',
    en: 'Agencies and alliances are kept by the system administrator. Tell the administrator what should change.',
  })
}
