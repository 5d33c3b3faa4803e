import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import Select from 'antd/es/select'
import { useState } from 'react'
import type { MatterRow, MatterView } from '../../../features/matters/matter-views.ts'
import type { Words } from '../../../kernel/words.ts'
import { asProblem, call, freshKey, Problem } from '../../api/call.ts'
import { move, ownOffers } from '../../api/move.ts'
import { peopleQuery } from '../../api/people-queries.ts'
import { useWords } from '../../words/language.ts'

type Result = { readonly row: MatterRow; readonly words?: Words }

/**
 * What may be done with several matters at once. Each is taken by itself, and each gets its own result. The results stay until they are
 * closed, also when the rows have left the list because of what was done.
 */
export function BatchBar({
  rows,
  onClear,
}: {
  readonly rows: readonly MatterRow[]
  readonly onClear: () => void
}) {
  const { t } = useWords()
  const people = useQuery(peopleQuery).data ?? []
  const [results, setResults] = useState<readonly Result[]>([])
  const [isBusy, setBusy] = useState(false)
  const [isShown, setShown] = useState(false)

  const takeAll = async (action: string, body: unknown) => {
    setResults([])
    setShown(true)
    setBusy(true)
    for (const row of rows) {
      const words = await takeOne(row, action, body)
      setResults((all) => [...all, { row, ...(words ? { words } : {}) }])
    }
    setBusy(false)
  }
  const good = results.filter(({ words }) => !words).length
  const bar = (
    <div className="batch no-print" role="toolbar" aria-label={t('lists.selected', { count: rows.length })}>
      <strong>{t('lists.selected', { count: rows.length })}</strong>
      <Button disabled={isBusy} onClick={() => void takeAll('acknowledge', {})}>
        {t('lists.batchAcknowledge')}
      </Button>
      <Button disabled={isBusy} onClick={() => void takeAll('urge', {})}>
        {t('lists.batchUrge')}
      </Button>
      <Select
        aria-label={t('lists.batchAssign')}
        placeholder={t('lists.batchAssign')}
        className="filter"
        disabled={isBusy}
        value={null}
        onChange={(accountId: string | null) => void takeAll('assign', { accountId })}
        options={people.map(({ id, name }) => ({ value: id as string, label: name }))}
      />
      <Button type="link" onClick={onClear}>
        {t('lists.unselect')}
      </Button>
    </div>
  )
  return (
    <>
      {rows.length > 0 ? bar : null}
      <Modal
        open={isShown}
        title={t('lists.results')}
        onCancel={() => setShown(false)}
        closable={!isBusy}
        footer={
          <Button type="primary" disabled={isBusy} onClick={() => setShown(false)}>
            {t('frame.close')}
          </Button>
        }
      >
        <p role="status">
          {isBusy ? t('lists.working') : t('lists.resultsText', { good, bad: results.length - good })}
        </p>
        <ResultList results={results} />
      </Modal>
    </>
  )
}

function ResultList({ results }: { readonly results: readonly Result[] }) {
  const { t, say } = useWords()
  return (
    <ul className="news" aria-label={t('lists.results')}>
      {results.map(({ row, words }) => (
        <li key={row.id}>
          <span>
            <span className={`light ${words ? 'light-red' : 'light-green'}`}>
              {t(words ? 'lists.bad' : 'lists.good')}
            </span>{' '}
            <span className="mono">{row.number}</span> {row.title}
          </span>
          {words ? <span>{say(words)}</span> : null}
        </li>
      ))}
    </ul>
  )
}

/**
 * Takes one action on one matter where it is open; otherwise answers why not. A matter that went to several is urged in each
 * conversation in which something is owed; anything else is done once.
 */
async function takeOne(row: MatterRow, action: string, body: unknown): Promise<Words | undefined> {
  try {
    const matter = await call<MatterView>('GET', `/matters/${row.id}`)
    const offers = ownOffers(matter, action)
    const open = offers.filter(({ offer }) => offer.open)
    if (open.length === 0) throw new Problem('not-now', offers[0]?.offer.whyWords ?? notIn(matter))
    const taken = await Promise.allSettled(
      (action === 'urge' ? open : open.slice(0, 1)).map(({ leg }) =>
        move({ matterId: row.id, leg, action, body, expectedVersion: matter.version, key: freshKey() }),
      ),
    )
    const refused: unknown[] = taken.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    if (refused.length === taken.length) throw refused[0]
    return undefined
  } catch (error) {
    return asProblem(error).words
  }
}

/** Said where the chart has no such action in the state one's own legs are in, such as signing for what was signed for before. */
const notIn = ({ legs }: MatterView): Words => {
  const own = legs.filter(({ mySides }) => mySides.length > 0)
  const states = [...new Map(own.map(({ state, stateWords }) => [state, stateWords])).values()]
  return {
    zh: `目前是“${states.map(({ zh }) => zh).join('、')}”，没有这项操作。请打开事项，查看可以办理什么。`,
    en: `It is now "${states.map(({ en }) => en).join(', ')}", which does not know that action. Open the matter to see what can be done.`,
  }
}
