import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { asProblem } from '../api/call.ts'
import { useWords } from '../words/language.ts'

/** A whole page that cannot be shown: why, and where to go from here. */
export function ProblemPage({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t, say } = useWords()
  return (
    <section className="card empty" role="alert">
      <h1>{t('frame.cannotShow')}</h1>
      <p>{say(asProblem(error).words)}</p>
      <p className="row">
        <Button onClick={onRetry}>{t('frame.retry')}</Button>
        <Link to="/" className="button">
          {t('frame.toWorkbench')}
        </Link>
      </p>
    </section>
  )
}
