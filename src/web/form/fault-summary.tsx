import { useEffect, useRef } from 'react'
import type { Fault } from '../../kernel/refusal.ts'
import { useWords } from '../words/language.ts'
import { type Form, placeWords } from './form-context.ts'
import { fieldId } from './form-path.ts'

type Props = {
  readonly form: Form
  readonly faults: readonly Fault[]
  /** Changes whenever somebody tried to submit: the focus moves here, so that nobody wonders why nothing happens. */
  readonly attempt: number
  /** Brings the field onto the screen where it stands in another step. */
  readonly onReach?: (fault: Fault) => void
  /** What the place of a fault is called where the words of the form do not say it. */
  readonly placeOf?: (fault: Fault) => string | undefined
}

/** All faults at the top, in the words of the fields; each line leads to its field. */
export function FaultSummary({ form, faults, attempt, onReach, placeOf }: Props) {
  const { t, say } = useWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) place.current?.focus()
  }, [attempt])
  if (attempt === 0 || faults.length === 0) return null
  const nameOf = (fault: Fault) => {
    const name = placeOf?.(fault) ?? say(placeWords(form.words, fault.path))
    return name === '' ? '' : `${name}${t('frame.colon')}`
  }
  return (
    <div className="fault-summary" role="alert" tabIndex={-1} ref={place}>
      <h2>{t('form.faultsTitle', { count: faults.length })}</h2>
      <p>{t('form.faultsText')}</p>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.path.join('.')} ${fault.message.zh}`}>
            <a
              href={`#${fieldId(form.prefix, fault.path)}`}
              onClick={(event) => {
                event.preventDefault()
                onReach?.(fault)
                reach(fieldId(form.prefix, fault.path))
              }}
            >
              {nameOf(fault)}
              {say(fault.message)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Moves to a field, also when it is drawn only after another step has opened. */
export function reach(id: string, attempts = 20): void {
  const found = document.getElementById(id)
  if (!found) {
    if (attempts > 0) setTimeout(() => reach(id, attempts - 1), 50)
    return
  }
  found.scrollIntoView({ block: 'center' })
  const control = found.matches('input, textarea, select, fieldset, [tabindex]')
    ? found
    : found.querySelector<HTMLElement>('input:not([hidden]), textarea, select, button')
  control?.focus()
}
