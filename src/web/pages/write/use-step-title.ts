import type { KindView } from '../../../features/matters/matter-views.ts'
import { fieldWords } from '../../form/form-context.ts'
import { useWords } from '../../words/language.ts'
import type { WritingStep } from './writing-steps.ts'

/** What the steps of a kind are called. */
export function useStepTitle(kind: KindView): (step: WritingStep) => string {
  const { t, say } = useWords()
  return (step) => {
    if (step.type === 'materials') return t(step.isRequired ? 'form.materials' : 'form.attachments')
    return step.type === 'check' ? t('form.checkAnswers') : say(fieldWords(kind.words, [step.name]))
  }
}
