import App from 'antd/es/app'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { queries } from '../api/queries.ts'
import { liveState, onNews } from '../live/live.ts'
import { useWords } from '../words/language.ts'

/** Says when the page is cut off from the server, and that nothing is lost. */
export function LiveNotice() {
  const { t } = useWords()
  const { message } = App.useApp()
  const state = useSyncExternalStore(liveState.watch, liveState.get)
  const wasOffline = useRef(false)
  useEffect(() => {
    if (state === 'live' && wasOffline.current) message.success(t('frame.backOnline'))
    wasOffline.current = state === 'offline'
  }, [state, message, t])
  useUrgentNews()
  if (state !== 'offline') return null
  return (
    <div className="notice notice-amber" role="alert">
      <strong>{t('frame.offlineTitle')}</strong> <span>{t('frame.offlineText')}</span>
    </div>
  )
}

/** Urgent news are also said aloud on the page, in whichever tab is open. */
function useUrgentNews(): void {
  const { t } = useWords()
  const { message } = App.useApp()
  useEffect(
    () =>
      onNews((news) => {
        if (news.type !== 'inbox' || !news.urgent || document.hidden) return
        const matter = queries.getQueryData<{ readonly title: string }>(['matter', news.matterId])
        message.warning(t('frame.arrived', { what: matter?.title ?? '' }))
      }),
    [message, t],
  )
}
