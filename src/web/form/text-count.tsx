import { useWords } from '../words/language.ts'

type Props = {
  readonly text: string
  readonly most: number
  /** A short field says how full it is only when it is nearly so. */
  readonly isShort?: boolean
}

/**
 * How full a field is. Nothing is cut: what is pasted stays as it is, and the fault beside it, which is read out, says by how much it is
 * too long.
 */
export function TextCount({ text, most, isShort = false }: Props) {
  const { t } = useWords()
  if (isShort && text.length <= most * 0.8) return null
  return (
    <span className={text.length > most ? 'field-count is-over' : 'field-count'} aria-hidden>
      {t('form.characters', { count: text.length, most })}
    </span>
  )
}
