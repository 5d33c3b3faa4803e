import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useRef, useState } from 'react'
import { useNarrow } from '../../parts/use-narrow.ts'
import { useWords } from '../../words/language.ts'
import { type Aria, statusOf } from './aria.ts'

const provinces = [...'京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼']
const characters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789挂学警港澳']

type Props = {
  readonly id: string
  readonly aria: Aria
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
}

/** A plate: typed, or tapped on a keyboard of provinces and letters, which opens by itself on a phone. */
export function PlateInput({ id, aria, value, onChange, onLeave }: Props) {
  const { t } = useWords()
  const isPhone = useNarrow()
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const keys = value.length === 0 ? provinces : characters
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left both the field and its keyboard.
    <div
      ref={place}
      className="plate"
      onBlur={({ relatedTarget }) => {
        if (!place.current?.contains(relatedTarget)) {
          setOpen(false)
          onLeave()
        }
      }}
    >
      <div className="row">
        <Input
          id={id}
          {...aria}
          status={statusOf(aria)}
          className="plate-text"
          value={value}
          autoComplete="off"
          onFocus={() => {
            if (isPhone) setOpen(true)
          }}
          onChange={({ target }) => onChange(target.value)}
          onCompositionEnd={({ currentTarget }) => onChange(currentTarget.value.toUpperCase())}
        />
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('form.plateKeys')}
        </Button>
      </div>
      {isOpen ? (
        <fieldset className="plate-keys" aria-label={t('form.plateKeys')}>
          {keys.map((key) => (
            <button key={key} type="button" onClick={() => onChange(value + key)}>
              {key}
            </button>
          ))}
          <button
            type="button"
            className="plate-delete"
            aria-label={t('form.plateDelete')}
            onClick={() => onChange(value.slice(0, -1))}
          >
            ←
          </button>
        </fieldset>
      ) : null}
    </div>
  )
}
