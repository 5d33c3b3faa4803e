import { useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { type MatterFilter, mostSearched } from '../../api/matter-filter.ts'
import { AgencyPicker } from '../../form/widgets/agency-picker.tsx'
import { useKinds } from '../../parts/use-kind.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import { usePower, useSession } from '../../parts/use-session.ts'
import { useWords } from '../../words/language.ts'

/** What narrows the list; each change is an address of its own. */
export function Filters({ filter }: { readonly filter: MatterFilter }) {
  const { t, say } = useWords()
  const navigate = useNavigate()
  const kinds = useKinds()
  const { account } = useSession()
  const overseer = usePower('oversee')
  const isNarrow = useNarrow()
  const narrow = (change: { readonly [Name in keyof MatterFilter]?: string | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value))
    void navigate({ to: '/matters', search: next as MatterFilter, replace: true })
  }
  const states = kinds
    .filter(({ kind }) => !filter.kind || kind === filter.kind)
    .flatMap(({ words }) =>
      Object.entries(words.states).map(([value, state]) => ({ value, label: say(state) })),
    )
  const distinct = [...new Map(states.map((state) => [state.value, state])).values()]
  return (
    <search className="filters no-print" aria-label={t('lists.filters')}>
      <Input.Search
        key={filter.q ?? ''}
        className="filter-wide"
        aria-label={t('lists.q')}
        placeholder={t('lists.qHint')}
        defaultValue={filter.q ?? ''}
        allowClear
        maxLength={mostSearched}
        onSearch={(q) => narrow({ q: q.trim() })}
      />
      <details className="filter-more" open={!isNarrow}>
        <summary className="narrow-only">{t('lists.filters')}</summary>
        <div className="filters">
          <Choice
            label={t('lists.kind')}
            value={filter.kind}
            onChange={(kind) => narrow({ kind, state: undefined })}
            options={kinds.map(({ kind, words }) => ({ value: kind, label: say(words.name) }))}
          />
          <Choice
            label={t('lists.state')}
            value={filter.state}
            onChange={(state) => narrow({ state })}
            options={distinct}
          />
          <Choice
            label={t('lists.side')}
            value={filter.side}
            onChange={(side) => narrow({ side })}
            options={(['asker', 'answerer', 'superior'] as const).map((side) => ({
              value: side,
              label: t(`lists.${side}`),
            }))}
          />
          <span className="filter filter-agency">
            <span id="filter-agency-label" className="unseen">
              {t('lists.agency')}
            </span>
            <AgencyPicker
              id="filter-agency"
              aria={{ 'aria-required': false, 'aria-invalid': false }}
              most={1}
              value={filter.agency ? [filter.agency] : []}
              onChange={([agency]) => narrow({ agency })}
              placeholder={`${t('lists.agency')}${t('frame.colon')}${t('lists.any')}`}
            />
          </span>
          <Choice
            label={t('lists.light')}
            value={filter.light}
            onChange={(light) => narrow({ light })}
            options={(['red', 'amber', 'green'] as const).map((light) => ({
              value: light,
              label: t(`lists.${light}`),
            }))}
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
          <Choice
            label={t('lists.assignee')}
            value={filter.assignee}
            onChange={(assignee) => narrow({ assignee })}
            options={[
              { value: account.id, label: t('lists.me') },
              { value: 'none', label: t('lists.nobody') },
            ]}
          />
          {(['since', 'until'] as const).map((end) => (
            <Input
              key={end}
              type="date"
              className="filter filter-day"
              prefix={t(`lists.${end}`)}
              aria-label={t(`lists.${end}`)}
              value={filter[end] ?? ''}
              onChange={({ target }) => narrow({ [end]: target.value })}
            />
          ))}
          <Checkbox
            checked={filter.unread === 'true'}
            onChange={({ target }) => narrow({ unread: target.checked ? 'true' : undefined })}
          >
            {t('lists.unread')}
          </Checkbox>
          {overseer ? (
            <Checkbox
              checked={filter.scope === 'subtree'}
              onChange={({ target }) => narrow({ scope: target.checked ? 'subtree' : undefined })}
            >
              {t('lists.subtree')}
            </Checkbox>
          ) : null}
          {Object.keys(filter).length > 0 ? (
            <Button type="link" onClick={() => void navigate({ to: '/matters', search: {} })}>
              {t('lists.clear')}
            </Button>
          ) : null}
        </div>
      </details>
    </search>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One closed list of a filter, with "any" first. */
export function Choice({ label, value, onChange, options }: ChoiceProps) {
  const { t } = useWords()
  return (
    <Select
      aria-label={label}
      className="filter"
      value={value ?? ''}
      onChange={(next) => onChange(next === '' ? undefined : next)}
      options={[{ value: '', label: `${label}${t('frame.colon')}${t('lists.any')}` }, ...options]}
      popupMatchSelectWidth={false}
    />
  )
}
