import type { KindView } from '../../features/matters/matter-views.ts'
import { when } from '../parts/when.ts'
import { agencyName } from '../words/agency-name.ts'
import { useWords } from '../words/language.ts'
import type { AnsweredRecord } from './answered-record.ts'
import { RecordForm } from './record-form.tsx'

type Props = AnsweredRecord & { readonly kind: KindView }

/** What an action answers, above its form, open; what only came before it is a click away. Nobody closes the form to read it. */
export function AnsweredRecordPanel({ event, isAnswered, kind }: Props) {
  const { t, say, language } = useWords()
  const who = [event.agency && agencyName(language, event.agency), event.person?.name].filter(Boolean)
  return (
    <details className="answered-record" open={isAnswered}>
      <summary>
        {t(isAnswered ? 'matter.answers' : 'matter.stepBefore', { what: say(event.words) })}
        <span className="soft small"> {[when(event.at, language), ...who].join(' · ')}</span>
      </summary>
      <RecordForm event={event} kind={kind} />
    </details>
  )
}
