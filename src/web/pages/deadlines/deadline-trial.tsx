import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import Select from 'antd/es/select'
import { useState } from 'react'
import type { ExplainedDeadline } from '../../../features/rules/explain-deadline.ts'
import type { ListedRule } from '../../../features/rules/list-rules.ts'
import { call } from '../../api/call.ts'
import { TimeInput } from '../../form/widgets/time-input.tsx'
import { Labelled } from '../../parts/labelled.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly rules: readonly ListedRule[]
  /** The alliance whose own deadlines count; by law alone when absent. */
  readonly alliance?: string | undefined
}

/** Works a deadline out before one's eyes; rule and beginning stand in the address, so that it can be passed on. */
export function DeadlineTrial({ rules, alliance }: Props) {
  const { t, say, language } = useWords()
  const navigate = useNavigate()
  const search = useSearch({ from: '/inside/deadlines' })
  const [now] = useState(() => `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16)}:00+08:00`)
  const [chosenVariant, setVariant] = useState<string>()
  const rule = rules.find(({ id }) => id === search.rule)
  // Whoever writes the address by hand leaves the zone out; it is China's, as everywhere here.
  const from = search.from?.replace(/T\d\d:\d\d(:\d\d)?$/, '$&+08:00') ?? now
  const variant =
    rule?.variants.find((each) => each.variant === chosenVariant)?.variant ??
    rule?.variants[0]?.variant ??
    null
  const question = {
    rule: rule?.id ?? '',
    from,
    ...(variant ? { variant } : {}),
    ...(alliance ? { alliance } : {}),
  }
  const answer = useQuery({
    queryKey: ['deadline', question],
    queryFn: ({ signal }) => call<ExplainedDeadline>('POST', '/deadlines', { body: question, signal }),
    enabled: rule !== undefined && from !== '',
    staleTime: 60_000,
  })
  const go = (change: { readonly rule?: string; readonly from?: string }) =>
    void navigate({ to: '/deadlines', search: (before) => ({ ...before, ...change }), replace: true })
  return (
    <section className="card" aria-labelledby="trial">
      <h2 id="trial">{t('deadlines.tryTitle')}</h2>
      <p className="soft">{t('deadlines.tryText')}</p>
      <div className="trial">
        <Labelled id="trial-rule" label={t('deadlines.rule')}>
          <Select
            id="trial-rule"
            aria-labelledby="trial-rule-label"
            showSearch={{ optionFilterProp: 'label' }}
            value={rule?.id ?? null}
            placeholder={t('form.choose')}
            onChange={(id) => go({ rule: id ?? '' })}
            options={rules.map(({ id, name }) => ({ value: id, label: `${say(name)} ${id}` }))}
          />
        </Labelled>
        {rule && rule.variants.length > 0 ? (
          <Labelled id="trial-variant" label={t('deadlines.variant')}>
            <Select
              id="trial-variant"
              aria-labelledby="trial-variant-label"
              value={variant}
              onChange={(next) => setVariant(next ?? undefined)}
              options={rule.variants.map((each) => ({ value: each.variant, label: say(each.name) }))}
            />
          </Labelled>
        ) : null}
        <Labelled id="trial-from" label={t('deadlines.startedAt')}>
          <TimeInput
            id="trial-from"
            aria={{ 'aria-required': true, 'aria-invalid': false }}
            isDay={false}
            value={from}
            onChange={(next) => go({ from: next })}
            onLeave={() => {}}
          />
        </Labelled>
      </div>
      {answer.isError ? <ProblemNotice error={answer.error} /> : null}
      {answer.data && rule ? (
        <div className="trial-answer" role="status">
          <p>
            {t('deadlines.due')}
            {t('frame.colon')}
            <strong>{when(answer.data.due, language)}</strong>
          </p>
          <ol>
            {answer.data.steps.map((step) => (
              <li key={step.words.zh}>{say(step.words)}</li>
            ))}
          </ol>
        </div>
      ) : null}
    </section>
  )
}
