import { useQuery } from '@tanstack/react-query'
import type { KindView, MatterView } from '../../../features/matters/matter-views.ts'
import { eventsQuery } from '../../api/queries.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly matter: MatterView
  readonly kind: KindView
  /** By which the content is submitted. */
  readonly action: string
}
type Said = {
  readonly moves?: readonly { readonly to: string }[]
  readonly form?: { readonly reason?: unknown }
}

/** Why the content is with its writers again, where somebody gave a reason: it stands above what has to be corrected. */
export function SentBack({ matter, kind, action }: Props) {
  const { t, say, language } = useWords()
  const { data } = useQuery(eventsQuery(matter.id))
  // A report on a suspected crime is corrected in a state of its own, in which the head's days run on.
  const isWritten = ({ to }: { readonly to: string }) => action in (kind.chart.states[to] ?? {})
  const last = data?.findLast(({ body }) => (body as Said).moves?.some(isWritten))
  const reason = (last?.body as Said | undefined)?.form?.reason
  if (!last || typeof reason !== 'string') return null
  return (
    <p className="notice notice-amber write-notice">
      {t('form.sentBack', {
        what: say(last.words),
        reason,
        who: last.person?.name ?? '',
        at: when(last.at, language, 'short'),
      })}
    </p>
  )
}
