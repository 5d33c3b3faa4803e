import App from 'antd/es/app'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { MatterRow } from '../../../features/matters/matter-views.ts'
import { asProblem } from '../../api/call.ts'
import { everyItem } from '../../api/every-item.ts'
import type { MatterFilter } from '../../api/matter-filter.ts'
import { useKinds } from '../../parts/use-kind.ts'
import { useSession } from '../../parts/use-session.ts'
import { when } from '../../parts/when.ts'
import { agencyName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'
import { csv } from './csv.ts'

/** The most rows of one export; beyond it the filter should be narrower. */
const mostRows = 5_000

/** Everything the filter finds, as a file that says who took it and when. */
export function ExportButton({ filter }: { readonly filter: MatterFilter }) {
  const { t, say, list, language } = useWords()
  const { message } = App.useApp()
  const kinds = useKinds()
  const { account, agency } = useSession()
  const [isBusy, setBusy] = useState(false)

  const lineOf = (row: MatterRow): string[] => [
    row.number,
    say(kinds.find(({ kind }) => kind === row.kind)?.words.name),
    row.title,
    list(row.legs.map(({ stateWords }) => say(stateWords))),
    agencyName(language, row.opener),
    list(row.legs.map(({ answerer }) => (answerer ? agencyName(language, answerer) : ''))),
    agencyName(language, row.lead),
    row.nextClock ? `${say(row.nextClock.words)} ${say(row.nextClock.remaining)}` : '',
    row.nextClock ? when(row.nextClock.dueAt, language) : '',
    row.assignee?.name ?? '',
    when(row.openedAt, language),
    row.settledAt ? when(row.settledAt, language) : '',
  ]
  const download = async () => {
    setBusy(true)
    try {
      const { items: rows, hasMore } = await everyItem<MatterRow>('/matters', mostRows, { query: filter })
      const head = [
        t('lists.number'),
        t('lists.kind'),
        t('lists.matter'),
        t('lists.state'),
        t('matter.opener'),
        t('matter.answerer'),
        t('lists.lead'),
        t('lists.due'),
        t('workbench.due'),
        t('lists.assignee'),
        t('lists.openedAt'),
        t('matter.settledAt'),
      ]
      const mark = t('lists.exportedBy', {
        name: account.name,
        agency: agencyName(language, agency),
        at: when(new Date().toISOString(), language),
      })
      const rest = hasMore ? [[t('lists.exportedPart', { count: rows.length })]] : []
      save(csv([head, ...rows.map(lineOf), [], ...rest, [mark]]), `${t('lists.title')}.csv`)
      if (hasMore) message.warning(t('lists.exportedPart', { count: rows.length }), 8)
      else message.success(t('lists.exported', { count: rows.length }))
    } catch (error) {
      message.error(say(asProblem(error).words))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button loading={isBusy} title={t('lists.exportNote')} onClick={() => void download()}>
      {t('lists.exportCsv')}
    </Button>
  )
}

function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
