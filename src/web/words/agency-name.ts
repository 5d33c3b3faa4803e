import type { Language } from '../../kernel/words.ts'

/** An agency with its official name, which is Chinese, and its English one. */
export type NamedAgency = { readonly name: string; readonly nameEn: string }

/** What an agency is called in a language. Only the Chinese name is official; whoever reads English also gets that one. */
export function agencyName(language: Language, agency: NamedAgency): string {
  return language === 'en' && agency.nameEn !== '' ? agency.nameEn : agency.name
}

/**
 * The same, as short as a list needs it. English names differ in place and rank; that they are about transport enforcement
 * goes without saying here.
 */
export function agencyShortName(
  language: Language,
  agency: NamedAgency & { readonly shortName: string },
): string {
  return language === 'en' && agency.nameEn !== ''
    ? agency.nameEn.replace('Transport Enforcement ', '')
    : agency.shortName
}
