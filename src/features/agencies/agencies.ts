/**
 * The front door of the agencies feature: who takes part, where they stand in the tree, what they have agreed on, and how
 * to find and reach them. Other features import from here and from nowhere else in the folder.
 */
export { actsInNameOf } from './acts-in-name-of.ts'
export { AgencyCode, DivisionCode, Line } from './agencies.contract.ts'
export { agencyIdOf, allianceIdOf } from './agency-id.ts'
export { type AgencyKind, type AgencyLevel, agencyKinds, agencyLevels } from './agency-kinds.ts'
export { commonSuperiorPath, directs, isWithin } from './agency-path.ts'
export { type AgencyProfile, agencyProfile, type DutyDesk, type Liaison } from './agency-profile.view.ts'
export {
  type AgencyRef,
  agenciesByIds,
  findAgency,
  findAgencyByCode,
  getAgency,
  getOpenAgency,
} from './agency-store.ts'
export { type Alliance, alliancesOf, commonAlliance, findAlliance, listAlliances } from './alliances.ts'
export { appointLiaison } from './appoint-liaison.ts'
export { closeAgency } from './close-agency.ts'
export { type CommonSuperior, commonSuperior } from './common-superior.ts'
export { correctAgency } from './correct-agency.ts'
export { enforcementIn } from './enforcement-in.ts'
export { foundAgencies } from './found-agencies.ts'
export { foundAgency } from './found-agency.ts'
export { linesOf } from './lines-of.ts'
export { type LineOfBusiness, lineCodes, linesOfBusiness } from './lines-of-business.ts'
export { type DivisionEntry, listDivisions } from './list-divisions.ts'
export { namesOfDivisions } from './names-of-divisions.ts'
export { policeOfSameLevel } from './police-of-same-level.ts'
export { removeLiaison } from './remove-liaison.ts'
export { type AgencySearch, type FoundAgency, searchAgencies } from './search-agencies.ts'
export { setAlliance } from './set-alliance.ts'
export { setDutyDesk } from './set-duty-desk.ts'
