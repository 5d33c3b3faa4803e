import { v7 } from 'uuid'
import { z } from 'zod'

/** UUIDv7: unique across nodes and ordered by the time of making, so that indexes stay compact. */
export const newId = (): string => v7()

export const MatterId = z.uuid().brand('MatterId').describe('A matter 协作事项')
export type MatterId = z.infer<typeof MatterId>

export const AgencyId = z.uuid().brand('AgencyId').describe('An agency 执法机构 or partner department')
export type AgencyId = z.infer<typeof AgencyId>

export const AccountId = z.uuid().brand('AccountId').describe("A person's account 账号")
export type AccountId = z.infer<typeof AccountId>
