import type { Words } from '../../kernel/words.ts'

/** What an agency is. Only the first two punish in their own name and may designate; a partner is no transport agency. */
export const agencyKinds = {
  ministry: { zh: '交通运输部', en: 'Ministry' },
  department: { zh: '交通运输主管部门', en: 'Transport department' },
  corps: { zh: '执法总队（局）', en: 'Enforcement corps' },
  detachment: { zh: '执法支队', en: 'Enforcement detachment' },
  brigade: { zh: '执法大队', en: 'Enforcement brigade' },
  'expressway-detachment': { zh: '高速公路支队', en: 'Expressway detachment' },
  'expressway-brigade': { zh: '高速公路大队', en: 'Expressway brigade' },
  station: { zh: '超限检测站', en: 'Overload inspection station' },
  office: { zh: '办事机构', en: 'Office' },
  partner: { zh: '协作部门', en: 'Partner department' },
} as const satisfies Record<string, Words>

export type AgencyKind = keyof typeof agencyKinds

/** The codes of all kinds, for schemas. */
export const kindCodes = Object.keys(agencyKinds) as [AgencyKind, ...AgencyKind[]]

/** The level of government an agency belongs to. */
export const agencyLevels = {
  ministry: { zh: '部级', en: 'Ministry' },
  province: { zh: '省级', en: 'Province' },
  prefecture: { zh: '市级', en: 'Prefecture' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡镇级', en: 'Township' },
} as const satisfies Record<string, Words>

export type AgencyLevel = keyof typeof agencyLevels

/** The codes of all levels, for schemas. */
export const levelCodes = Object.keys(agencyLevels) as [AgencyLevel, ...AgencyLevel[]]
