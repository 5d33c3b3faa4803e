import { v5 } from 'uuid'
import type { AgencyId } from '../../kernel/ids.ts'

const agencies = '5d0d7c1e-7a56-4f0e-9c55-6d6f0a3b21c4'
const alliances = 'b7f0a9d2-3c1b-4d6a-8f29-0e4c7a915d38'

/** The id of the agency with a code: the same on every node, so that two that found one agency mean the same. */
export const agencyIdOf = (code: string): AgencyId => v5(code, agencies) as AgencyId

/** The id of the alliance with a code, the same on every node. */
export const allianceIdOf = (code: string): string => v5(code, alliances)
