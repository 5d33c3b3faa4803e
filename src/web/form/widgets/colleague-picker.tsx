import { useQuery } from '@tanstack/react-query'
import Select from 'antd/es/select'
import { type Role, roles } from '../../../features/people/roles.ts'
import { peopleQuery } from '../../api/people-queries.ts'
import { useWords } from '../../words/language.ts'
import { type Aria, statusOf } from './aria.ts'

type Props = {
  readonly id: string
  readonly aria: Aria
  readonly isSeveral: boolean
  /** What null is called, where it may be chosen. */
  readonly nobody?: string | undefined
  readonly value: unknown
  readonly onChange: (value: string | null | readonly string[] | undefined) => void
}

const none = 'none'

/** Chooses people of one's own agency. */
export function ColleaguePicker({ id, aria, isSeveral, nobody, value, onChange }: Props) {
  const { t, say, list, aside } = useWords()
  const { data } = useQuery(peopleQuery)
  const options = (data ?? []).map((person) => ({
    value: person.id as string,
    label: `${person.name}${aside(list(person.roles.map((role) => say(roles[role as Role]?.words))))}`,
  }))
  if (isSeveral)
    return (
      <Select
        id={id}
        aria-labelledby={`${id}-label`}
        {...aria}
        status={statusOf(aria)}
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('form.choosePerson')}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={(next: string[]) => onChange(next)}
        options={options}
      />
    )
  return (
    <Select
      id={id}
      aria-labelledby={`${id}-label`}
      {...aria}
      status={statusOf(aria)}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('form.choosePerson')}
      value={value === null ? none : typeof value === 'string' ? value : null}
      onChange={(next) => onChange(next === none ? null : (next ?? undefined))}
      options={[...(nobody ? [{ value: none, label: nobody }] : []), ...options]}
    />
  )
}
