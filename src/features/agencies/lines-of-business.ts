import type { Words } from '../../kernel/words.ts'

/**
 * Lines of business (业务条线): what an agency is competent for, and one liaison each. A closed list; the last ones belong
 * to partner departments.
 */
export const linesOfBusiness = {
  'road-admin': { zh: '路政管理', en: 'Road administration' },
  oversize: { zh: '大件运输', en: 'Oversize transport' },
  overload: { zh: '超限运输', en: 'Overload' },
  'illegal-operation': { zh: '非法营运', en: 'Illegal operation' },
  'passenger-hazmat': { zh: '两客一危', en: 'Coaches and dangerous goods' },
  freight: { zh: '道路货运', en: 'Road freight' },
  taxi: { zh: '出租汽车（含网约车）', en: 'Taxis and ride-hailing' },
  waterway: { zh: '水路运输', en: 'Waterway transport' },
  port: { zh: '港口', en: 'Ports' },
  maritime: { zh: '海事', en: 'Maritime safety' },
  construction: { zh: '工程质量安全', en: 'Construction quality and safety' },
  legal: { zh: '法制', en: 'Legal affairs' },
  hotline: { zh: '12328 热线', en: '12328 hotline' },
  emergency: { zh: '应急指挥', en: 'Emergency command' },
  'traffic-police': { zh: '公安交管', en: 'Traffic police' },
  market: { zh: '市场监管', en: 'Market regulation' },
  fishery: { zh: '渔政', en: 'Fishery' },
  'urban-management': { zh: '综合执法（城市管理）', en: 'Urban management' },
  'road-operation': { zh: '高速公路经营', en: 'Expressway operation' },
} as const satisfies Record<string, Words>

export type LineOfBusiness = keyof typeof linesOfBusiness

/** The codes of all lines, for schemas. */
export const lineCodes = Object.keys(linesOfBusiness) as [LineOfBusiness, ...LineOfBusiness[]]

/** What an ordinary enforcement team on the road is competent for. */
export const roadLines = [
  'road-admin',
  'oversize',
  'overload',
  'illegal-operation',
  'passenger-hazmat',
  'freight',
  'taxi',
] as const satisfies readonly LineOfBusiness[]

/** The same for a team that answers for ships too. */
export const roadAndWaterLines = [
  ...roadLines,
  'waterway',
  'port',
  'maritime',
] as const satisfies readonly LineOfBusiness[]

/** What a department itself is asked about. */
export const departmentLines = ['legal', 'hotline', 'emergency'] as const satisfies readonly LineOfBusiness[]
