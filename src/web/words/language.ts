import i18next, { type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language, Words } from '../../kernel/words.ts'
import { type InLanguage, inLanguage } from './catalogue.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: InLanguage }
  }
}

const remembered = 'xiezhi.language'

/** The language of this browser until somebody has signed in: chosen last, else Chinese. */
export function firstLanguage(): Language {
  return localStorage.getItem(remembered) === 'en' ? 'en' : 'zh'
}

/** Prepares the translator. Interpolated values are escaped by React. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: 'zh',
    resources: { zh: { translation: inLanguage('zh') }, en: { translation: inLanguage('en') } },
    interpolation: { escapeValue: false },
  })
  tellDocument(firstLanguage())
}

/** Switches the interface and remembers it in this browser. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(remembered, language)
  tellDocument(language)
  await i18next.changeLanguage(language)
}

function tellDocument(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/**
 * What a component says: `t` for the page's own words, `say` for words that come from the server; `list` and `aside` join
 * what is said with the signs of the language.
 */
export type Voice = {
  readonly t: TFunction
  readonly say: (words: Words | undefined) => string
  readonly list: (parts: readonly string[]) => string
  /** In brackets, after something else. */
  readonly aside: (words: string) => string
  /** One sentence after another. */
  readonly sentences: (said: readonly string[]) => string
  readonly language: Language
}

/** The words in the language of the reader. */
export function useWords(): Voice {
  const { t, i18n } = useTranslation()
  const language: Language = i18n.language === 'en' ? 'en' : 'zh'
  return {
    t,
    say: (words) => words?.[language] ?? '',
    list: (parts) => parts.join(language === 'zh' ? '、' : ', '),
    aside: (words) => (language === 'zh' ? `（${words}）` : ` (${words})`),
    sentences: (said) => said.join(language === 'zh' ? '' : ' '),
    language,
  }
}
