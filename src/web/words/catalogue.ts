import type { Language, Words } from '../../kernel/words.ts'
import { account } from './account.words.ts'
import { administration } from './administration.words.ts'
import { capsule } from './capsule.words.ts'
import { cases } from './cases.words.ts'
import { deadlines } from './deadlines.words.ts'
import { directory } from './directory.words.ts'
import { form } from './form.words.ts'
import { frame } from './frame.words.ts'
import { letters } from './letters.words.ts'
import { lists } from './lists.words.ts'
import { matter } from './matter.words.ts'
import { notifications } from './notifications.words.ts'
import { retention } from './retention.words.ts'
import { signIn } from './sign-in.words.ts'
import { tokens } from './tokens.words.ts'
import { workbench } from './workbench.words.ts'

/** Every word the page itself says, both languages side by side: one without its translation does not compile. */
export const catalogue = {
  frame,
  signIn,
  workbench,
  lists,
  letters,
  cases,
  capsule,
  retention,
  matter,
  form,
  directory,
  deadlines,
  administration,
  tokens,
  account,
  notifications,
} as const satisfies Record<string, Readonly<Record<string, Words>>>

type Catalogue = typeof catalogue

/** The catalogue in one language, as the translator wants it. */
export type InLanguage = { [Area in keyof Catalogue]: { [Key in keyof Catalogue[Area]]: string } }

/** Picks one language out of the catalogue. */
export function inLanguage(language: Language): InLanguage {
  return Object.fromEntries(
    Object.entries(catalogue).map(([area, words]) => [
      area,
      Object.fromEntries(Object.entries(words).map(([key, pair]) => [key, pair[language]])),
    ]),
  ) as InLanguage
}
