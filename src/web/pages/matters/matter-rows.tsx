import { Link } from '@tanstack/react-router'
import Checkbox from 'antd/es/checkbox'
import type { MatterRow } from '../../../features/matters/matter-views.ts'
import { kindBefore } from '../../../kernel/kind-before.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { LightTag } from '../../parts/light-tag.tsx'
import { rowTitle } from '../../parts/row-title.ts'
import { useKinds } from '../../parts/use-kind.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly rows: readonly MatterRow[]
  /** The row the keys stand on. */
  readonly at: number
  readonly selected: ReadonlySet<string>
  readonly onSelect: (row: MatterRow) => void
  readonly onSelectAll: (all: boolean) => void
}

/** Matters as a table, on a phone as cards. */
export function MatterRows(props: Props) {
  return useNarrow() ? <Cards {...props} /> : <Table {...props} />
}

function Table({ rows, at, selected, onSelect, onSelectAll }: Props) {
  const { t, language } = useWords()
  const all = rows.every(({ id }) => selected.has(id))
  return (
    <div className="table-scroll">
      <table className="grid-table" aria-label={t('lists.title')}>
        <thead>
          <tr>
            <th scope="col" className="no-print">
              <Checkbox
                checked={all}
                indeterminate={!all && selected.size > 0}
                onChange={({ target }) => onSelectAll(target.checked)}
                aria-label={t('lists.selectAll')}
              />
            </th>
            <th scope="col">{t('lists.matter')}</th>
            <th scope="col">{t('lists.state')}</th>
            <th scope="col">{t('lists.otherSide')}</th>
            <th scope="col">{t('lists.lead')}</th>
            <th scope="col">{t('lists.due')}</th>
            <th scope="col">{t('lists.assignee')}</th>
            <th scope="col">{t('lists.openedAt')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={row.id}
              data-row={index}
              className={`${at === index ? 'is-at' : ''} ${row.unread ? 'unread' : ''}`}
              aria-current={at === index || undefined}
            >
              <td className="no-print">
                <Checkbox
                  checked={selected.has(row.id)}
                  onChange={() => onSelect(row)}
                  aria-label={t('lists.select', { number: row.number })}
                />
              </td>
              <td className="title-cell">
                <Title row={row} />
              </td>
              <td>
                <States row={row} />
              </td>
              <td>
                <Answerers row={row} />
              </td>
              <td className="short-cell">
                <AgencyLabel agency={row.lead} as="short" />
              </td>
              <td>{row.nextClock ? <LightTag clock={row.nextClock} /> : '—'}</td>
              <td className="person-cell">{row.assignee?.name ?? '—'}</td>
              <td className="short-cell">{when(row.openedAt, language, 'short')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ rows, at, selected, onSelect }: Props) {
  const { t } = useWords()
  return (
    <ul className="cards" aria-label={t('lists.title')}>
      {rows.map((row, index) => (
        <li
          key={row.id}
          data-row={index}
          className={`${at === index ? 'is-at' : ''} ${row.unread ? 'unread' : ''}`}
        >
          <div className="row row-apart">
            <Checkbox
              checked={selected.has(row.id)}
              onChange={() => onSelect(row)}
              aria-label={t('lists.select', { number: row.number })}
            />
            <States row={row} />
            {row.nextClock ? <LightTag clock={row.nextClock} /> : null}
          </div>
          <Title row={row} />
          <span className="soft">
            {t('lists.lead')}
            {t('frame.colon')}
            <AgencyLabel agency={row.lead} as="short" />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Title({ row }: { readonly row: MatterRow }) {
  const { t, say } = useWords()
  const kind = useKinds().find((each) => each.kind === row.kind)
  return (
    <span>
      {row.urgency === 'urgent' ? <span className="tag tag-urgent">{t('workbench.urgent')}</span> : null}{' '}
      <Link to="/matters/$matterId" params={{ matterId: row.id }} {...rowTitle(row.title)}>
        {row.title}
      </Link>
      <br />
      <span className="soft small">
        {kind ? say(kindBefore(row.number, kind.words.name)) : ''} <span className="mono">{row.number}</span>
      </span>
    </span>
  )
}

/** Whom it was sent to; of many the first, and how many more. */
function Answerers({ row }: { readonly row: MatterRow }) {
  const { t } = useWords()
  const [first] = row.legs
  return (
    <>
      <span className="short-cell">
        {first?.answerer ? <AgencyLabel agency={first.answerer} as="short" /> : '—'}
      </span>
      {row.legs.length > 1 ? (
        <>
          {' '}
          <span className="nowrap">{t('lists.andMore', { count: row.legs.length - 1 })}</span>
        </>
      ) : null}
    </>
  )
}

/** Each state once, with how many legs are in it. */
function States({ row }: { readonly row: MatterRow }) {
  const { say } = useWords()
  const counts = new Map<string, { words: string; count: number }>()
  for (const { state, stateWords } of row.legs) {
    const entry = counts.get(state) ?? { words: say(stateWords), count: 0 }
    counts.set(state, { ...entry, count: entry.count + 1 })
  }
  return (
    <span className="row states">
      {[...counts].map(([state, { words, count }]) => (
        <span key={state} className="tag tag-state">
          {words}
          {row.legs.length > 1 ? ` ×${count}` : ''}
        </span>
      ))}
    </span>
  )
}
