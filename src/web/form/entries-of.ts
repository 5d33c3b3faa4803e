import { createContext, useContext } from 'react'
import type { KindView } from '../../features/matters/matter-views.ts'
import type { Words } from '../../kernel/words.ts'
import { isGroup } from './form-schema.ts'

/** What the matter on the page says, in a form also what was asked for: forms that point to an entry of its lists read it. */
const MatterContent = createContext<Readonly<Record<string, unknown>>>({})

/** Gives the forms below it the content of the matter. */
export const MatterContentProvider = MatterContent.Provider

/** An entry of a list of the content, by its number counted from 1. */
export type Entry = {
  readonly number: number
  readonly label: Words
  readonly value: Readonly<Record<string, unknown>>
}

/** The fields that tell entries of a list apart where no closed choice does, the first that is filled in. */
const tellingFields = ['what', 'plate', 'name', 'field', 'number', 'features']
const mostCharacters = 40

/** The entries of a list of the matter's content, as one chooses among them: `2 调取记录：调取该车出库单…`. */
export function useEntriesOf(list: string, words: KindView['words']): readonly Entry[] {
  const entries = useContext(MatterContent)[list]
  if (!Array.isArray(entries)) return []
  return entries.map((entry, index) => {
    const group = isGroup(entry) ? entry : {}
    const choices = kindFirst(Object.entries(group)).flatMap(
      ([name, value]) =>
        words.options[`${list}[].${name}`]?.[String(value)] ?? words.options[list]?.[String(value)] ?? [],
    )
    const telling = tellingFields.map((name) => group[name]).find((value) => typeof value === 'string')
    const text = typeof telling === 'string' ? shortened(telling) : undefined
    const label = (language: 'zh' | 'en') =>
      [
        String(index + 1),
        ...choices.slice(0, 1).map((words) => words[language]),
        ...(text === undefined ? [] : [text]),
      ].join(' · ')
    return { number: index + 1, label: { zh: label('zh'), en: label('en') }, value: group }
  })
}

/** What sort of thing an entry is tells more than any other choice made in it. */
const kindFirst = <T>(fields: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] =>
  [...fields].sort(([a], [b]) => Number(b === 'kind') - Number(a === 'kind'))

const shortened = (text: string): string =>
  text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text
