import { when } from '../parts/when.ts'
import { useWords } from '../words/language.ts'
import type { Draft } from './use-draft.ts'

/** How safe what was typed is, in words. */
export function DraftStatus({ draft }: { readonly draft: Draft }) {
  const { t, language } = useWords()
  const { state, savedAt } = draft
  return (
    <span className={`draft-status ${state === 'failed' ? 'light-amber' : ''}`} role="status">
      {state === 'saving'
        ? t('form.saving')
        : state === 'failed'
          ? t('form.notSaved')
          : state === 'unsaved'
            ? t('form.unsaved')
            : savedAt
              ? t('form.saved', { at: when(savedAt, language, 'clock') })
              : ''}
    </span>
  )
}
