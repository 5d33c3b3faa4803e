import { useQuery } from '@tanstack/react-query'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import type { OpenSession } from '../../../features/people/sessions.ts'
import { asProblem, call } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'

/** Where one is signed in, and a way out of the computer left behind. */
export function OpenSessions() {
  const { t, say, aside, language } = useWords()
  const { message } = App.useApp()
  const { data } = useQuery({
    queryKey: ['sessions'],
    queryFn: async ({ signal }) =>
      (await call<{ readonly sessions: readonly OpenSession[] }>('GET', '/session/sessions', { signal }))
        .sessions,
  })
  const end = async (id: string) => {
    try {
      await call('DELETE', `/session/sessions/${id}`)
      void queries.invalidateQueries({ queryKey: ['sessions'] })
    } catch (error) {
      message.error(say(asProblem(error).words))
    }
  }
  return (
    <section className="card" aria-labelledby="open-sessions">
      <h2 id="open-sessions">{t('account.sessions')}</h2>
      <ul className="news">
        {(data ?? []).map((session) => (
          <li key={session.id}>
            <span>
              {deviceOf(session.userAgent) ?? t('account.unknownDevice')}{' '}
              {session.current ? <strong>{aside(t('account.current'))}</strong> : null}
            </span>
            <span className="soft small">
              {t('account.lastUsed', { at: when(session.lastUsedAt, language) })}
            </span>
            {session.current ? null : (
              <span>
                <Button size="small" onClick={() => void end(session.id)}>
                  {t('account.endSession')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Browser and system out of what a browser says of itself, as far as a person cares. */
function deviceOf(userAgent: string | null): string | undefined {
  const find = (names: readonly string[]) => names.find((name) => userAgent?.includes(name))
  const browser = find(['Edg', 'Firefox', 'Chrome', 'Safari'])
  const system = find(['Windows', 'Android', 'iPhone', 'Mac OS', 'Linux'])
  const named = [browser === 'Edg' ? 'Edge' : browser, system].filter((part) => part !== undefined)
  return named.length > 0 ? named.join(' ') : undefined
}
