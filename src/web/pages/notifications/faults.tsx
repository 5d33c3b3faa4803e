import type { Problem } from '../../api/call.ts'
import { useWords } from '../../words/language.ts'

/** What is wrong with what was typed, above the form. */
export function Faults({ problem }: { readonly problem: Problem | undefined }) {
  const { say } = useWords()
  if (!problem) return null
  const words = problem.faults.length > 0 ? problem.faults.map(({ message }) => message) : [problem.words]
  return (
    <div className="notice notice-red" role="alert">
      {words.map((each) => (
        <span key={each.zh}>{say(each)}</span>
      ))}
    </div>
  )
}
