import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import type { ObligationRow } from '../../../features/matters/matter-views.ts'
import { acknowledgeSoon } from '../../acts/acknowledgements.ts'
import { UrgeButton } from '../../acts/urge-button.tsx'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { LightTag } from '../../parts/light-tag.tsx'
import { rowTitle } from '../../parts/row-title.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly rows: readonly ObligationRow[]
  /** The row the keys stand on. */
  readonly at: number
  readonly side: 'owed' | 'awaited'
  readonly canAcknowledge?: (row: ObligationRow) => boolean
  readonly labelledBy: string
}

/** Running deadlines with their matters: a table, on a phone cards. */
export function Obligations(props: Props) {
  return useNarrow() ? <Cards {...props} /> : <Table {...props} />
}

function Table({ rows, at, side, canAcknowledge, labelledBy }: Props) {
  const { t, say } = useWords()
  return (
    <div className="table-scroll">
      <table className="grid-table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t('workbench.due')}</th>
            <th scope="col">{t('workbench.matter')}</th>
            <th scope="col">{t('workbench.step')}</th>
            <th scope="col">{t('workbench.otherSide')}</th>
            <th scope="col">{t('workbench.assignee')}</th>
            <th scope="col" className="no-print">
              {t('workbench.act')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={row.clock.id}
              data-row={side === 'owed' ? index : undefined}
              className={at === index ? 'is-at' : ''}
              aria-current={at === index || undefined}
            >
              <td>
                <Due row={row} />
              </td>
              <td className="title-cell">
                <Title row={row} />
              </td>
              <td className="step-cell">
                {say(row.clock.words)}
                <br />
                <span className="tag tag-state">{say(row.stateWords)}</span>
              </td>
              <td className="short-cell">{row.with ? <AgencyLabel agency={row.with} as="short" /> : '—'}</td>
              <td className="person-cell">{row.matter.assignee?.name ?? '—'}</td>
              <td className="no-print">
                <Act row={row} side={side} {...(canAcknowledge ? { canAcknowledge } : {})} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ rows, at, side, canAcknowledge, labelledBy }: Props) {
  const { say } = useWords()
  return (
    <ul className="cards" aria-labelledby={labelledBy}>
      {rows.map((row, index) => (
        <li
          key={row.clock.id}
          data-row={side === 'owed' ? index : undefined}
          className={at === index ? 'is-at' : ''}
        >
          <div className="row row-apart">
            <LightTag clock={row.clock} />
            <span className="tag tag-state">{say(row.stateWords)}</span>
          </div>
          <Title row={row} />
          <span className="soft">
            {say(row.clock.words)}
            {row.with ? (
              <>
                {' · '}
                <AgencyLabel agency={row.with} as="short" />
              </>
            ) : null}
          </span>
          <div className="row no-print">
            <Act row={row} side={side} {...(canAcknowledge ? { canAcknowledge } : {})} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Due({ row }: { readonly row: ObligationRow }) {
  const { language } = useWords()
  return (
    <>
      <LightTag clock={row.clock} />
      <br />
      <span className="soft small">{when(row.clock.dueAt, language, 'short')}</span>
    </>
  )
}

function Title({ row }: { readonly row: ObligationRow }) {
  const { t } = useWords()
  return (
    <span>
      {row.matter.urgency === 'urgent' ? (
        <span className="tag tag-urgent">{t('workbench.urgent')}</span>
      ) : null}{' '}
      <Link
        to="/matters/$matterId"
        params={{ matterId: row.matter.id }}
        search={row.leg > 1 ? { leg: String(row.leg) } : {}}
        {...rowTitle(row.matter.title)}
      >
        {row.matter.title}
      </Link>
      <br />
      <span className="soft small mono">{row.matter.number}</span>
    </span>
  )
}

function Act({
  row,
  side,
  canAcknowledge,
}: Pick<Props, 'side' | 'canAcknowledge'> & { readonly row: ObligationRow }) {
  const { t } = useWords()
  const { id: matterId, number } = row.matter
  if (side === 'awaited') return <UrgeButton matterId={matterId} leg={row.leg} number={number} />
  if (!canAcknowledge?.(row)) return null
  return (
    <Button
      size="small"
      type="primary"
      aria-label={t('workbench.acknowledgeNamed', { number })}
      onClick={() => acknowledgeSoon({ matterId, leg: row.leg, number })}
    >
      {t('workbench.acknowledge')}
    </Button>
  )
}
