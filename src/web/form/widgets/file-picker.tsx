import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import Select from 'antd/es/select'
import { matterQuery } from '../../api/queries.ts'
import { useWords } from '../../words/language.ts'
import { type Aria, statusOf } from './aria.ts'

type Props = {
  readonly id: string
  readonly aria: Aria
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of the files of the matter that is open. */
export function FilePicker({ id, aria, value, onChange }: Props) {
  const { t } = useWords()
  const { matterId = '' } = useParams({ strict: false })
  const { data } = useQuery({ ...matterQuery(matterId), enabled: matterId !== '' })
  const files = data?.files.filter(({ withdrawn }) => withdrawn === null) ?? []
  return (
    <Select
      id={id}
      aria-labelledby={`${id}-label`}
      {...aria}
      status={statusOf(aria)}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('form.choose')}
      notFoundContent={t('matter.noFiles')}
      value={value === '' ? null : value}
      onChange={(next) => onChange(next ?? '')}
      options={files.map((file) => ({ value: file.id, label: file.name }))}
    />
  )
}
