import { Link } from '@tanstack/react-router'
import { useTitle } from '../parts/use-title.ts'
import { useWords } from '../words/language.ts'

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useWords()
  useTitle(t('frame.notFoundTitle'))
  return (
    <section className="card empty">
      <h1>{t('frame.notFoundTitle')}</h1>
      <p>{t('frame.notFoundText')}</p>
      <p>
        <Link to="/" className="button">
          {t('frame.toWorkbench')}
        </Link>
      </p>
    </section>
  )
}
