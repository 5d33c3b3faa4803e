import Button from 'antd/es/button'
import { useEffect, useState, useSyncExternalStore } from 'react'
import {
  acknowledgements,
  forgetRefusals,
  undoAcknowledgement,
  undoSeconds,
} from '../acts/acknowledgements.ts'
import { useWords } from '../words/language.ts'
import { isShortcut } from './shortcuts.tsx'

/** What was just acknowledged and can still be undone (Z), and what the server would not accept. */
export function UndoBar() {
  const { t, say } = useWords()
  const { pending, refused } = useSyncExternalStore(acknowledgements.watch, acknowledgements.get)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'z' && isShortcut(event)) undoAcknowledgement()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  const last = pending.at(-1)
  return (
    <div className="undo-place" role="status">
      {last ? (
        <div className="undo-bar">
          <span>
            {pending.length > 1
              ? t('workbench.acknowledgedMany', { count: pending.length })
              : t('workbench.acknowledged', { number: last.number })}
          </span>
          <Button size="small" onClick={() => undoAcknowledgement()}>
            {t('workbench.undo')} (Z)
          </Button>
          <SecondsLeft until={last.until} />
        </div>
      ) : null}
      {refused.length > 0 ? (
        <div className="undo-bar undo-refused">
          <ul>
            {refused.map(({ matterId, number, words }) => (
              <li key={matterId}>
                <strong>{number}</strong> {say(words)}
              </li>
            ))}
          </ul>
          <Button size="small" onClick={forgetRefusals}>
            {t('frame.close')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function SecondsLeft({ until }: { readonly until: number }) {
  const [left, setLeft] = useState(undoSeconds)
  useEffect(() => {
    const look = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    look()
    const timer = setInterval(look, 250)
    return () => clearInterval(timer)
  }, [until])
  return (
    <span className="undo-seconds" aria-hidden>
      {left}
    </span>
  )
}
