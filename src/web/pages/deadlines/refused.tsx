import type { Problem } from '../../api/call.ts'
import { useWords } from '../../words/language.ts'

/** Why a number may not be adopted, in the server's words; what is wrong with single entries says more than the whole. */
export function Refused({ problem }: { readonly problem: Problem }) {
  const { say } = useWords()
  return (
    <div className="notice notice-red" role="alert">
      {problem.faults.length > 0
        ? problem.faults.map((fault) => <span key={fault.path.join('.')}>{say(fault.message)}</span>)
        : say(problem.words)}
    </div>
  )
}
