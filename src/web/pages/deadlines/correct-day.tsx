import App from 'antd/es/app'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'
import { TimeInput } from '../../form/widgets/time-input.tsx'
import { Labelled } from '../../parts/labelled.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { emptyOf, SubmitButton } from '../../parts/submit-button.tsx'
import { useWords } from '../../words/language.ts'

/** The system administrator overrules the published calendar for one day. */
export function CorrectDay({ year }: { readonly year: number }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const [day, setDay] = useState('')
  const [working, setWorking] = useState(false)
  const [reason, setReason] = useState('')
  const [source, setSource] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(undefined)
    try {
      await call('PUT', `/calendar/${day}`, { body: { working, reason, source } })
      void queries.invalidateQueries({ queryKey: ['calendar', year] })
      message.success(t('deadlines.corrected'))
      setReason('')
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <section className="card" aria-labelledby="correct-day">
      <h2 id="correct-day">{t('deadlines.correct')}</h2>
      <p className="soft">{t('deadlines.correctText')}</p>
      {problem ? <ProblemNotice error={problem} /> : null}
      <form
        className="stack"
        onSubmit={(event) => void submit(event)}
        noValidate
        aria-labelledby="correct-day"
      >
        <Labelled id="correct-which" label={t('deadlines.day')}>
          <TimeInput
            id="correct-which"
            aria={{ 'aria-required': true, 'aria-invalid': false }}
            isDay
            value={day}
            onChange={setDay}
            onLeave={() => {}}
          />
        </Labelled>
        <Checkbox checked={working} onChange={({ target }) => setWorking(target.checked)}>
          {t('deadlines.working')}
        </Checkbox>
        <Labelled id="correct-reason" label={t('deadlines.reason')}>
          <Input
            id="correct-reason"
            value={reason}
            maxLength={300}
            onChange={({ target }) => setReason(target.value)}
          />
        </Labelled>
        <Labelled id="correct-source" label={t('deadlines.source')}>
          <Input
            id="correct-source"
            value={source}
            maxLength={300}
            onChange={({ target }) => setSource(target.value)}
          />
        </Labelled>
        <div className="row">
          <SubmitButton
            type="primary"
            missing={emptyOf({
              [t('deadlines.day')]: day,
              [t('deadlines.reason')]: reason,
              [t('deadlines.source')]: source,
            })}
          >
            {t('frame.save')}
          </SubmitButton>
        </div>
      </form>
    </section>
  )
}
