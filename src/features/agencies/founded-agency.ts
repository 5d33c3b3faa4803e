import type { AgencyKind, AgencyLevel } from './agency-kinds.ts'
import type { LineOfBusiness } from './lines-of-business.ts'

/** An agency as the founding writes it. Parents are named by code and come before their children. */
export type FoundedAgency = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly shortName: string
  /** Whether the name stands in a published document, or follows the usual pattern and is to be confirmed on site. */
  readonly nameConfidence: 'documented' | 'pattern'
  readonly kind: AgencyKind
  readonly level: AgencyLevel
  readonly parent?: string
  readonly division?: string
  readonly lines: readonly LineOfBusiness[]
  /** The department whose name stands on the documents. */
  readonly actsInNameOf?: string
}
