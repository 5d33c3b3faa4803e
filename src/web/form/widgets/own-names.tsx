import { useQuery } from '@tanstack/react-query'
import Radio from 'antd/es/radio'
import { agencyQuery } from '../../api/agency-queries.ts'
import { useSession } from '../../parts/use-session.ts'
import { agencyName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'
import type { Aria } from './aria.ts'

type Props = {
  readonly id: string
  readonly aria: Aria
  readonly value: string | undefined
  readonly onChange: (agencyId: string) => void
}

/** Chooses in whose name 以哪一机关的名义 one's own agency acts: its own, or that of the bureau it acts for. There is no other. */
export function OwnNames({ id, aria, value, onChange }: Props) {
  const { language } = useWords()
  const { data: own } = useQuery(agencyQuery(useSession().agency.id))
  const names = own ? [...(own.actsInNameOf ? [own.actsInNameOf] : []), own] : []
  return (
    <Radio.Group
      id={id}
      {...aria}
      aria-labelledby={`${id}-label`}
      className="options"
      value={value}
      onChange={({ target }) => onChange(target.value)}
      options={names.map((agency) => ({ value: agency.id, label: agencyName(language, agency) }))}
    />
  )
}
