import Modal from 'antd/es/modal'
import { useEffect, useState } from 'react'
import { useWords } from '../words/language.ts'

const helpWanted = 'xiezhi-help'

/** Opens the keyboard help from anywhere. */
export const askForHelp = (): void => {
  window.dispatchEvent(new Event(helpWanted))
}

/**
 * True when a key was meant as a shortcut: nobody is typing, no input method is composing a Chinese word, no modifier is
 * held, and no dialog is open above the page.
 */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey)
    return false
  const { target } = event
  if (!(target instanceof HTMLElement)) return true
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return false
  return document.querySelector('[role="dialog"]:not([style*="display: none"])') === null
}

/** The shortcuts that work on every page: `/` searches, `?` explains. */
export function Shortcuts() {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const show = () => setOpen(true)
    const press = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return
      if (event.key === '/') {
        event.preventDefault()
        document.getElementById('search-matters')?.focus()
      } else if (event.key === '?') setOpen(true)
    }
    window.addEventListener(helpWanted, show)
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener(helpWanted, show)
      window.removeEventListener('keydown', press)
    }
  }, [])
  const keys = [
    ['/', t('frame.keySearch')],
    ['J', t('frame.keyNext')],
    ['K', t('frame.keyPrevious')],
    ['Enter', t('frame.keyOpen')],
    ['X', t('frame.keySelect')],
    ['A', t('frame.keyAcknowledge')],
    ['Z', t('frame.keyUndo')],
    ['J / K', t('frame.keyFiles')],
    ['?', t('frame.keyHelp')],
  ] as const
  return (
    <Modal
      title={t('frame.shortcuts')}
      open={isOpen}
      onCancel={() => setOpen(false)}
      footer={null}
      destroyOnHidden
    >
      <dl className="keys">
        {keys.map(([key, means]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
