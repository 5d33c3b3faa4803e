import type { ReactNode } from 'react'
import { speak, useWords } from '../words/language.ts'
import { Mark } from './mark.tsx'

type Props = {
  readonly children: ReactNode
  /** The class that lays the page out, where it is not a form to sign in with. */
  readonly layout?: string
}

/** What stands around a page one need not be signed in for: whose system it is, the other language, and what must not be entered. */
export function Door({ children, layout = 'sign-in-body' }: Props) {
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
      <main className={layout}>{children}</main>
      <footer className="frame-foot">{t('frame.notClassified')}</footer>
    </div>
  )
}
