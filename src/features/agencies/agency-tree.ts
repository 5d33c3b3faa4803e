import { agenciesElsewhere } from './agencies-elsewhere.ts'
import type { Division } from './divisions.ts'
import { expressways } from './expressways.ts'
import type { FoundedAgency } from './founded-agency.ts'
import { departmentLines, type LineOfBusiness, roadAndWaterLines, roadLines } from './lines-of-business.ts'
import { partnersAndStations } from './partners-and-stations.ts'

/** The four north-eastern provinces, whose tree is complete down to every county. */
export const northEasternProvinces = ['210000', '220000', '230000', '150000'] as const

/** Names that stand in published documents; all others follow the usual pattern. */
const documentedNames: Readonly<Record<string, { name: string; shortName?: string }>> = {
  '000000': { name: '交通运输部' },
  '210000': { name: '辽宁省交通运输厅' },
  '220000': { name: '吉林省交通运输厅' },
  '230000': { name: '黑龙江省交通运输厅' },
  '150000': { name: '内蒙古自治区交通运输厅' },
  '150000-ZF': { name: '内蒙古自治区交通运输综合行政执法总队' },
  '220000-ZF': { name: '吉林省交通运输综合行政执法局', shortName: '吉林执法局' },
  '150500': { name: '通辽市交通运输局' },
  '150522-ZF': { name: '科尔沁左翼后旗交通运输综合行政执法大队', shortName: '科左后旗执法大队' },
}

/** Prefectures with navigable waters, whose teams answer for ships too. */
const prefecturesWithWater = new Set([
  ...['210200', '210600', '210700', '210800', '211100', '211400'],
  ...['220200', '220600', '220700', '222400'],
  ...['230100', '230200', '230400', '230700', '230800', '231000', '231100', '231200', '232700'],
  ...['150200', '150700'],
])

/**
 * The tree of agencies of a fresh installation: the ministry; the four north-eastern provinces with every prefecture
 * and every real county; their expressway teams, stations and partners; and agencies of other regions that known
 * cases run through. Pure: the same divisions give the same tree.
 */
export function agencyTree(divisions: readonly Division[]): readonly FoundedAgency[] {
  const real = divisions.filter((division) => !division.pseudo)
  const below = Map.groupBy(real, (division) => division.parent)
  const northEast = northEasternProvinces.flatMap((code) => {
    const province = real.find((division) => division.code === code)
    return province ? provinceAgencies(province, below) : []
  })
  return [ministry, ...northEast, ...expressways, ...agenciesElsewhere, ...partnersAndStations].map(
    withDocumentedName,
  )
}

const ministry: FoundedAgency = {
  code: '000000',
  name: '交通运输部',
  nameEn: 'Ministry of Transport',
  shortName: '交通运输部',
  nameConfidence: 'documented',
  kind: 'ministry',
  level: 'ministry',
  lines: departmentLines,
}

type Below = ReadonlyMap<string | undefined, readonly Division[]>

function provinceAgencies(province: Division, below: Below): FoundedAgency[] {
  const short = shortProvince(province)
  return [
    {
      code: province.code,
      name: `${province.name}交通运输厅`,
      nameEn: `Transport Department of ${province.nameEn}`,
      shortName: `${short}交通运输厅`,
      nameConfidence: 'pattern',
      kind: 'department',
      level: 'province',
      parent: '000000',
      division: province.code,
      lines: departmentLines,
    },
    {
      code: `${province.code}-ZF`,
      name: `${province.name}交通运输综合行政执法总队`,
      nameEn: `Transport Enforcement Corps of ${province.nameEn}`,
      shortName: `${short}执法总队`,
      nameConfidence: 'pattern',
      kind: 'corps',
      level: 'province',
      parent: province.code,
      division: province.code,
      lines: [...roadAndWaterLines, 'construction'],
      actsInNameOf: province.code,
    },
    ...(province.code === '220000' ? changbaiAgencies : []),
    ...(below.get(province.code) ?? []).flatMap((prefecture) => prefectureAgencies(prefecture, below)),
  ]
}

/** 长白山保护开发区 has a bureau under the province but no division code of its own. */
const changbaiAgencies: readonly FoundedAgency[] = [
  {
    code: '220000.CBS',
    name: '长白山保护开发区管理委员会交通运输局',
    nameEn: 'Transport Bureau of the Changbai Mountain Protection and Development Zone',
    shortName: '长白山交通运输局',
    nameConfidence: 'pattern',
    kind: 'department',
    level: 'prefecture',
    parent: '220000',
    division: '220000',
    lines: departmentLines,
  },
  {
    code: '220000.CBS-ZF',
    name: '长白山保护开发区交通运输综合行政执法支队',
    nameEn: 'Transport Enforcement Detachment of the Changbai Mountain Protection and Development Zone',
    shortName: '长白山执法支队',
    nameConfidence: 'pattern',
    kind: 'detachment',
    level: 'prefecture',
    parent: '220000.CBS',
    division: '220000',
    lines: roadLines,
    actsInNameOf: '220000.CBS',
  },
]

