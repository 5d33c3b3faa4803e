import type { ReactNode } from 'react'
import { speak, useWords } from '../words/language.ts'
import { Mark } from './mark.tsx'

/** What stands around a page before one is let in: whose system it is, the other language, and what must not be entered. */
export function Door({ children }: { readonly children: ReactNode }) {
  const { t, language } = useWords()
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <Mark />
        <div>
          <p className="sign-in-product">{t('frame.product')}</p>
          <p>{t('frame.productLong')}</p>
        </div>
        <button
          type="button"
          className="bar-button"
          aria-label={t('frame.languageLabel')}
          onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}
        >
          {t('frame.language')}
        </button>
      </header>
      <main className="sign-in-body">{children}</main>
      <footer className="frame-foot">{t('frame.notClassified')}</footer>
    </div>
  )
}
