import type { KindView, MatterView } from '../../../features/matters/matter-views.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import type { FormSchema } from '../../form/form-schema.ts'
import { ShownValue } from '../../form/shown-value.tsx'
import type { Draft } from '../../form/use-draft.ts'
import { useWords } from '../../words/language.ts'
import { reasonsOf } from './draft-materials.ts'
import { useStepTitle } from './use-step-title.ts'
import type { WritingStep } from './writing-steps.ts'

type Props = {
  readonly steps: readonly WritingStep[]
  readonly kind: KindView
  readonly matter: MatterView
  readonly draft: Draft
  readonly schema: FormSchema
  readonly faults: readonly Fault[]
  readonly onGo: (step: string) => void
}

/** Everything that was typed, to be read once more before it enters the record; each part can be changed from here. */
export function CheckAnswers({ steps, kind, matter, draft, schema, faults, onGo }: Props) {
  const { t } = useWords()
  const titleOf = useStepTitle(kind)
  return (
    <>
      <p className="notice">{t('form.checkText')}</p>
      {steps
        .filter(({ type }) => type !== 'check')
        .map((step) => {
          const title = titleOf(step)
          return (
            <section key={step.name} className="answers" aria-label={title}>
              <div className="answers-head">
                <h3>{title}</h3>
                <button
                  type="button"
                  className="text-button"
                  aria-label={t('form.changeNamed', { what: title })}
                  onClick={() => onGo(step.name)}
                >
                  {t('form.change')}
                </button>
              </div>
              {step.type === 'materials' ? (
                <Materials matter={matter} draft={draft} faults={faults} />
              ) : (
                <ShownValue schema={schema} words={kind.words} value={draft.value} path={[step.name]} />
              )}
            </section>
          )
        })}
    </>
  )
}

function Materials({ matter, draft, faults }: Pick<Props, 'matter' | 'draft' | 'faults'>) {
  const { t, say, list } = useWords()
  const reasons = reasonsOf(draft)
  const missing = new Set(faults.flatMap(({ path: [field, item] }) => (field === 'materials' ? [item] : [])))
  const shown = draft.materials.filter(
    ({ item, required }) => required || matter.files.some((file) => file.item === item),
  )
  const items = new Set(draft.materials.map(({ item }) => item))
  const others = matter.files.filter(({ item }) => item === null || !items.has(item))
  if (shown.length + others.length === 0) return <span className="soft">{t('matter.noFiles')}</span>
  return (
    <dl className="shown shown-materials">
      {shown.map(({ item, words }) => (
        <div key={item}>
          <dt>{say(words)}</dt>
          <dd>
            {missing.has(item) ? <span className="light light-amber">{t('form.lacking')}</span> : null}
            {list(matter.files.filter((file) => file.item === item).map(({ name }) => name))}
            {reasons.get(item) ? `${t('form.doesNotApply')}${t('frame.colon')}${reasons.get(item)}` : null}
          </dd>
        </div>
      ))}
      {others.length > 0 ? (
        <div>
          <dt>{t('form.otherFiles')}</dt>
          <dd>{list(others.map(({ name }) => name))}</dd>
        </div>
      ) : null}
    </dl>
  )
}
