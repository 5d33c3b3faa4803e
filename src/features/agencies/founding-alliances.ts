/** An alliance as the founding writes it; agencies are named by code. */
export type FoundedAlliance = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly since: string
  readonly isDefault?: boolean
  /** The kinds of matter its clauses cover; all unless said. */
  readonly kinds?: readonly string[]
  readonly office?: string
  readonly convenor: string
  readonly deputies?: readonly string[]
  readonly members?: readonly string[]
}

/**
 * The alliances of a fresh installation. A member covers its whole subtree, so an agency is in several: a brigade of
 * Changtu is in that of the three provinces and one region and in that of Tieling and Siping.
 */
export const foundingAlliances: readonly FoundedAlliance[] = [
  {
    code: 'northeast',
    name: '东北三省一区交通运输区域执法协作',
    nameEn: 'Three North-eastern Provinces and One Region',
    since: '2024-04-18',
    isDefault: true,
    office: '210000-FW',
    convenor: '210000',
    deputies: ['220000', '230000', '150000'],
  },
  {
    code: 'tieling-siping',
    name: '铁岭—四平毗邻地区交通运输联合执法协作',
    nameEn: 'Tieling–Siping Neighbours',
    since: '2024-04-18',
    convenor: '211200',
    members: ['220300'],
  },
  {
    code: 'tongliao-siping',
    name: '通辽—四平（双辽）跨区域交通运输联合执法协作',
    nameEn: 'Tongliao–Siping (Shuangliao) Neighbours',
    since: '2025-04-09',
    convenor: '150500',
    members: ['220300'],
  },
  {
    code: 'jing-jin-ji',
    name: '京津冀交通运输区域执法协作',
    nameEn: 'Beijing–Tianjin–Hebei',
    since: '2023-04-20',
    convenor: '110000',
    deputies: ['120000', '130000'],
  },
  {
    // Its clauses: acting together, telling each other, checking together, handing cases over.
    code: 'fengning-huairou',
    name: '丰宁—怀柔交通运输执法区域协同协作',
    nameEn: 'Fengning–Huairou Neighbours',
    since: '2024-03-01',
    convenor: '130826-ZF',
    members: ['110000-ZF-10'],
    kinds: ['force-request', 'lookout', 'clue', 'warning-notice', 'co-investigation', 'case-transfer'],
  },
  {
    code: 'yangtze-delta',
    name: '长三角交通运输区域执法协作',
    nameEn: 'Yangtze River Delta',
    since: '2023-04-20',
    convenor: '320000',
    deputies: ['310000', '330000', '340000'],
  },
  {
    code: 'taipu-river',
    name: '太浦河毗邻水域（吴江—青浦—嘉善）联合执法协作',
    nameEn: 'Taipu River: Wujiang–Qingpu–Jiashan',
    since: '2022-07-09',
    convenor: '320509',
    members: ['310118', '330421', '310000-ZF-23'],
  },
  {
    // Its clauses: liaison, joint conferences, joint enforcement, clues, recognition of evidence.
    code: 'shengze-xiuzhou',
    name: '长三角示范区盛泽—秀洲毗邻乡镇综合执法协作',
    nameEn: 'Shengze–Xiuzhou Border Townships',
    since: '2025-01-01',
    convenor: '330411-ZF',
    members: ['320509.SHENGZE-ZF'],
    kinds: ['consultation', 'force-request', 'lookout', 'clue', 'evidence-recognition'],
  },
  {
    code: 'ningde-weifang',
    name: '宁德—潍坊非现场案件跨省通办协作',
    nameEn: 'Ningde–Weifang Off-site Cases',
    since: '2025-05-01',
    convenor: '350900',
    members: ['370700'],
  },
]
