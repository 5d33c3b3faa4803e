import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { type FormEvent, useId, useState } from 'react'
import type { StampView } from '../../../features/letters/stamp.ts'
import type { Words } from '../../../kernel/words.ts'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { letterTypesQuery, ownLetterTypesQuery } from '../../api/letter-queries.ts'
import { queries } from '../../api/queries.ts'
import { TimeInput } from '../../form/widgets/time-input.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { emptyOf, SubmitButton } from '../../parts/submit-button.tsx'
import { usePower } from '../../parts/use-session.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'

const mostBytes = 500_000
const optional = { 'aria-required': false, 'aria-invalid': false }
const refresh = () => queries.invalidateQueries({ queryKey: ['stamp'] })

/** The electronic seal: its picture, who permitted its use on what, and every use. */
export function StampCard() {
  const { t } = useWords()
  const mayKeep = usePower('stamp')
  const stamp = useQuery({ queryKey: ['stamp'], queryFn: () => call<StampView>('GET', '/stamp') })
  const types = useQuery(letterTypesQuery)
  if (stamp.isError) return <ProblemNotice error={stamp.error} onRetry={() => void stamp.refetch()} />
  if (!stamp.data || !types.data) return <Loading rows={6} />
  const wordsOf = (type: string): Words =>
    types.data.find((each) => each.type === type)?.words ?? { zh: type, en: type }
  return (
    <section className="card stack" aria-labelledby="stamp">
      <h2 id="stamp">{t('letters.stampTitle')}</h2>
      <p className="soft">{t('letters.stampText')}</p>
      {stamp.data.stamp ? (
        mayKeep ? (
          <img
            src={`/api/v1/stamp/image?digest=${stamp.data.stamp.digest.slice(0, 8)}`}
            alt={t('letters.stampTitle')}
            width={140}
            height={140}
            // On paper, also where the page is dark.
            style={{ objectFit: 'contain', background: '#fff' }}
          />
        ) : null
      ) : (
        <p className="soft">{t('letters.stampNone')}</p>
      )}
      {mayKeep ? <Upload /> : null}
      <h3>{t('letters.permissions')}</h3>
      <Permissions view={stamp.data} wordsOf={wordsOf} mayKeep={mayKeep} />
      {mayKeep && stamp.data.stamp ? <Permit /> : null}
      <h3>{t('letters.uses')}</h3>
      <Uses view={stamp.data} wordsOf={wordsOf} />
    </section>
  )
}

function Upload() {
  const { t } = useWords()
  const { message } = App.useApp()
  const [problem, setProblem] = useState<Problem>()
  const take = async (file: File | undefined) => {
    if (!file) return
    setProblem(undefined)
    message.destroy()
    if (file.size > mostBytes) return void message.error({ content: t('letters.stampTooLarge'), duration: 8 })
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const image = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
      await call('PUT', '/stamp', { body: { image } })
      message.success(t('letters.saved'))
      await refresh()
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <>
      <label className="check-file">
        <span className="button">{t('letters.stampUpload')}</span>
        <input
          className="unseen"
          type="file"
          accept="image/png"
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      {problem ? <ProblemNotice error={problem} /> : null}
    </>
  )
}

type Listed = { readonly view: StampView; readonly wordsOf: (type: string) => Words }

function Permissions({ view, wordsOf, mayKeep }: Listed & { readonly mayKeep: boolean }) {
  const { t, say, list, language } = useWords()
  const { message } = App.useApp()
  if (view.permissions.length === 0) return <p className="soft">{t('letters.noPermissions')}</p>
  const revoke = async (id: string) => {
    try {
      await call('DELETE', `/stamp/permissions/${id}`)
    } catch (error) {
      message.error({ content: say(asProblem(error).words), duration: 8 })
    }
    await refresh()
  }
  return (
    <ul className="letters plain">
      {view.permissions.map((permission) => {
        const types = list(permission.types.map((type) => say(wordsOf(type))))
        return (
          <li key={permission.id}>
            <p>{types}</p>
            <p className="soft small">
              {permission.reason} ·{' '}
              {t('letters.grantedBy', {
                who: permission.grantedBy,
                at: when(permission.grantedAt, language),
              })}{' '}
              · {permission.until ? t('letters.until', { at: permission.until }) : t('letters.always')}
            </p>
            {permission.revokedAt ? (
              <span className="tag">
                {t('letters.revokedAt', { at: when(permission.revokedAt, language) })}
              </span>
            ) : mayKeep ? (
              <Button
                size="small"
                aria-label={t('letters.revokeNamed', { types })}
                onClick={() => void revoke(permission.id)}
              >
                {t('letters.revoke')}
              </Button>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

/** Permits the seal on types of letters: those one's own agency writes, under the kind of matter they belong to. */
function Permit() {
  const { t, say } = useWords()
  const groups = useQuery(ownLetterTypesQuery)
  const [chosen, setChosen] = useState<string[]>([])
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const [reasonField, untilField] = [useId(), useId()]
  const [problem, setProblem] = useState<Problem>()
  const permit = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(undefined)
    try {
      await call('POST', '/stamp/permissions', {
        body: { types: chosen, reason, ...(until === '' ? {} : { until }) },
      })
      setChosen([])
      setReason('')
      await refresh()
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void permit(event)} aria-label={t('letters.permit')}>
      <fieldset className="letter-types">
        <legend>{t('letters.permitTypes')}</legend>
        <Checkbox.Group
          className="letter-groups"
          value={chosen}
          onChange={(values) => setChosen(values as string[])}
        >
          {groups.data?.map(({ words, types }) => (
            <fieldset key={words.zh} className="letter-group">
              <legend>{say(words)}</legend>
              {types.map((each) => (
                <Checkbox key={each.type} value={each.type}>
                  {say(each.words)}
                </Checkbox>
              ))}
            </fieldset>
          ))}
        </Checkbox.Group>
        {groups.isError ? <ProblemNotice error={groups.error} onRetry={() => void groups.refetch()} /> : null}
      </fieldset>
      <label htmlFor={reasonField}>{t('letters.permitReason')}</label>
      <Input
        id={reasonField}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={500}
      />
      <label htmlFor={untilField}>{t('letters.permitUntil')}</label>
      <TimeInput id={untilField} aria={optional} isDay value={until} onChange={setUntil} onLeave={() => {}} />
      <div className="row">
        <SubmitButton
          missing={emptyOf({
            [t('letters.permitTypes')]: chosen.join(''),
            [t('letters.permitReason')]: reason,
          })}
        >
          {t('letters.permit')}
        </SubmitButton>
      </div>
      {problem ? <ProblemNotice error={problem} /> : null}
    </form>
  )
}

function Uses({ view, wordsOf }: Listed) {
  const { t, say, language } = useWords()
  if (view.uses.length === 0) return <p className="soft">{t('letters.noUses')}</p>
  return (
    <WideTable label={t('letters.uses')}>
      <thead>
        <tr>
          <th scope="col">{t('letters.usedAt')}</th>
          <th scope="col">{t('letters.type')}</th>
          <th scope="col">{t('letters.number')}</th>
          <th scope="col">{t('letters.usedBy')}</th>
        </tr>
      </thead>
      <tbody>
        {view.uses.map((use) => (
          <tr key={use.letter}>
            <td>{when(use.at, language)}</td>
            <td>{say(wordsOf(use.type))}</td>
            <td>
              <Link to="/matters/$matterId" params={{ matterId: use.matterId }}>
                {use.number}
              </Link>
            </td>
            <td>{use.by ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
