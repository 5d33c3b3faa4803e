import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import type { CreateToken, Token } from '../../../features/people/tokens.ts'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'
import { AgencyPicker } from '../../form/widgets/agency-picker.tsx'
import { TimeInput } from '../../form/widgets/time-input.tsx'
import { Labelled } from '../../parts/labelled.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useSession } from '../../parts/use-session.ts'
import { todayInChina } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import '../../form/form.css'

/** A token with its secret, as it is answered once. */
export type Made = { readonly token: Token; readonly secret: string }

type Scope = CreateToken['scopes'][number]
const scopes: readonly Scope[] = ['open', 'handle', 'refer', 'hotline', 'oversee', 'convene']
const required = { 'aria-required': true, 'aria-invalid': false }
const ninetyDays = 90 * 86_400_000

/** Lets a program in: the leader for the own agency, the security administrator for any. */
export function TokenForm({ onMade }: { readonly onMade: (made: Made) => void }) {
  const { t } = useWords()
  const { powers } = useSession()
  const isSecurity = powers.includes('manage-accounts')
  const [name, setName] = useState('')
  const [agency, setAgency] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [until, setUntil] = useState(() => todayInChina(Date.now() + ninetyDays))
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    try {
      const made = await call<Made>('POST', '/tokens', {
        body: {
          name: name.trim(),
          scopes: chosen,
          expiresAt: `${until}T23:59:59+08:00`,
          ...(agency[0] ? { agencyId: agency[0] } : {}),
        },
      })
      void queries.invalidateQueries({ queryKey: ['tokens'] })
      setName('')
      setChosen([])
      onMade(made)
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  const isReady =
    name.trim() !== '' && chosen.length > 0 && until !== '' && (!isSecurity || agency.length > 0)
  return (
    <section className="card" aria-labelledby="new-token">
      <h2 id="new-token">{t('tokens.create')}</h2>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate aria-labelledby="new-token">
        {problem ? (
          <ProblemNotice
            error={problem}
            names={{
              name: t('tokens.name'),
              agencyId: t('tokens.agency'),
              scopes: t('tokens.scopes'),
              expiresAt: t('tokens.expiresAt'),
            }}
          />
        ) : null}
        <Labelled id="token-name" label={t('tokens.name')}>
          <Input
            id="token-name"
            aria-required
            value={name}
            maxLength={60}
            onChange={({ target }) => setName(target.value)}
          />
        </Labelled>
        {isSecurity ? (
          <Labelled id="token-agency" label={t('tokens.agency')}>
            <AgencyPicker id="token-agency" aria={required} most={1} value={agency} onChange={setAgency} />
          </Labelled>
        ) : null}
        <fieldset className="form-group" aria-labelledby="token-scopes">
          <span className="field-label" id="token-scopes">
            {t('tokens.scopes')}
          </span>
          <Checkbox.Group
            className="options"
            value={[...chosen]}
            onChange={(next) => setChosen(next.map(String))}
            options={scopes
              .filter((scope) => isSecurity || powers.includes(scope))
              .map((value) => ({ value, label: t(`tokens.${value}`) }))}
          />
        </fieldset>
        <Labelled id="token-until" label={t('tokens.expiresAt')} hint={t('tokens.expiresHint')}>
          <TimeInput
            id="token-until"
            aria={required}
            isDay
            value={until}
            onChange={setUntil}
            onLeave={() => {}}
          />
        </Labelled>
        <div>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={!isReady}>
            {t('tokens.create')}
          </Button>
        </div>
      </form>
    </section>
  )
}
