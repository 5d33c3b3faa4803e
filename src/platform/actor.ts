import type { AccountId, AgencyId } from '../kernel/ids.ts'

/**
 * What somebody may do. Roles (src/features/people/roles.ts) grant powers; commands and charts ask for powers.
 * - `open`     start a matter of one's own 发起
 * - `refer`    start a matter of the kinds that partner departments may start 移交
 * - `handle`   take part in matters: write, send, answer 办案
 * - `approve`  review before sending 法制审核
 * - `lead`     assign people, restrict a matter, approve as head 负责人
 * - `stamp`    keep the agency's electronic seal and its sign in numbers, and permit their use 印章
 * - `designate` settle a dispute as the common superior 指定管辖
 * - `oversee`  look into the subtree below one's agency 监督
 * - `convene`  run the joint office of an alliance: see what is late, adopt its rules 联席会议办公室
 * - `hotline`  record complaints 12328
 * - `manage-system`, `manage-accounts`, `audit`: the three separated administrators 三员; none includes another or a matter
 */
export type Power =
  | 'open'
  | 'refer'
  | 'handle'
  | 'approve'
  | 'lead'
  | 'stamp'
  | 'designate'
  | 'oversee'
  | 'convene'
  | 'hotline'
  | 'manage-system'
  | 'manage-accounts'
  | 'audit'

/** A signed-in person, acting for the agency of the account, possibly standing in for a colleague. */
export type PersonActor = {
  readonly type: 'person'
  readonly accountId: AccountId
  readonly name: string
  readonly agencyId: AgencyId
  /** Materialised path of the agency in the tree, such as `/000000/210000/211200/`. */
  readonly agencyPath: string
  readonly powers: ReadonlySet<Power>
  /** The colleague in whose absence the person acts (委托代理), if so. */
  readonly standingInFor?: AccountId
  /** The session the person is using, so that signing out and audit can name it. */
  readonly sessionId?: string
}

/** A program of an agency, with a token whose scopes are powers. */
export type MachineActor = {
  readonly type: 'machine'
  readonly tokenId: string
  readonly name: string
  readonly agencyId: AgencyId
  readonly agencyPath: string
  readonly powers: ReadonlySet<Power>
}

/** A named job of the server itself: `sign-in`, `clocks`, `sealing` … It belongs to no agency. */
export type SystemActor = { readonly type: 'system'; readonly job: string }

/** Whoever a transaction runs for. There is no transaction without one. */
export type Actor = PersonActor | MachineActor | SystemActor

/** Somebody who belongs to an agency: everybody but the server's own jobs. */
export type AgencyActor = PersonActor | MachineActor

/** The server acting for itself, under the name of the job. */
export const systemActor = (job: string): SystemActor => ({ type: 'system', job })

const administration: readonly Power[] = ['manage-system', 'manage-accounts', 'audit']

/** True for the three administrators 三员, who take part in nothing. */
export function isAdministrator(actor: Actor): boolean {
  return actor.type !== 'system' && administration.some((power) => actor.powers.has(power))
}

/** True when the actor has the power; the server's own jobs have none that people have. */
export function hasPower(actor: Actor, power: Power): boolean {
  return actor.type !== 'system' && actor.powers.has(power)
}