function prefectureAgencies(prefecture: Division, below: Below): FoundedAgency[] {
  const short = shortPrefecture(prefecture)
  const lines = linesIn(prefecture)
  return [
    bureau(prefecture, 'prefecture', `${short}交通运输局`),
    {
      code: `${prefecture.code}-ZF`,
      name: `${prefecture.name}交通运输综合行政执法支队`,
      nameEn: `${prefecture.nameEn} Transport Enforcement Detachment`,
      shortName: `${short}执法支队`,
      nameConfidence: 'pattern',
      kind: 'detachment',
      level: 'prefecture',
      parent: prefecture.code,
      division: prefecture.code,
      lines,
      actsInNameOf: prefecture.code,
    },
    ...(below.get(prefecture.code) ?? []).flatMap((county) =>
      county.name.endsWith('区')
        ? [districtBrigade(county, prefecture, lines)]
        : countyAgencies(county, prefecture, lines),
    ),
  ]
}

function bureau(division: Division, level: 'prefecture' | 'county', shortName: string): FoundedAgency {
  return {
    code: division.code,
    name: `${division.name}交通运输局`,
    nameEn: `${division.nameEn} Transport Bureau`,
    shortName,
    nameConfidence: 'pattern',
    kind: 'department',
    level,
    parent: division.parent ?? '000000',
    division: division.code,
    lines: departmentLines,
  }
}

/** A county has a bureau of its own, in whose name its brigade acts. */
function countyAgencies(
  county: Division,
  prefecture: Division,
  lines: readonly LineOfBusiness[],
): FoundedAgency[] {
  const short = shortCounty(county, prefecture)
  return [
    bureau(county, 'county', `${short}交通运输局`),
    {
      code: `${county.code}-ZF`,
      name: `${county.name}交通运输综合行政执法大队`,
      nameEn: `${county.nameEn} Transport Enforcement Brigade`,
      shortName: `${short}执法大队`,
      nameConfidence: 'pattern',
      kind: 'brigade',
      level: 'county',
      parent: county.code,
      division: county.code,
      lines,
      actsInNameOf: county.code,
    },
  ]
}

/** In a district the city's detachment keeps a brigade, which acts in the name of the city's bureau. */
function districtBrigade(
  district: Division,
  city: Division,
  lines: readonly LineOfBusiness[],
): FoundedAgency {
  const short = district.name.replace(/^(..+)(?<!新|矿)区$/, '$1')
  return {
    code: `${district.code}-ZF`,
    name: `${city.name}交通运输综合行政执法支队${short}大队`,
    nameEn: `${district.nameEn} Brigade of the ${city.nameEn} Transport Enforcement Detachment`,
    shortName: `${shortPrefecture(city)}${short}执法大队`,
    nameConfidence: 'pattern',
    kind: 'brigade',
    level: 'county',
    parent: `${city.code}-ZF`,
    division: district.code,
    lines,
    actsInNameOf: city.code,
  }
}

const linesIn = (prefecture: Division): readonly LineOfBusiness[] =>
  prefecturesWithWater.has(prefecture.code) ? roadAndWaterLines : roadLines

const shortProvince = (province: Division): string => province.name.replace(/(自治区|省)$/, '')

/** 吉林市 keeps its 市: 吉林 alone is the province. */
const shortPrefecture = (prefecture: Division): string =>
  prefecture.name.replace('朝鲜族自治州', '').replace(/(?<!吉林)市$|地区$/, '')

/** 铁岭县 keeps its 县: 铁岭 alone is the city. */
function shortCounty(county: Division, prefecture: Division): string {
  const stem = county.name
    .replace(/(蒙古族|满族|朝鲜族|达斡尔族)*(自治县|自治旗)$/, '')
    .replace(/^(..+)(市|县)$/, '$1')
  return stem === shortPrefecture(prefecture) ? `${stem}县` : stem
}

function withDocumentedName(agency: FoundedAgency): FoundedAgency {
  const documented = documentedNames[agency.code]
  return documented ? { ...agency, ...documented, nameConfidence: 'documented' } : agency
}
