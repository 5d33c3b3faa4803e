import Button from 'antd/es/button'
import type { Fault } from '../../kernel/refusal.ts'
import { asProblem } from '../api/call.ts'
import { useWords } from '../words/language.ts'

type Props = {
  readonly error: unknown
  /** What the fields of the form are called, by the name the server knows them by: a fault says which one it is about. */
  readonly names?: Readonly<Record<string, string>>
  readonly onRetry?: () => void
}

/** What went wrong and what to do next, in the server's words. */
export function ProblemNotice({ error, names = {}, onRetry }: Props) {
  const { t, say } = useWords()
  const problem = asProblem(error)
  // Where the refusal is one fault, the server says it once for both.
  const faults = problem.faults.filter(({ message }) => message.zh !== problem.words.zh)
  const nameOf = ({ path: [field] }: Fault) => {
    const name = names[String(field)]
    return name === undefined ? '' : `${name}${t('frame.colon')}`
  }
  return (
    <div className="notice notice-red" role="alert">
      <span>{say(problem.words)}</span>
      {faults.length > 0 ? (
        <ul className="notice-faults">
          {faults.map((fault) => (
            <li key={`${fault.path.join('.')} ${fault.message.zh}`}>
              {nameOf(fault)}
              {say(fault.message)}
            </li>
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
