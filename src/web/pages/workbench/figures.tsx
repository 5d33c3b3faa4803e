import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WorkbenchView } from '../../../features/matters/matter-views.ts'
import type { MatterFilter } from '../../api/matter-filter.ts'
import { countQuery } from '../../api/queries.ts'
import { counted } from '../../parts/counted.ts'
import { usePower } from '../../parts/use-session.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly counts: WorkbenchView['counts']
  /** How many of what one owes are being acknowledged just now. */
  readonly hidden: number
}

/** How many of what there are, each leading to its list. */
export function Figures({ counts, hidden }: Props) {
  const { t } = useWords()
  const designates = usePower('designate')
  return (
    <ul className="figures" aria-label={t('workbench.figures')}>
      <Figure words={t('workbench.owed')} count={counts.owed - hidden} to={{ owes: 'me' }} />
      <Figure words={t('workbench.overdue')} count={counts.overdue} tone="red" to={{ light: 'red' }} />
      <Figure words={t('workbench.dueToday')} count={counts.dueToday} tone="amber" to={{ light: 'today' }} />
      <Figure words={t('workbench.awaited')} count={counts.awaited} to={{ jump: 'awaited' }} />
      <Figure
        words={t('workbench.awaitedLate')}
        count={counts.awaitedLate}
        tone="red"
        to={{ jump: 'awaited' }}
      />
      <Figure
        words={t('workbench.unread')}
        count={counts.unread}
        more={counts.unreadMore ? t('workbench.unreadMore', { count: counts.unread }) : undefined}
        to={{ inbox: true }}
      />
      <Figure words={t('workbench.drafts')} count={counts.drafts} to={{ drafts: true }} />
      {designates ? <DecidedHere /> : null}
    </ul>
  )
}

type Target =
  | { readonly owes: 'me' }
  | { readonly light: 'red' | 'today' }
  | { readonly jump: 'awaited' }
  | { readonly inbox: true }
  | { readonly drafts: true }

type FigureProps = {
  readonly words: string
  readonly count: number
  /** Says that there are more than were counted; undefined where there are not. */
  readonly more?: string | undefined
  readonly tone?: 'red' | 'amber'
  readonly to: Target
}

/** A number that leads to the list behind it. */
function Figure({ words, count, more, tone, to }: FigureProps) {
  const inside = (
    <Face
      words={words}
      count={counted(Math.max(0, count), more !== undefined)}
      tone={count > 0 ? tone : undefined}
    />
  )
  if ('inbox' in to)
    return (
      <li>
        <Link to="/inbox" search={{ unread: 'true' }} className="figure" title={more}>
          {inside}
        </Link>
      </li>
    )
  if ('drafts' in to)
    return (
      <li>
        <Link to="/matters" search={{ state: 'drafted' }} className="figure">
          {inside}
        </Link>
      </li>
    )
  if ('jump' in to)
    return (
      <li>
        <Link to="/" search={(now) => now} hash="awaited-place" className="figure">
          {inside}
        </Link>
      </li>
    )
  return (
    <li>
      <Link
        to="/"
        search={({ light: _, ...now }) => ('light' in to ? { ...now, light: to.light } : now)}
        hash="owed-place"
        className="figure"
      >
        {inside}
      </Link>
    </li>
  )
}

type FaceProps = {
  readonly words: string
  readonly count: string
  readonly tone?: FigureProps['tone'] | undefined
}

const Face = ({ words, count, tone }: FaceProps) => (
  <>
    <span className={`figure-count ${tone ? `figure-${tone}` : ''}`}>{count}</span>
    <span className="figure-words">{words}</span>
  </>
)

/** What one's agency decides as the common superior, or may take up before anybody calls it in: it arrives in no inbox. */
const decidedHere = { scope: 'subtree', side: 'superior', settled: 'false' } as const satisfies MatterFilter

function DecidedHere() {
  const { t } = useWords()
  const { data = '…' } = useQuery(countQuery(decidedHere))
  return (
    <li>
      <Link to="/matters" search={decidedHere} className="figure" title={t('workbench.decidedHereMeans')}>
        <Face words={t('workbench.decidedHere')} count={data} />
      </Link>
    </li>
  )
}
