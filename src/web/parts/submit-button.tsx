import Button, { type ButtonProps } from 'antd/es/button'
import { type MouseEvent, useId, useState } from 'react'
import { useWords } from '../words/language.ts'

type Props = Pick<ButtonProps, 'type' | 'loading' | 'children'> & {
  /** The labels of what has still to be filled in. */
  readonly missing: readonly string[]
}

/** The button of a short form. Pressed too early it says what is missing; grey it would not say why. */
export function SubmitButton({ missing, ...button }: Props) {
  const { t, list } = useWords()
  const [isTooEarly, setTooEarly] = useState(false)
  const id = useId()
  const isShort = isTooEarly && missing.length > 0
  const check = (event: MouseEvent) => {
    setTooEarly(missing.length > 0)
    if (missing.length > 0) event.preventDefault()
  }
  return (
    <>
      <Button {...button} htmlType="submit" onClick={check} aria-describedby={isShort ? id : undefined} />
      <span role="alert" id={id} className="field-fault">
        {isShort ? t('frame.stillMissing', { what: list(missing) }) : null}
      </span>
    </>
  )
}

/** The labels whose field is empty, for `missing`. */
export const emptyOf = (fields: Readonly<Record<string, string | undefined>>): readonly string[] =>
  Object.keys(fields).filter((label) => (fields[label] ?? '').trim() === '')
