import { useEffect } from 'react'
import { useWords } from '../words/language.ts'

/** Names the page in the browser's tab and history. */
export function useTitle(title: string): void {
  const { t } = useWords()
  const product = t('frame.product')
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`
  }, [title, product])
}
