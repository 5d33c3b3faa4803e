import type { KindView, MatterView } from '../../../features/matters/matter-views.ts'
import { contentAction } from '../../api/content-action.ts'
import { fieldWords } from '../../form/form-context.ts'
import { type FormSchema, propertiesOf } from '../../form/form-schema.ts'
import { ShownValue } from '../../form/shown-value.tsx'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'

/** What each side holds on the same questions, next to each other, and what follows from comparing them. */
export function StatementsPanel({ matter, kind }: { readonly matter: MatterView; readonly kind: KindView }) {
  const { t, say, language } = useWords()
  const { statements } = matter
  if (!statements || statements.each.length === 0) return null
  const { field, remark, each } = statements
  const schema = (kind.forms[contentAction(kind)] ?? {}) as FormSchema
  const group = propertiesOf(schema, {}).find(([name]) => name === field)?.[1]
  const questions = (group ? propertiesOf(group, {}) : [])
    .map(([name]) => name)
    .filter((name) => each.some(({ value }) => value[name] !== undefined))
  return (
    <section className="card" aria-labelledby="statements">
      <h2 id="statements">{t('matter.sideBySide')}</h2>
      {remark ? <p className="notice">{say(remark)}</p> : null}
      <WideTable label={t('matter.sideBySide')}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{say(fieldWords(kind.words, [field]))}</span>
            </th>
            {each.map(({ agency, at }) => (
              <th key={agency.id} scope="col">
                <AgencyLabel agency={agency} as="short" />{' '}
                <span className="soft statement-at">
                  {t('matter.statedAt', { when: when(at, language) })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {questions.map((name) => (
            <tr key={name}>
              <th scope="row">{say(fieldWords(kind.words, [field, name]))}</th>
              {each.map(({ agency, value }) => (
                <td key={agency.id}>
                  <ShownValue
                    schema={schema}
                    words={kind.words}
                    value={{ [field]: value }}
                    path={[field, name]}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  )
}
