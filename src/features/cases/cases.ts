/** The front door of cases 案件: lists, gates, the search of all regions, and what begins from a case. */
export { caseRoutes } from './cases.routes.ts'
