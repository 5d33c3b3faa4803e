import { useQuery } from '@tanstack/react-query'
import App from 'antd/es/app'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { type FormEvent, useId, useState } from 'react'
import type { TemplateView } from '../../../features/letters/templates.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { letterTypesQuery } from '../../api/letter-queries.ts'
import { queries } from '../../api/queries.ts'
import { alliancesQuery } from '../../api/rule-queries.ts'
import { Labelled } from '../../parts/labelled.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { emptyOf, SubmitButton } from '../../parts/submit-button.tsx'
import { useSession } from '../../parts/use-session.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

/** The templates of an alliance; its joint office adopts new versions, everybody reads them. */
export function TemplatesCard() {
  const { t, say, language } = useWords()
  const types = useQuery(letterTypesQuery)
  const alliances = useQuery(alliancesQuery)
  const [alliance, setAlliance] = useState<string>()
  const [type, setType] = useState('case-transfer')
  const { powers } = useSession()
  const mayAdopt = powers.includes('convene') || powers.includes('manage-system')
  const chosen = alliance ?? alliances.data?.[0]?.id
  const templates = useQuery({
    queryKey: ['letter-templates', chosen],
    queryFn: async () =>
      (
        await call<{ readonly items: readonly TemplateView[] }>('GET', '/letter-templates', {
          query: { alliance: chosen },
        })
      ).items,
    enabled: chosen !== undefined,
  })
  const [alliancePicker, typePicker] = [useId(), useId()]
  const entry = types.data?.find((each) => each.type === type)
  const versions = templates.data?.filter((each) => each.type === type) ?? []
  const [current] = versions
  return (
    <section className="card stack" aria-labelledby="templates">
      <h2 id="templates">{t('letters.templates')}</h2>
      <p className="soft">{t('letters.templatesText')}</p>
      {templates.isError ? <ProblemNotice error={templates.error} /> : null}
      <div className="fields-beside">
        <Labelled id={alliancePicker} label={t('letters.alliance')}>
          <Select
            id={alliancePicker}
            value={chosen ?? null}
            onChange={(id) => setAlliance(id ?? undefined)}
            options={(alliances.data ?? []).map(({ id, name, nameEn }) => ({
              value: id,
              label: language === 'zh' ? name : nameEn,
            }))}
          />
        </Labelled>
        <Labelled id={typePicker} label={t('letters.type')}>
          <Select
            id={typePicker}
            value={type}
            onChange={setType}
            options={(types.data ?? []).map((each) => ({ value: each.type, label: say(each.words) }))}
          />
        </Labelled>
      </div>
      {entry && current ? (
        <>
          <p>
            {t('letters.inForce')}
            {t('frame.colon')}
            <span className="mono">{current.name}</span>{' '}
            {current.adoptedAt ? (
              <span className="soft">
                {when(current.adoptedAt, language)} {current.reason}
              </span>
            ) : null}
          </p>
          <p className="soft small">
            {t('letters.fieldsThere', {
              fields: Object.entries(entry.fields)
                .map(([name, field]) => `${name} ${say(field.words)}`)
                .join(language === 'zh' ? '、' : ', '),
            })}
          </p>
          <Editor
            key={`${chosen} ${type} ${current.name}`}
            alliance={chosen ?? ''}
            current={current}
            mayAdopt={mayAdopt}
          />
        </>
      ) : templates.isFetching ? (
        <Loading rows={4} />
      ) : null}
    </section>
  )
}

type EditorProps = { readonly alliance: string; readonly current: TemplateView; readonly mayAdopt: boolean }

function Editor({ alliance, current, mayAdopt }: EditorProps) {
  const { t, say } = useWords()
  const { message } = App.useApp()
  const [text, setText] = useState(() => JSON.stringify(current.template, null, 2))
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [isJson, setIsJson] = useState(true)
  const [textField, reasonField] = [useId(), useId()]
  const adopt = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(undefined)
    const template = parsed(text)
    setIsJson(template !== undefined)
    if (template === undefined) return
    try {
      const body = { allianceId: alliance, type: current.type, template, reason }
      const adopted = await call<TemplateView>('POST', '/letter-templates', { body })
      message.success(t('letters.adopted', { name: adopted.name }))
      await queries.invalidateQueries({ queryKey: ['letter-templates'] })
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  return (
    <form className="stack" onSubmit={(event) => void adopt(event)} aria-label={t('letters.adopt')}>
      <Labelled id={textField} label={t('letters.templateText')}>
        <Input.TextArea
          id={textField}
          className="mono"
          value={text}
          onChange={(event) => setText(event.target.value)}
          readOnly={!mayAdopt}
          autoSize={{ minRows: 8, maxRows: 24 }}
          spellCheck={false}
        />
      </Labelled>
      {isJson ? null : (
        <p className="notice notice-red" role="alert">
          {t('letters.notJson')}
        </p>
      )}
      {problem && problem.faults.length === 0 ? <ProblemNotice error={problem} /> : null}
      {problem && problem.faults.length > 0 ? (
        <ul className="notice notice-red" role="alert">
          {problem.faults.map((fault: Fault) => (
            <li key={fault.path.join('.')}>
              <span className="mono">{fault.path.join('.')}</span> {say(fault.message)}
            </li>
          ))}
        </ul>
      ) : null}
      {mayAdopt ? (
        <>
          <Labelled id={reasonField} label={t('letters.templateReason')}>
            <Input
              id={reasonField}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              maxLength={1_000}
            />
          </Labelled>
          <div className="row">
            <SubmitButton missing={emptyOf({ [t('letters.templateReason')]: reason })}>
              {t('letters.adopt')}
            </SubmitButton>
          </div>
        </>
      ) : (
        <p className="soft">{t('letters.readOnly')}</p>
      )}
    </form>
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
