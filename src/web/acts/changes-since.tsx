import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import type { MatterView } from '../../features/matters/matter-views.ts'
import { eventsQuery } from '../api/queries.ts'
import { AgencyLabel } from '../parts/agency-label.tsx'
import { useSession } from '../parts/use-session.ts'
import { when } from '../parts/when.ts'
import { useWords } from '../words/language.ts'
import type { Act } from './use-act.ts'

type Props = {
  readonly matter: MatterView
  readonly act: Act
  /** Whether the action can still be taken; else there is nothing to go on with. */
  readonly isOpen: boolean
  /** Whether the action asks for anything to be typed. */
  readonly hasFields: boolean
}

/**
 * What was done to the matter while one was writing: by others and, where the server refused for it, also by oneself in another window.
 * Nothing typed is touched; one takes note and goes on.
 */
export function ChangesSince({ matter, act, isOpen, hasFields }: Props) {
  const { t, say, sentences, language } = useWords()
  const { account } = useSession()
  const { data } = useQuery(eventsQuery(matter.id))
  const isRefused = act.problem?.code === 'already-changed'
  const since =
    data?.filter(({ seq, person }) => seq > act.seen && (isRefused || person?.id !== account.id)) ?? []
  if (matter.version <= act.seen || since.length === 0) return null
  return (
    <div className="notice notice-amber" role="alert">
      <div>
        <strong>{t('matter.changedTitle', { count: since.length })}</strong>
        <ul className="changes">
          {since.map((event) => (
            <li key={event.seq}>
              {when(event.at, language, 'short')}{' '}
              {event.agency ? <AgencyLabel agency={event.agency} as="short" /> : null} {event.person?.name}{' '}
              {say(event.words)}
            </li>
          ))}
        </ul>
        {isOpen ? (
          <p>{sentences([...(hasFields ? [t('matter.changedKept')] : []), t('matter.changedLook')])}</p>
        ) : null}
      </div>
      {isOpen ? (
        <Button size="small" onClick={act.look}>
          {t('matter.changedSeen')}
        </Button>
      ) : null}
    </div>
  )
}
