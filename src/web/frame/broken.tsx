import type { ErrorComponentProps } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { Problem } from '../api/call.ts'
import { useWords } from '../words/language.ts'

/** A page that could not be shown: the server's own words where it said no, otherwise what to tell the administrator. */
export function Broken({ error }: ErrorComponentProps) {
  const { t, say } = useWords()
  const isOutdated = error instanceof TypeError && /import|module/i.test(error.message)
  return (
    <section className="card empty" role="alert">
      <h1>
        {error instanceof Problem ? say(error.words) : t(isOutdated ? 'frame.reload' : 'frame.brokenTitle')}
      </h1>
      {error instanceof Problem ? null : <p>{t(isOutdated ? 'frame.updatedText' : 'frame.brokenText')}</p>}
      {error instanceof Problem || isOutdated ? null : (
        <pre className="broken-reason">{error instanceof Error ? error.message : String(error)}</pre>
      )}
      <p className="row">
        <Button type="primary" onClick={() => location.reload()}>
          {t('frame.reload')}
        </Button>
        <Button href="/">{t('frame.toWorkbench')}</Button>
      </p>
    </section>
  )
}
