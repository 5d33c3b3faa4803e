import { normalisePlate } from './plate.ts'
import { provinceOfPlate } from './plate-province.ts'

/**
 * The issuing office of each letter 发牌机关代号, by province: two digits are a prefecture of it, six a division of its own. Where one
 * letter stands for several, the likeliest comes first. Letters of areas without a division code (吉K 长白山, 冀X 雄安), of offices
 * of the province (闽K, 鲁W) and of several counties alike (琼C, 琼D) are left out: those plates tell the province alone, as all
 * plates of a municipality do. Retold by two public lists that agree and not read in a rule, so it is good for a suggestion only.
 */
const offices: Readonly<Record<string, string>> = {
  '13': 'A01 B02 C03 D04 E05 F06 G07 H08 J09 R10 T11',
  '14': 'A01 B02 C03 D04 E05 F06 H09 J11 K07 L10 M08',
  '15': 'A01 B02 C03 D04 E07 F22 G05 H25 J09 K06 L08 M29',
  '21': 'A01 B02 C03 D04 E05 F06 G07 H08 J09 K10 L11 M12 N13 P14',
  // 公主岭 left 四平 for 长春 in 2020; the plates it issued before are 吉C still.
  '22': 'A01 B02 C03/220184 D04 E05 F06 G08 H24 J07',
  '23': 'A01 B02 C10 D08 E06 F07 G03 H04 J05 K09 L01 M12 N11 P27',
  '32': 'A01 B02 C03 D04 E05 F06 G07 H08 J09 K10 L11 M12 N13 U05',
  '33': 'A01 B02 C03 D06 E05 F04 G07 H08 J10 K11 L09 M01',
  // 巢湖 was divided among three cities in 2011.
  '34': 'A01 B02 C03 D04 E05 F06 G07 H08 J10 K12 L13 M11 N15 P18 Q01/02/05 R17 S16',
  '35': 'A01 B03 C05 D02 E06 F08 G04 H07 J09',
  '36': 'A01 B07 C09 D08 E11 F10 G04 H02 J03 K05 L06 M01',
  '37': 'A01 B02 C03 D04 E05 F06 G07 H08 J09 K10 L11 M16 N14 P15 Q13 R17 S01 U02 V07 Y06',
  '41': 'A01 B02 C03 D04 E05 F06 G07 H08 J09 K10 L11 M12 N14 P16 Q17 R13 S15 U419001',
  '42': 'A01 B02 C03 D10 E05 F06 G07 H08 J11 K09 L12 M429004 N429005 P429021 Q28 R429006 S13',
  '43': 'A01 B02 C03 D04 E05 F06 G08 H09 J07 K13 L10 M11 N12 U31',
  '44': 'A01 B03 C04 D05 E06 F02 G08 H12 J07 K09 L13 M14 N15 P16 Q17 R18 S19 T20 U51 V52 W53 X06 Y06',
  '45': 'A01 B02 C03 D04 E05 F14 G13 H03 J11 K09 L10 M12 N07 P06 R08',
  '46': 'A01 B02',
  '51': 'A01 B07 C03 D04 E05 F06 G01 H08 J09 K10 L11 M20 Q15 R13 S17 T18 U32 V33 W34 X16 Y19 Z14',
  '52': 'A01 B02 C03 D06 E23 F05 G04 H26 J27',
  '53': 'A01 C06 D03 E23 F04 G25 H26 J08 K28 L29 M05 N31 P07 Q33 R34 S09',
  '54': 'A01 B03 C05 D02 E06 F25 G04',
  '61': 'A01 B02 C03 D04 E05 F07 G09 H10 J06 K08 V610403',
  '62': 'A01 B02 C03 D04 E05 F09 G07 H06 J11 K12 L08 M10 N29 P30',
  '63': 'A01 B02 C22 D23 E25 F26 G27 H28',
  '64': 'A01 B02 C03 D04 E05',
  '65': 'A01 B23 C659001 D654003 E27 F40 G42 H43 J02 K04 L05 M28 N29 P30 Q31 R32',
}

/** The municipalities, of which any plate says all there is to say. */
const municipalities: readonly string[] = ['11', '12', '31', '50']

/** What the first two characters of a plate tell about where the vehicle is registered 车籍地. */
export type PlateHome = {
  /** The two characters, such as 吉C. */
  readonly prefix: string
  /** Division codes that issue it, the likeliest first; more than one where the plate alone does not decide. */
  readonly divisions: readonly [string, ...string[]]
  /** True where only the province can be told, though a city or county of it issued the plate. */
  readonly isProvinceOnly: boolean
}

/** Where a vehicle is registered by its plate; undefined where no province stands on it, such as on temporary or foreign plates. */
export function homeOfPlate(plate: string): PlateHome | undefined {
  const province = provinceOfPlate(plate)
  if (!province) return undefined
  const prefix = [...normalisePlate(plate)].slice(0, 2).join('')
  const entry = offices[province]?.split(' ').find((each) => each.startsWith(prefix.slice(-1)))
  const [first, ...others] = (entry?.slice(1).split('/') ?? []).map((code) =>
    code.length === 2 ? `${province}${code}00` : code,
  )
  return first
    ? { prefix, divisions: [first, ...others], isProvinceOnly: false }
    : { prefix, divisions: [`${province}0000`], isProvinceOnly: !municipalities.includes(province) }
}
