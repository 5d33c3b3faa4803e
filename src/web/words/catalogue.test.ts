import { expect, test } from 'vitest'
import type { Words } from '../../kernel/words.ts'
import { catalogue } from './catalogue.ts'

/** Words that show braces to the reader: those of the templates of letters. */
const aboutBraces = ['letters.templatesText']

const all = Object.entries(catalogue).flatMap(([area, words]) =>
  Object.entries<Words>(words).map(([key, pair]) => ({ name: `${area}.${key}`, ...pair })),
)

/** What is to be filled in, such as `number`, each name once. */
const filledIn = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join()

test('both languages of the page have the same to fill in', () => {
  const differing = all.filter(({ zh, en }) => filledIn(zh) !== filledIn(en))

  expect(differing.map(({ name }) => name)).toEqual([])
})

test('what is to be filled in stands in two braces on each side', () => {
  const stray = all.filter(({ zh, en }) => /[{}]/.test(`${zh}${en}`.replaceAll(/\{\{\w+\}\}/g, '')))

  expect(stray.map(({ name }) => name)).toEqual(aboutBraces)
})
