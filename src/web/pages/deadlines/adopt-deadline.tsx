import { useNavigate } from '@tanstack/react-router'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { type FormEvent, useState } from 'react'
import type { AllianceWithMembers } from '../../../features/agencies/alliances.ts'
import type { ListedRule } from '../../../features/rules/list-rules.ts'
import type { Unit } from '../../../kernel/term.ts'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'
import { TimeInput } from '../../form/widgets/time-input.tsx'
import { Labelled } from '../../parts/labelled.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { todayInChina, when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

const units: readonly Unit[] = ['minute', 'hour', 'work_day', 'cal_day', 'month', 'year']
const wholeNumber = /^[1-9][0-9]{0,3}$/
const oneDay = 86_400_000

type Props = { readonly alliance: AllianceWithMembers; readonly rules: readonly ListedRule[] }

/** The joint office writes down what the alliance agreed on. What the law does not allow, the server refuses in words. */
export function AdoptDeadline({ alliance, rules }: Props) {
  const { t, say, language } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [ruleId, setRule] = useState<string>()
  const [variant, setVariant] = useState('')
  const [value, setValue] = useState('')
  const [unit, setUnit] = useState<Unit>('work_day')
  const [extension, setExtension] = useState('')
  const [since, setSince] = useState(() => todayInChina(Date.now() + oneDay))
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  const rule = rules.find(({ id }) => id === ruleId)
  /** Begins at what binds now, so that one sees what one changes. */
  const begin = (next: string, nextVariant: string) => {
    const chosen = rules.find(({ id }) => id === next)
    const binding = chosen?.variants.find((each) => each.variant === nextVariant) ?? chosen
    setRule(next)
    setVariant(nextVariant)
    setProblem(undefined)
    if (!binding) return
    setValue(String(binding.value))
    setUnit(binding.unit)
    setExtension(binding.extension ? String(binding.extension.value) : '')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    try {
      await call('PUT', `/alliances/${alliance.id}/deadline-rules/${ruleId}`, {
        body: {
          variant: variant === '' ? null : variant,
          value: Number(value),
          unit,
          extension: extension === '' ? null : Number(extension),
          effectiveFrom: since,
          reason: reason.trim(),
        },
      })
      await queries.invalidateQueries({ queryKey: ['deadline-rules'] })
      void queries.invalidateQueries({ queryKey: ['deadline'] })
      message.success(t('deadlines.adoptDone', { since: when(since, language, 'day') }))
      setReason('')
      // Shown as of the day from which it holds: today nothing has changed yet.
      void navigate({
        to: '/deadlines',
        search: (now) => ({ ...now, alliance: alliance.code, on: since }),
        replace: true,
      })
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  const isReady =
    rule !== undefined &&
    wholeNumber.test(value) &&
    (extension === '' || wholeNumber.test(extension)) &&
    since !== '' &&
    reason.trim() !== ''
  return (
    <section className="card no-print" aria-labelledby="adopt">
      <h2 id="adopt">{t('deadlines.adoptTitle')}</h2>
      <p className="soft">{t('deadlines.adoptText')}</p>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate aria-labelledby="adopt">
        <div className="fields-beside adopt-fields">
          <Labelled id="adopt-rule" label={t('deadlines.rule')}>
            <Select
              id="adopt-rule"
              aria-labelledby="adopt adopt-rule-label"
              showSearch={{ optionFilterProp: 'label' }}
              value={ruleId ?? null}
              placeholder={t('form.choose')}
              onChange={(id) => begin(id ?? '', '')}
              options={rules.map(({ id, name }) => ({ value: id, label: `${say(name)} ${id}` }))}
            />
          </Labelled>
          {rule && rule.variants.length > 0 ? (
            <Labelled id="adopt-variant" label={t('deadlines.variant')}>
              <Select
                id="adopt-variant"
                aria-labelledby="adopt adopt-variant-label"
                value={variant}
                onChange={(next) => begin(rule.id, next)}
                options={[
                  { value: '', label: t('deadlines.baseVariant') },
                  ...rule.variants.map((each) => ({ value: each.variant ?? '', label: say(each.name) })),
                ]}
              />
            </Labelled>
          ) : null}
          <Labelled id="adopt-value" label={t('deadlines.adoptValue')}>
            <Input
              id="adopt-value"
              inputMode="numeric"
              maxLength={4}
              value={value}
              onChange={({ target }) => setValue(target.value)}
            />
          </Labelled>
          <Labelled id="adopt-unit" label={t('deadlines.adoptUnit')}>
            <Select
              id="adopt-unit"
              aria-labelledby="adopt adopt-unit-label"
              value={unit}
              onChange={setUnit}
              options={units.map((each) => ({
                value: each,
                label: t(each === 'year' ? 'deadlines.yearUnit' : `deadlines.${each}`),
              }))}
            />
          </Labelled>
          <Labelled id="adopt-extension" label={t('deadlines.adoptExtension')}>
            <Input
              id="adopt-extension"
              inputMode="numeric"
              maxLength={4}
              value={extension}
              onChange={({ target }) => setExtension(target.value)}
            />
          </Labelled>
          <Labelled id="adopt-since" label={t('deadlines.effectiveFrom')}>
            <TimeInput
              id="adopt-since"
              aria={{ 'aria-required': true, 'aria-invalid': false }}
              isDay
              value={since}
              onChange={setSince}
              onLeave={() => {}}
            />
          </Labelled>
        </div>
        <Labelled id="adopt-reason" label={t('deadlines.adoptReason')}>
          <Input
            id="adopt-reason"
            value={reason}
            maxLength={1000}
            onChange={({ target }) => setReason(target.value)}
          />
        </Labelled>
        {problem ? <ProblemNotice error={problem} /> : null}
        <div>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={!isReady}>
            {t('deadlines.adopt')}
          </Button>
        </div>
      </form>
    </section>
  )
}
