import Button from 'antd/es/button'
import { asProblem } from '../api/call.ts'
import { useWords } from '../words/language.ts'

/** What went wrong and what to do next, in the server's words. */
export function ProblemNotice({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: () => void
}) {
  const { t, say } = useWords()
  const problem = asProblem(error)
  return (
    <div className="notice notice-red" role="alert">
      <span>{say(problem.words)}</span>
      {problem.faults.length > 0 ? (
        <ul className="notice-faults">
          {problem.faults.map(({ path, message }) => (
            <li key={`${path.join('.')} ${message.zh}`}>{say(message)}</li>
          ))}
        </ul>
      ) : null}
      {onRetry ? (
        <Button size="small" onClick={onRetry}>
          {t('frame.retry')}
        </Button>
      ) : null}
    </div>
  )
}
