import type { FoundedAgency } from './founded-agency.ts'
import type { LineOfBusiness } from './lines-of-business.ts'

const police = ['traffic-police'] as const satisfies readonly LineOfBusiness[]
const market = ['market'] as const satisfies readonly LineOfBusiness[]

/**
 * A partner department has a line of its own, so it has no parent here and no common superior with a transport agency.
 * It receives and answers with a thin account.
 */
function partner(
  code: string,
  name: string,
  nameEn: string,
  shortName: string,
  level: 'province' | 'prefecture' | 'county',
  lines: readonly LineOfBusiness[],
): FoundedAgency {
  const division = code.slice(0, 6)
  return { code, name, nameEn, shortName, nameConfidence: 'pattern', kind: 'partner', level, division, lines }
}

function station(
  division: string,
  name: string,
  nameEn: string,
  shortName: string,
  more: Partial<FoundedAgency> = {},
): FoundedAgency {
  return {
    code: `${division}-CZ1`,
    name,
    nameEn,
    shortName,
    nameConfidence: 'pattern',
    kind: 'station',
    level: 'county',
    parent: `${division}-ZF`,
    division,
    lines: ['overload'],
    ...more,
  }
}

/** Partners and stations around the borders where cases cross most, and the office of the joint conference. */
export const partnersAndStations: readonly FoundedAgency[] = [
  {
    code: '210000-FW',
    name: '辽宁省交通运输事务服务中心',
    nameEn: 'Liaoning Transport Affairs Service Centre',
    shortName: '辽宁交通事务服务中心',
    nameConfidence: 'documented',
    kind: 'office',
    level: 'province',
    parent: '210000',
    division: '210000',
    lines: ['legal', 'emergency'],
  },

  station('211224', '昌图县 102 国道超限检测站', 'Changtu G102 Overload Inspection Station', '昌图102超限站'),
  station('220303', '四平市 102 国道超限检测站', 'Siping G102 Overload Inspection Station', '四平102超限站'),
  station(
    '220382',
    '双辽市 203 国道超限检测站',
    'Shuangliao G203 Overload Inspection Station',
    '双辽203超限站',
  ),
  station(
    '150522',
    '科左后旗 203 国道超限检测站',
    'Horqin Left Rear Banner G203 Overload Inspection Station',
    '科左后旗203超限站',
  ),
  station(
    '211421',
    '绥中县 102 国道超限检测站',
    'Suizhong G102 Overload Inspection Station',
    '绥中102超限站',
  ),
  station('220781', '扶余市 102 国道超限检测站', 'Fuyu G102 Overload Inspection Station', '扶余102超限站'),
  station(
    '230113',
    '双城 102 国道超限检测站',
    'Shuangcheng G102 Overload Inspection Station',
    '双城102超限站',
  ),
  station('411628', '太清超限检测站', 'Taiqing Overload Inspection Station', '太清超限站', {
    nameConfidence: 'documented',
  }),
  station('110116', '汤河口检查站', 'Tanghekou Inspection Station', '汤河口检查站', {
    nameConfidence: 'documented',
    parent: '110000-ZF-10',
    lines: ['illegal-operation', 'passenger-hazmat', 'overload'],
  }),

  partner(
    '211200-GA',
    '铁岭市公安局交通警察支队',
    'Tieling Traffic Police',
    '铁岭交警支队',
    'prefecture',
    police,
  ),
  partner(
    '211224-GA',
    '昌图县公安局交通警察大队',
    'Changtu Traffic Police',
    '昌图交警大队',
    'county',
    police,
  ),
  partner(
    '220300-GA',
    '四平市公安局交通警察支队',
    'Siping Traffic Police',
    '四平交警支队',
    'prefecture',
    police,
  ),
  partner('220322-GA', '梨树县公安局交通警察大队', 'Lishu Traffic Police', '梨树交警大队', 'county', police),
  partner(
    '220382-GA',
    '双辽市公安局交通警察大队',
    'Shuangliao Traffic Police',
    '双辽交警大队',
    'county',
    police,
  ),
  partner(
    '150500-GA',
    '通辽市公安局交通警察支队',
    'Tongliao Traffic Police',
    '通辽交警支队',
    'prefecture',
    police,
  ),
  partner(
    '211200-SJ',
    '铁岭市市场监督管理局',
    'Tieling Market Regulation',
    '铁岭市场监管局',
    'prefecture',
    market,
  ),
  partner(
    '211224-SJ',
    '昌图县市场监督管理局',
    'Changtu Market Regulation',
    '昌图市场监管局',
    'county',
    market,
  ),
  partner(
    '220300-SJ',
    '四平市市场监督管理局',
    'Siping Market Regulation',
    '四平市场监管局',
    'prefecture',
    market,
  ),
  partner('220322-SJ', '梨树县市场监督管理局', 'Lishu Market Regulation', '梨树市场监管局', 'county', market),
  partner('210000-HS', '辽宁海事局', 'Liaoning Maritime Safety Administration', '辽宁海事局', 'province', [
    'maritime',
  ]),
  partner(
    '230000-HS',
    '黑龙江海事局',
    'Heilongjiang Maritime Safety Administration',
    '黑龙江海事局',
    'province',
    ['maritime'],
  ),
  partner('210200-YZ', '大连市渔政执法部门', 'Dalian Fishery Enforcement', '大连渔政', 'prefecture', [
    'fishery',
  ]),
  partner('220700-YZ', '松原市渔政执法部门', 'Songyuan Fishery Enforcement', '松原渔政', 'prefecture', [
    'fishery',
  ]),
  partner(
    '210000-GG',
    '辽宁省高速公路经营单位',
    'Liaoning Expressway Operator',
    '辽宁高速公路经营单位',
    'province',
    ['road-operation'],
  ),
  partner(
    '220000-GG',
    '吉林省高速公路经营单位',
    'Jilin Expressway Operator',
    '吉林高速公路经营单位',
    'province',
    ['road-operation'],
  ),

  partner('320509-ZH', '苏州市吴江区综合行政执法部门', 'Wujiang Urban Management', '吴江综合执法', 'county', [
    'urban-management',
  ]),
  partner('310118-ZH', '上海市青浦区综合行政执法部门', 'Qingpu Urban Management', '青浦综合执法', 'county', [
    'urban-management',
  ]),
  partner('330421-ZH', '嘉善县综合行政执法部门', 'Jiashan Urban Management', '嘉善综合执法', 'county', [
    'urban-management',
  ]),

  partner(
    '420300-GA',
    '十堰市公安局交通警察支队',
    'Shiyan Traffic Police',
    '十堰交警支队',
    'prefecture',
    police,
  ),
  partner(
    '533301-GA',
    '上江边境派出所',
    'Shangjiang Border Police Station',
    '上江边境派出所',
    'county',
    police,
  ),
]
