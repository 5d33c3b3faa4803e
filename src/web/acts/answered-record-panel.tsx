import type { EventView, KindView } from '../../features/matters/matter-views.ts'
import { when } from '../parts/when.ts'
import { agencyName } from '../words/agency-name.ts'
import { useWords } from '../words/language.ts'
import { RecordForm } from './record-form.tsx'

type Props = {
  readonly event: EventView
  readonly kind: KindView
  /** Whether the action has to come after it: it is read before anything is typed, as a list to check against. */
  readonly isOpen: boolean
}

/** The record an action answers, above its form: nobody has to close the form to read what it is about. */
export function AnsweredRecordPanel({ event, kind, isOpen }: Props) {
  const { t, say, language } = useWords()
  const who = [event.agency && agencyName(language, event.agency), event.person?.name].filter(Boolean)
  return (
    <details className="answered-record" open={isOpen}>
      <summary>
        {t(isOpen ? 'matter.answers' : 'matter.stepBefore', { what: say(event.words) })}
        <span className="soft small"> {[when(event.at, language), ...who].join(' · ')}</span>
      </summary>
      <RecordForm event={event} kind={kind} />
    </details>
  )
}
