import type { Language } from '../kernel/words.ts'

/** An agency as the API names it: short where one goes by that, in full elsewhere. Only the Chinese name is official. */
export type NamedAgency = { readonly name: string; readonly nameEn: string; readonly shortName?: string }

/** What an agency is called in a line of output. */
export const agencyName = ({ name, nameEn, shortName }: NamedAgency, language: Language): string =>
  language === 'en' && nameEn !== '' ? nameEn : (shortName ?? name)
