import type { Words } from '../../kernel/words.ts'
import type { Power } from '../../platform/actor.ts'

type RoleEntry = {
  readonly words: Words
  readonly powers: readonly Power[]
  /** Whoever has this role has no other. */
  readonly alone?: true
  /** One of the three separated administrators 三员 (GB/T 22239-2019, level 3). */
  readonly administrator?: true
}

/** Who a person can be, and what that lets the person do. Charts, commands and row-level security ask for powers, never for roles. */
export const roles = {
  officer: { words: { zh: '办案人员', en: 'Case officer' }, powers: ['open', 'handle'] },
  dispatcher: { words: { zh: '值班指挥', en: 'Duty officer' }, powers: ['open', 'handle'] },
  liaison: { words: { zh: '业务联络员', en: 'Business liaison' }, powers: ['open', 'handle'] },
  reviewer: { words: { zh: '法制审核', en: 'Legal reviewer' }, powers: ['approve'] },
  leader: { words: { zh: '负责人', en: 'Leader' }, powers: ['open', 'handle', 'approve', 'lead', 'stamp'] },
  secretary: {
    words: { zh: '联席会议办公室', en: 'Joint-conference office' },
    powers: ['open', 'handle', 'convene'],
  },
  operator: { words: { zh: '12328 坐席', en: '12328 operator' }, powers: ['open', 'handle', 'hotline'] },
  supervisor: { words: { zh: '上级监督', en: 'Supervisor' }, powers: ['oversee', 'designate'] },
  partner: { words: { zh: '协作部门', en: 'Partner department' }, powers: ['handle', 'refer'], alone: true },
  sysadmin: {
    words: { zh: '系统管理员', en: 'System administrator' },
    powers: ['manage-system'],
    alone: true,
    administrator: true,
  },
  secadmin: {
    words: { zh: '安全管理员', en: 'Security administrator' },
    powers: ['manage-accounts'],
    alone: true,
    administrator: true,
  },
  auditor: {
    words: { zh: '审计管理员', en: 'Audit administrator' },
    powers: ['audit'],
    alone: true,
    administrator: true,
  },
} as const satisfies Record<string, RoleEntry>

export type Role = keyof typeof roles

/** Every role, in the order in which people read them. */
export const roleNames = Object.keys(roles) as [Role, ...Role[]]

/** The powers that a set of roles grants together. */
export function powersOf(names: readonly string[]): ReadonlySet<Power> {
  return new Set(names.flatMap((name) => (isRole(name) ? roles[name].powers : [])))
}

/** The roles that grant all of these powers. */
export const rolesWith = (...powers: readonly Power[]): readonly Role[] =>
  roleNames.filter((name) => powers.every((power) => entry(name).powers.includes(power)))

/** True when one of the roles is an administrator's. */
export function isAdministrative(names: readonly string[]): boolean {
  return names.some((name) => isRole(name) && entry(name).administrator)
}

/** Why one person cannot have all these roles, if so. */
export function roleConflict(names: readonly Role[]): Words | undefined {
  const alone = names.find((name) => entry(name).alone)
  if (!alone || names.every((name) => name === alone)) return undefined
  const { zh, en } = roles[alone].words
  return {
    zh: `“${zh}”不得与其他角色由同一账号兼任，请另建账号。`,
    en: `"${en}" cannot be combined with another role; make a separate account.`,
  }
}

const isRole = (name: string): name is Role => Object.hasOwn(roles, name)
const entry = (name: Role): RoleEntry => roles[name]
