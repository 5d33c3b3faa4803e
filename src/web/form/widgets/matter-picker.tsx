import { useInfiniteQuery } from '@tanstack/react-query'
import Select from 'antd/es/select'
import { useDeferredValue, useState } from 'react'
import { mattersQuery } from '../../api/queries.ts'
import { useWords } from '../../words/language.ts'
import { type Aria, statusOf } from './aria.ts'

type Props = {
  readonly id: string
  readonly aria: Aria
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Finds a matter by its number or words of its title. */
export function MatterPicker({ id, aria, value, onChange }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data } = useInfiniteQuery(mattersQuery(q === '' ? {} : { q }))
  return (
    <Select
      id={id}
      aria-labelledby={`${id}-label`}
      {...aria}
      status={statusOf(aria)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('form.chooseMatter')}
      notFoundContent={t('form.nobodyFound')}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? '')}
      options={(data?.pages ?? []).flatMap(({ items }) =>
        items.map((matter) => ({ value: matter.id, label: `${matter.number} ${matter.title}` })),
      )}
    />
  )
}
