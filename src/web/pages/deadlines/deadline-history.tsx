import { useQuery } from '@tanstack/react-query'
import type { ListedRule } from '../../../features/rules/list-rules.ts'
import { wordsOfSpan } from '../../../kernel/term.ts'
import { deadlineDecisionsQuery } from '../../api/rule-queries.ts'
import { useWords } from '../../words/language.ts'
import { DecisionHistory } from './decision-history.tsx'

/** Which alliance adopted which deadlines, the newest first; nothing where none has. */
export function DeadlineHistory({ rules }: { readonly rules: readonly ListedRule[] }) {
  const { t, say, aside } = useWords()
  const { data: decisions = [] } = useQuery(deadlineDecisionsQuery)
  return (
    <DecisionHistory
      decisions={decisions}
      heading={t('deadlines.length')}
      rule={({ ruleId, variant }) => {
        const rule = rules.find(({ id }) => id === ruleId)
        const of = rule?.variants.find((each) => each.variant === variant)
        if (!rule) return <span className="mono">{ruleId}</span>
        return `${say(rule.name)}${of ? aside(say(of.name)) : ''}`
      }}
      number={({ value, unit, extension }) =>
        `${say(wordsOfSpan({ value, unit }))}${
          extension === null
            ? ''
            : aside(t('deadlines.extension', { length: say(wordsOfSpan({ value: extension, unit })) }))
        }`
      }
    />
  )
}
