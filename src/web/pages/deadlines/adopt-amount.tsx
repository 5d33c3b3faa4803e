import { useNavigate } from '@tanstack/react-router'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { type FormEvent, useState } from 'react'
import type { AdoptedConfidence, AmountAdopter, BindingAmount } from '../../../features/rules/amount-rule.ts'
import type { AmountPreview } from '../../../features/rules/preview-amount.ts'
import { wordsOfAmount } from '../../../kernel/amount.ts'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'
import { TimeInput } from '../../form/widgets/time-input.tsx'
import { confidenceWords } from '../../parts/confidence-words.ts'
import { Labelled } from '../../parts/labelled.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { todayInChina, when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { agencyName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'

const confidences: readonly AdoptedConfidence[] = ['V-local', '2x', 'M']
const wholeNumber = /^[1-9][0-9]{0,8}$/
const oneDay = 86_400_000

type Props = { readonly adopters: readonly AmountAdopter[]; readonly amounts: readonly BindingAmount[] }

/** A province or an alliance writes down a number of its own: first what it would change, then it is adopted. */
export function AdoptAmount({ adopters, amounts }: Props) {
  const { t, say, language } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [adopter, setAdopter] = useState(adopters[0])
  const [ruleId, setRule] = useState<string>()
  const [value, setValue] = useState('')
  const [since, setSince] = useState(() => todayInChina(Date.now() + oneDay))
  const [confidence, setConfidence] = useState<AdoptedConfidence>()
  const [reason, setReason] = useState('')
  const [preview, setPreview] = useState<readonly AmountPreview[]>()
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  const rule = amounts.find(({ id }) => id === ruleId)
  const isReady =
    adopter !== undefined &&
    rule !== undefined &&
    wholeNumber.test(value) &&
    since !== '' &&
    confidence !== undefined &&
    reason.trim() !== ''
  /** What was shown is no longer what would be adopted. */
  const change = <T,>(set: (to: T) => void) => {
    return (to: T) => {
      set(to)
      setPreview(undefined)
      setProblem(undefined)
    }
  }
  const begin = (id: string) => {
    change(setRule)(id)
    setValue(String(amounts.find((each) => each.id === id)?.value ?? ''))
  }
  const send = async <T,>(method: 'POST' | 'PUT', step: string): Promise<T> => {
    const of = adopter?.by === 'province' ? 'provinces' : 'alliances'
    return call<T>(method, `/${of}/${adopter?.of}/amount-rules/${ruleId}${step}`, {
      body: { value: Number(value), effectiveFrom: since, reason: reason.trim(), confidence },
    })
  }
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setPreview(undefined)
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  const look = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () =>
      setPreview((await send<{ readonly agencies: readonly AmountPreview[] }>('POST', '/preview')).agencies),
    )
  }
  const adopt = () =>
    attempt(async () => {
      await send('PUT', '')
      await queries.invalidateQueries({ queryKey: ['amount-rules'] })
      message.success(t('deadlines.amountDone', { since: when(since, language, 'day') }))
      setPreview(undefined)
      setReason('')
      // Shown as of the day from which it holds: today nothing has changed yet.
      void navigate({ to: '/deadlines', search: (now) => ({ ...now, on: since }), replace: true })
    })
  return (
    <section className="card no-print" aria-labelledby="adopt-amount">
      <h2 id="adopt-amount">{t('deadlines.adoptAmountTitle')}</h2>
      <p className="soft">{t('deadlines.adoptAmountText')}</p>
      <form className="stack" onSubmit={look} noValidate aria-labelledby="adopt-amount">
        <div className="fields-beside adopt-fields">
          <Labelled id="amount-adopter" label={t('deadlines.adopter')}>
            <Select
              id="amount-adopter"
              aria-labelledby="adopt-amount amount-adopter-label"
              value={adopter?.of ?? null}
              onChange={change((of) => setAdopter(adopters.find((each) => each.of === of)))}
              options={adopters.map(({ of, name }) => ({ value: of, label: say(name) }))}
            />
          </Labelled>
          <Labelled id="amount-rule" label={t('deadlines.rule')}>
            <Select
              id="amount-rule"
              aria-labelledby="adopt-amount amount-rule-label"
              value={ruleId ?? null}
              placeholder={t('form.choose')}
              onChange={(id) => begin(id ?? '')}
              options={amounts.map(({ id, name, editable }) => ({
                value: id,
                label: `${say(name)}${editable === 'never' ? t('deadlines.setByLaw') : ''}`,
                disabled: editable === 'never',
              }))}
            />
          </Labelled>
        </div>
        <div className="fields-beside adopt-fields">
          <Labelled id="amount-value" label={t('deadlines.amount')}>
            <Input
              id="amount-value"
              inputMode="numeric"
              maxLength={9}
              value={value}
              suffix={rule ? t(`deadlines.unit-${rule.unit}`) : ''}
              onChange={({ target }) => change(setValue)(target.value)}
            />
          </Labelled>
          <Labelled id="amount-since" label={t('deadlines.effectiveFrom')}>
            <TimeInput
              id="amount-since"
              aria={{ 'aria-required': true, 'aria-invalid': false }}
              isDay
              value={since}
              onChange={change(setSince)}
              onLeave={() => {}}
            />
          </Labelled>
          <Labelled id="amount-confidence" label={t('deadlines.confidence')}>
            <Select
              id="amount-confidence"
              aria-labelledby="adopt-amount amount-confidence-label"
              value={confidence ?? null}
              placeholder={t('form.choose')}
              onChange={(chosen) => change(setConfidence)(chosen ?? undefined)}
              options={confidences.map((each) => ({ value: each, label: say(confidenceWords[each]) }))}
            />
          </Labelled>
        </div>
        <Labelled id="amount-reason" label={t('deadlines.amountReason')}>
          <Input
            id="amount-reason"
            value={reason}
            maxLength={1000}
            onChange={({ target }) => change(setReason)(target.value)}
          />
        </Labelled>
        {problem ? <ProblemNotice error={problem} /> : null}
        {preview ? null : (
          <div>
            <Button type="primary" htmlType="submit" loading={isBusy} disabled={!isReady}>
              {t('deadlines.preview')}
            </Button>
          </div>
        )}
      </form>
      {preview ? (
        <section className="stack amount-preview" aria-labelledby="amount-preview">
          <h3 id="amount-preview">
            {t('deadlines.previewTitle', { since: when(since, language, 'day'), name: say(rule?.name) })}
          </h3>
          <Preview rows={preview} />
          <div className="row">
            <Button type="primary" loading={isBusy} onClick={() => void adopt()}>
              {t('deadlines.adoptAmount')}
            </Button>
            <Button disabled={isBusy} onClick={() => setPreview(undefined)}>
              {t('deadlines.changeAgain')}
            </Button>
          </div>
        </section>
      ) : null}
    </section>
  )
}

/** Of each agency what would bind it; where another decision is stricter, nothing changes, and it says so. */
function Preview({ rows }: { readonly rows: readonly AmountPreview[] }) {
  const { t, say, language } = useWords()
  return (
    <WideTable label={t('deadlines.preview')}>
      <thead>
        <tr>
          <th scope="col">{t('deadlines.boundAgency')}</th>
          <th scope="col">{t('deadlines.before')}</th>
          <th scope="col">{t('deadlines.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ agency, before, after }) => (
          <tr key={agency.id}>
            <td>{agencyName(language, agency)}</td>
            <td>{say(wordsOfAmount(before))}</td>
            <td>
              <strong>{say(wordsOfAmount(after))}</strong>
              {after.value === before.value ? (
                <p className="soft small">
                  {after.adopted && after.adopted.reason === before.adopted?.reason
                    ? t('deadlines.staysStricter', { reason: after.adopted.reason })
                    : t('deadlines.staysSame')}
                </p>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
