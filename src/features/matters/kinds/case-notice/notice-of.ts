import type { z } from 'zod'
import { provinceOfPlate } from '../../../../kernel/identifiers/plate-province.ts'
import type { Vehicle } from '../subject-fields.ts'
import type { Submission } from './case-notice.contract.ts'

/** What is known of a case that was decided, wherever it is kept. */
export type NoticeFacts = {
  readonly vehicle?: z.infer<typeof Vehicle> | undefined
  readonly cargo?: Submission['cargo']
  readonly decision: Submission['decision']
}

/**
 * Whether a decision is to be told to the region that licensed the vehicle: every overload, and everything else about a vehicle of
 * another province (62号令 Art. 44 and the rules on passenger, freight and dangerous goods transport). Only penalties are.
 */
export function needsNotice({ vehicle, decision }: NoticeFacts, agencyDivision: string | null): boolean {
  if (!vehicle) return false
  const home = provinceOfPlate(vehicle.plate)
  const isElsewhere = home !== undefined && home !== agencyDivision?.slice(0, 2)
  return decision.behaviour === 'overload' || decision.behaviour === 'oversize' || isElsewhere
}

/** What the notice says of the source of the cargo where people were carried. */
const noCargo: Submission['cargo'] = { remark: '客运案件，不涉及货运源头。' }

/**
 * The content of a notice as far as the facts go; who gets it, the driver and what is asked remain to be written. Personal details
 * are left out: a draft is read without asking what for.
 */
export function noticeOf({ vehicle, cargo, decision }: NoticeFacts): Readonly<Record<string, unknown>> {
  const { owner: _, ...known } = vehicle ?? {}
  return {
    ...(vehicle ? { vehicle: known } : {}),
    ...(cargo ? { cargo } : decision.behaviour === 'passenger' ? { cargo: noCargo } : {}),
    decision,
    request: { measures: [] },
  }
}
