import type { FoundedAgency } from './founded-agency.ts'

type Expressway = {
  readonly unit: string
  readonly name: string
  readonly nameEn: string
  /** Where its brigades sit, in order along the road: division code, place, place in English. */
  readonly brigades: readonly (readonly [division: string, place: string, placeEn: string])[]
}

/** One road, one detachment (一路一支队), under the corps of the province. */
const expresswaysByProvince: Readonly<
  Record<string, { corps: string; short: string; roads: readonly Expressway[] }>
> = {
  '210000': {
    corps: '辽宁省交通运输综合行政执法总队',
    short: '辽宁',
    roads: [
      {
        unit: 'GS1',
        name: '京哈高速公路',
        nameEn: 'Beijing–Harbin Expressway',
        brigades: [
          ['211400', '葫芦岛', 'Huludao'],
          ['210700', '锦州', 'Jinzhou'],
          ['210100', '沈阳', 'Shenyang'],
          ['211200', '铁岭', 'Tieling'],
        ],
      },
      {
        unit: 'GS2',
        name: '沈海高速公路',
        nameEn: 'Shenyang–Haikou Expressway',
        brigades: [
          ['211000', '辽阳', 'Liaoyang'],
          ['210300', '鞍山', 'Anshan'],
          ['210800', '营口', 'Yingkou'],
          ['210200', '大连', 'Dalian'],
        ],
      },
    ],
  },
  '220000': {
    corps: '吉林省交通运输综合行政执法局',
    short: '吉林',
    roads: [
      {
        unit: 'GS1',
        name: '京哈高速公路',
        nameEn: 'Beijing–Harbin Expressway',
        brigades: [
          ['220300', '四平', 'Siping'],
          ['220100', '长春', 'Changchun'],
          ['220700', '松原', 'Songyuan'],
        ],
      },
      {
        unit: 'GS2',
        name: '珲乌高速公路',
        nameEn: 'Hunchun–Ulanhot Expressway',
        brigades: [
          ['222400', '延边', 'Yanbian'],
          ['220200', '吉林', 'Jilin'],
          ['220800', '白城', 'Baicheng'],
        ],
      },
    ],
  },
  '230000': {
    corps: '黑龙江省交通运输综合行政执法总队',
    short: '黑龙江',
    roads: [
      {
        unit: 'GS1',
        name: '绥满高速公路',
        nameEn: 'Suifenhe–Manzhouli Expressway',
        brigades: [
          ['231000', '牡丹江', 'Mudanjiang'],
          ['230100', '哈尔滨', 'Harbin'],
          ['230600', '大庆', 'Daqing'],
          ['230200', '齐齐哈尔', 'Qiqihar'],
        ],
      },
      {
        unit: 'GS2',
        name: '鹤大高速公路',
        nameEn: 'Hegang–Dalian Expressway',
        brigades: [
          ['230400', '鹤岗', 'Hegang'],
          ['230800', '佳木斯', 'Jiamusi'],
        ],
      },
    ],
  },
  '150000': {
    corps: '内蒙古自治区交通运输综合行政执法总队',
    short: '内蒙古',
    roads: [
      {
        unit: 'GS1',
        name: '长深高速公路',
        nameEn: 'Changchun–Shenzhen Expressway',
        brigades: [
          ['150500', '通辽', 'Tongliao'],
          ['150400', '赤峰', 'Chifeng'],
        ],
      },
      {
        unit: 'GS2',
        name: '绥满高速公路',
        nameEn: 'Suifenhe–Manzhouli Expressway',
        brigades: [['150700', '呼伦贝尔', 'Hulunbuir']],
      },
    ],
  },
}

const lines = [
  'road-admin',
  'oversize',
  'overload',
  'illegal-operation',
  'passenger-hazmat',
  'freight',
] as const

/** The expressway detachments of the four provinces and their brigades (1+N: a district's team and the N along its roads). */
export const expressways: readonly FoundedAgency[] = Object.entries(expresswaysByProvince).flatMap(
  ([province, { corps, short, roads }]) =>
    roads.flatMap((road): FoundedAgency[] => [
      {
        code: `${province}-${road.unit}`,
        name: `${corps}${road.name}支队`,
        nameEn: `${road.nameEn} Detachment`,
        shortName: `${short}${road.name.slice(0, 4)}支队`,
        nameConfidence: 'pattern',
        kind: 'expressway-detachment',
        level: 'prefecture',
        parent: `${province}-ZF`,
        division: province,
        lines,
        actsInNameOf: province,
      },
      ...road.brigades.map(
        ([division, place, placeEn], index): FoundedAgency => ({
          code: `${province}-${road.unit}-${String(index + 1).padStart(2, '0')}`,
          name: `${corps}${road.name}支队${place}大队`,
          nameEn: `${road.nameEn} Detachment, ${placeEn} Brigade`,
          shortName: `${road.name.slice(0, 4)}${place}大队`,
          nameConfidence: 'pattern',
          kind: 'expressway-brigade',
          level: 'county',
          parent: `${province}-${road.unit}`,
          division,
          lines,
          actsInNameOf: province,
        }),
      ),
    ]),
)
