import { useQuery } from '@tanstack/react-query'
import Input from 'antd/es/input'
import { agenciesQuery } from '../../api/agency-queries.ts'
import { useWords } from '../../words/language.ts'
import { type Aria, statusOf } from './aria.ts'

type Props = {
  readonly id: string
  readonly aria: Aria
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
}

/** Where something is weighed or kept. The stations 检测站 of the directory are offered, nearest first; any other place is typed in. */
export function StationName({ id, aria, value, onChange, onLeave }: Props) {
  const { language } = useWords()
  const { data } = useQuery(agenciesQuery({ kind: 'station', limit: 40 }))
  return (
    <>
      <Input
        id={id}
        {...aria}
        status={statusOf(aria)}
        value={value}
        list={`${id}-stations`}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
        onBlur={onLeave}
      />
      <datalist id={`${id}-stations`}>
        {data?.items.map((station) => (
          <option key={station.id} value={station.name}>
            {language === 'en' ? station.nameEn : ''}
          </option>
        ))}
      </datalist>
    </>
  )
}
