import { readFile } from 'node:fs/promises'
import { englishDivisionName } from './division-names.ts'

/** An administrative division of China (行政区划, GB/T 2260). */
export type Division = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: 'province' | 'prefecture' | 'county'
  /** The lowest real division above it; undefined for a province. */
  readonly parent: string | undefined
  /** True for rows of the statistics bureau that are no division: functional zones, containers, areas without county status. */
  readonly pseudo: boolean
  readonly pinyin: string
  readonly initials: string
}

/** Two counties that touch; `contactKm` is null where that is stated and not measured. */
export type Neighbours = {
  readonly a: string
  readonly b: string
  readonly contactKm: number | null
  readonly confidence: 'high' | 'medium' | 'low' | 'stated'
}

type DivisionFile = {
  readonly validFrom: string
  readonly divisions: readonly (readonly [code: string, name: string, pinyin: string, pseudo?: 1])[]
}
type NeighbourFile = {
  readonly pairs: readonly (readonly [string, string, number | null, Neighbours['confidence']])[]
}

/** All divisions, parents before children, and the day from which the list holds. */
export async function readDivisions(): Promise<{ validFrom: string; divisions: readonly Division[] }> {
  const { validFrom, divisions: rows } = await readJson<DivisionFile>('divisions.data.json')
  const pseudo = new Set(rows.filter((row) => row[3]).map(([code]) => code))
  const divisions = rows.map(([code, name, pinyin]): Division => {
    const above = parentCode(code)
    return {
      code,
      name,
      nameEn: englishDivisionName(name, pinyin),
      level: levelOf(code),
      parent: above && pseudo.has(above) ? parentCode(above) : above,
      pseudo: pseudo.has(code),
      pinyin: pinyin.replaceAll(' ', ''),
      initials: pinyin
        .split(' ')
        .map((syllable) => syllable.slice(0, 1))
        .join(''),
    }
  })
  const rank = { province: 0, prefecture: 1, county: 2 }
  return { validFrom, divisions: divisions.toSorted((a, b) => rank[a.level] - rank[b.level]) }
}

/** All pairs of counties known to touch, each once. */
export async function readNeighbours(): Promise<readonly Neighbours[]> {
  const { pairs } = await readJson<NeighbourFile>('neighbours.data.json')
  return pairs.map(([a, b, contactKm, confidence]) => ({ a, b, contactKm, confidence }))
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(new URL(file, import.meta.url), 'utf8'))
}

function levelOf(code: string): Division['level'] {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'prefecture' : 'county'
}

function parentCode(code: string): string | undefined {
  if (code.endsWith('0000')) return undefined
  return code.endsWith('00') ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`
}
