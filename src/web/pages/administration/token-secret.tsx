import { ShownOnce } from '../../parts/shown-once.tsx'
import { useWords } from '../../words/language.ts'
import type { Made } from './token-form.tsx'

/** The secret of a new token, this once. */
export function TokenSecret({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <ShownOnce
      title={t('tokens.secretTitle')}
      text={t('tokens.secretText', { name: made.token.name })}
      name={t('tokens.secret')}
      secret={made.secret}
      onClose={onClose}
    />
  )
}
