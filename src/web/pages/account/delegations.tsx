import { useQuery } from '@tanstack/react-query'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import type { Delegation } from '../../../features/people/delegations.ts'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'
import { ColleaguePicker } from '../../form/widgets/colleague-picker.tsx'
import { TimeInput } from '../../form/widgets/time-input.tsx'
import { Labelled } from '../../parts/labelled.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { emptyOf, SubmitButton } from '../../parts/submit-button.tsx'
import { usePower } from '../../parts/use-session.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

const required = { 'aria-required': true, 'aria-invalid': false }

/** Who acts for whom while away. */
export function Delegations() {
  const { t, say, language } = useWords()
  const { message } = App.useApp()
  const { data } = useQuery({
    queryKey: ['delegations'],
    queryFn: async ({ signal }) =>
      (await call<{ readonly delegations: readonly Delegation[] }>('GET', '/delegations', { signal }))
        .delegations,
  })
  const end = async (id: string) => {
    try {
      await call('DELETE', `/delegations/${id}`)
      void queries.invalidateQueries({ queryKey: ['delegations'] })
    } catch (error) {
      message.error(say(asProblem(error).words))
    }
  }
  const running = (data ?? []).filter(({ endedAt }) => endedAt === null)
  return (
    <section className="card" aria-labelledby="delegations">
      <h2 id="delegations">{t('account.delegations')}</h2>
      <p className="soft">{t('account.delegationsText')}</p>
      {running.length === 0 ? <p className="soft">{t('account.noDelegations')}</p> : null}
      <ul className="news">
        {running.map((delegation) => (
          <li key={delegation.id}>
            <span>
              {t('account.fromTo', { from: delegation.from.name, to: delegation.to.name })} ·{' '}
              {delegation.reason}
            </span>
            <span className="soft small">
              {t('account.period', {
                from: when(delegation.fromAt, language),
                until: when(delegation.untilAt, language),
              })}
            </span>
            <span>
              <Button
                size="small"
                aria-label={t('account.endNamed', { to: delegation.to.name })}
                onClick={() => void end(delegation.id)}
              >
                {t('account.end')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <DelegateForm />
    </section>
  )
}

function DelegateForm() {
  const { t } = useWords()
  const { message } = App.useApp()
  // The leader arranges it for who could not; null stands for oneself.
  const leads = usePower('lead')
  const [absentee, setAbsentee] = useState<string | null>(null)
  const [to, setTo] = useState<string>()
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(undefined)
    try {
      await call('POST', '/delegations', {
        body: { toAccountId: to, from, until, reason, ...(absentee ? { fromAccountId: absentee } : {}) },
      })
      void queries.invalidateQueries({ queryKey: ['delegations'] })
      message.success(t('account.delegated'))
      setAbsentee(null)
      setTo(undefined)
      setReason('')
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => void submit(event)}
      noValidate
      aria-label={t('account.delegate')}
    >
      {problem ? (
        <ProblemNotice
          error={problem}
          names={{
            fromAccountId: t('account.absentee'),
            toAccountId: t('account.to'),
            from: t('account.begins'),
            until: t('account.ends'),
            reason: t('account.reason'),
          }}
        />
      ) : null}
      {leads ? (
        <Labelled id="delegate-absentee" label={t('account.absentee')} hint={t('account.absenteeHint')}>
          <ColleaguePicker
            id="delegate-absentee"
            aria={required}
            isSeveral={false}
            nobody={t('account.myself')}
            value={absentee}
            onChange={(next) => setAbsentee(typeof next === 'string' ? next : null)}
          />
        </Labelled>
      ) : null}
      <Labelled id="delegate-to" label={t('account.to')}>
        <ColleaguePicker
          id="delegate-to"
          aria={required}
          isSeveral={false}
          value={to}
          onChange={(next) => setTo(typeof next === 'string' ? next : undefined)}
        />
      </Labelled>
      <Labelled id="delegate-from" label={t('account.begins')}>
        <TimeInput
          id="delegate-from"
          aria={required}
          isDay={false}
          value={from}
          onChange={setFrom}
          onLeave={() => {}}
        />
      </Labelled>
      <Labelled id="delegate-until" label={t('account.ends')}>
        <TimeInput
          id="delegate-until"
          aria={required}
          isDay={false}
          value={until}
          onChange={setUntil}
          onLeave={() => {}}
        />
      </Labelled>
      <Labelled id="delegate-reason" label={t('account.reason')}>
        <Input
          id="delegate-reason"
          value={reason}
          maxLength={200}
          onChange={({ target }) => setReason(target.value)}
        />
      </Labelled>
      <div className="row">
        <SubmitButton
          missing={emptyOf({
            [t('account.to')]: to,
            [t('account.begins')]: from,
            [t('account.ends')]: until,
            [t('account.reason')]: reason,
          })}
        >
          {t('account.delegate')}
        </SubmitButton>
      </div>
    </form>
  )
}
