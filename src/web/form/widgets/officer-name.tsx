import { useQuery } from '@tanstack/react-query'
import Input from 'antd/es/input'
import { peopleQuery } from '../../api/people-queries.ts'
import { useWords } from '../../words/language.ts'
import { type Aria, statusOf } from './aria.ts'

/** An officer as a form names one. */
type Officer = { readonly name?: string; readonly certificateNumber?: string }

type Props = {
  readonly id: string
  readonly aria: Aria
  readonly value: Officer
  readonly onChange: (value: Officer) => void
  readonly onLeave: () => void
}

/**
 * The name of an officer 执法人员. Colleagues are offered as one types, and the one meant brings the number of the certificate
 * along; who has no account here is typed in. A number typed by hand stays.
 */
export function OfficerName({ id, aria, value, onChange, onLeave }: Props) {
  const { t } = useWords()
  const { data: people = [] } = useQuery(peopleQuery)
  const certified = people.filter(({ certificateNumber }) => certificateNumber)
  const isOffered = (number: string | undefined) =>
    !number || certified.some(({ certificateNumber }) => certificateNumber === number)
  const type = (name: string) => {
    const meant = certified.filter((person) => person.name === name)
    const number = meant.length === 1 ? meant[0]?.certificateNumber : undefined
    const { name: _, ...rest } = value
    onChange({
      ...rest,
      ...(name === '' ? {} : { name }),
      ...(number && isOffered(value.certificateNumber) ? { certificateNumber: number } : {}),
    })
  }
  return (
    <>
      <Input
        id={id}
        {...aria}
        status={statusOf(aria)}
        value={value.name ?? ''}
        list={`${id}-colleagues`}
        autoComplete="off"
        onChange={({ target }) => type(target.value)}
        onBlur={onLeave}
      />
      <datalist id={`${id}-colleagues`}>
        {certified.map(({ id: colleague, name, certificateNumber }) => (
          <option key={colleague} value={name}>
            {t('form.officerCertificate', { number: certificateNumber ?? '' })}
          </option>
        ))}
      </datalist>
    </>
  )
}
