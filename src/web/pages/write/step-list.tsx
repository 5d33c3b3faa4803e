import CheckCircleFilled from '@ant-design/icons/es/icons/CheckCircleFilled'
import ExclamationCircleOutlined from '@ant-design/icons/es/icons/ExclamationCircleOutlined'
import type { KindView } from '../../../features/matters/matter-views.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import { isGroup } from '../../form/form-schema.ts'
import type { Draft } from '../../form/use-draft.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import { useWords } from '../../words/language.ts'
import { useStepTitle } from './use-step-title.ts'
import { faultsOfStep, type WritingStep } from './writing-steps.ts'

type Props = {
  readonly steps: readonly WritingStep[]
  readonly at: number
  readonly kind: KindView
  readonly draft: Draft
  readonly faults: readonly Fault[]
  readonly onGo: (step: string) => void
}

/** The task list: every step, and what is still missing in it. */
export function StepList({ steps, at, kind, draft, faults, onGo }: Props) {
  const { t } = useWords()
  const titleOf = useStepTitle(kind)
  const isNarrow = useNarrow()
  return (
    <nav className="card step-list" aria-label={t('form.taskList')}>
      <details key={at} open={!isNarrow}>
        <summary className="narrow-only">{t('form.taskList')}</summary>
        <ol>
          {steps.map((step, index) => {
            const missing = faultsOfStep(step, faults).length
            const title = titleOf(step)
            return (
              <li key={step.name}>
                <button
                  type="button"
                  aria-current={index === at ? 'step' : undefined}
                  aria-label={title}
                  aria-describedby={`step-${step.name}`}
                  onClick={() => onGo(step.name)}
                >
                  <span>{title}</span>
                  <span id={`step-${step.name}`} className="step-state">
                    <StepState step={step} missing={missing} isFilled={isFilled(draft.value[step.name])} />
                  </span>
                </button>
              </li>
            )
          })}
        </ol>
      </details>
    </nav>
  )
}

function StepState({
  step,
  missing,
  isFilled: hasValue,
}: {
  readonly step: WritingStep
  readonly missing: number
  readonly isFilled: boolean
}) {
  const { t } = useWords()
  if (step.type === 'check') return null
  if (missing > 0)
    return (
      <span className="step-missing">
        <ExclamationCircleOutlined aria-hidden /> {t('form.missing', { count: missing })}
      </span>
    )
  if (!step.isRequired && !hasValue) return <span className="soft">{t('form.notNeeded')}</span>
  return (
    <span className="step-complete">
      <CheckCircleFilled aria-hidden /> {t('form.complete')}
    </span>
  )
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : isGroup(value)
      ? Object.keys(value).length > 0
      : value !== undefined
