import { useQueries, useQuery } from '@tanstack/react-query'
import Select from 'antd/es/select'
import { useDeferredValue, useState } from 'react'
import { agenciesQuery, agencyQuery } from '../../api/agency-queries.ts'
import { useSession } from '../../parts/use-session.ts'
import type { NamedAgency } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'
import { type Aria, statusOf } from './aria.ts'
import { WholeAlliances } from './whole-alliances.tsx'

type Props = {
  readonly id: string
  readonly aria: Aria
  readonly most: number
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly onLeave?: () => void
  /** What stands there while nobody is chosen; how to look for one unless said. */
  readonly placeholder?: string
}

type Picked = { readonly value: string; readonly label: string }

/** From how many addressees on a whole alliance is offered at once. */
const manyAddressees = 50

/** Another choice takes the place of the one before; nobody has to remove that first. */
const onlyOne = { allowClear: true } as const

/** Once as many are chosen as there may be, the list only hides what comes next. */
const severalUpTo = (most: number, chosen: number) =>
  ({ mode: 'multiple', maxCount: most, ...(chosen >= most ? { open: false } : {}) }) as const

/** Chooses agencies of the directory: neighbours stand ready, all others are found by name or pinyin initials. */
export function AgencyPicker({ id, aria, most, value, onChange, onLeave, placeholder }: Props) {
  const { t, language } = useWords()
  const session = useSession()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const neighbours = useQuery(agenciesQuery({ neighbourOf: session.agency.id, limit: 40 }))
  const found = useQuery({ ...agenciesQuery({ q, limit: 40 }), enabled: q !== '' })
  const chosen = useQueries({ queries: value.map((agencyId) => agencyQuery(agencyId)) })
  const nameOf = (agency: NamedAgency) =>
    language === 'en' && agency.nameEn !== '' ? `${agency.name} ${agency.nameEn}` : agency.name
  const option = (agency: NamedAgency & { readonly id: string }) => ({
    value: agency.id,
    label: nameOf(agency),
  })
  const own = session.agency.id
  const isSearching = q !== ''
  const listed =
    (isSearching ? found.data : neighbours.data)?.items.filter((agency) => agency.id !== own) ?? []
  const known = new Map(
    chosen.flatMap(({ data }) => (data ? [[data.id as string, nameOf(data)] as const] : [])),
  )
  const picked = value.map((agencyId) => ({ value: agencyId, label: known.get(agencyId) ?? '……' }))
  return (
    <>
      <Select<Picked | Picked[]>
        id={id}
        aria-labelledby={`${id}-label`}
        {...aria}
        status={statusOf(aria)}
        {...(most === 1 ? onlyOne : severalUpTo(most, value.length))}
        value={most === 1 ? (picked[0] ?? null) : picked}
        labelInValue
        showSearch={{ filterOption: false, onSearch: setTyped, autoClearSearchValue: true }}
        placeholder={placeholder ?? t('form.chooseAgency')}
        notFoundContent={found.isFetching ? t('frame.loading') : t('form.nobodyFound')}
        onChange={(next) => {
          setTyped('')
          // One is given as such, several as a list, and none as nothing.
          const chosenNow = [next ?? []].flat().map((each) => each.value)
          onChange(chosenNow.slice(-most))
        }}
        onBlur={() => onLeave?.()}
        options={[{ label: t(isSearching ? 'form.found' : 'form.neighbours'), options: listed.map(option) }]}
      />
      {most >= manyAddressees ? <WholeAlliances most={most} value={value} onChange={onChange} /> : null}
    </>
  )
}
