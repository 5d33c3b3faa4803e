import { useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import type { CaseFilter } from '../../api/case-filter.ts'
import { useKind } from '../../parts/use-kind.ts'
import { usePower } from '../../parts/use-session.ts'
import { useWords } from '../../words/language.ts'
import { Choice } from '../matters/filters.tsx'

/** What narrows the list of cases; each change is an address of its own. */
export function CaseFilters({ filter }: { readonly filter: CaseFilter }) {
  const { t, say } = useWords()
  const navigate = useNavigate()
  const words = useKind('case')?.words
  const isOverseer = usePower('oversee')
  const narrow = (change: { readonly [Name in keyof CaseFilter]?: string | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value))
    void navigate({ to: '/cases', search: next as CaseFilter, replace: true })
  }
  const optionsOf = (named: Readonly<Record<string, { zh: string; en: string }>> | undefined) =>
    Object.entries(named ?? {}).map(([value, label]) => ({ value, label: say(label) }))
  return (
    <search className="filters no-print" aria-label={t('lists.filters')}>
      <Input.Search
        key={`q ${filter.q ?? ''}`}
        className="filter-wide"
        aria-label={t('lists.q')}
        placeholder={t('cases.qHint')}
        defaultValue={filter.q ?? ''}
        allowClear
        maxLength={50}
        onSearch={(q) => narrow({ q: q.trim() })}
      />
      <Input.Search
        key={`plate ${filter.plate ?? ''}`}
        className="filter case-plate"
        aria-label={t('cases.plate')}
        placeholder={t('cases.plate')}
        defaultValue={filter.plate ?? ''}
        allowClear
        maxLength={20}
        onSearch={(plate) => narrow({ plate: plate.trim() })}
      />
      <Choice
        label={t('lists.state')}
        value={filter.state}
        onChange={(state) => narrow({ state })}
        options={optionsOf(words?.states)}
      />
      <Choice
        label={t('cases.behaviour')}
        value={filter.behaviour}
        onChange={(behaviour) => narrow({ behaviour })}
        options={optionsOf(words?.options['about.behaviour'])}
      />
      <Choice
        label={t('cases.outcome')}
        value={filter.outcome}
        onChange={(outcome) => narrow({ outcome })}
        options={optionsOf({ ...words?.options.outcome, ...words?.options.result })}
      />
      <Choice
        label={t('lists.settled')}
        value={filter.settled}
        onChange={(settled) => narrow({ settled })}
        options={[
          { value: 'false', label: t('lists.open') },
          { value: 'true', label: t('lists.closed') },
        ]}
      />
      {isOverseer ? (
        <Checkbox
          checked={filter.scope === 'subtree'}
          onChange={({ target }) => narrow({ scope: target.checked ? 'subtree' : undefined })}
        >
          {t('lists.subtree')}
        </Checkbox>
      ) : null}
      {Object.keys(filter).length > 0 ? (
        <Button type="link" onClick={() => void navigate({ to: '/cases', search: {} })}>
          {t('lists.clear')}
        </Button>
      ) : null}
    </search>
  )
}
