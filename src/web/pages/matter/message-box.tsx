import App from 'antd/es/app'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Segmented from 'antd/es/segmented'
import { type FormEvent, useState } from 'react'
import type { LegView, MatterView } from '../../../features/matters/matter-views.ts'
import { tooLong } from '../../../kernel/faults.ts'
import { asProblem, freshKey } from '../../api/call.ts'
import { move } from '../../api/move.ts'
import { Faults } from '../../form/fields.tsx'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { useWords } from '../../words/language.ts'

/** As long as the server takes a message. */
const mostLetters = 2_000

/** Writes to the other side, or a note for one's own; which of the two cannot be overlooked. */
export function MessageBox({ matter, leg }: { readonly matter: MatterView; readonly leg: LegView }) {
  const { t, say } = useWords()
  const { message } = App.useApp()
  const offers = leg.openActions.filter(({ action, open }) => open && (action === 'say' || action === 'note'))
  const [wanted, setWanted] = useState<string>()
  const store = `message ${matter.id} ${leg.no}`
  const [text, setText] = useState(() => sessionStorage.getItem(store) ?? '')
  const [isBusy, setBusy] = useState(false)
  const [key, setKey] = useState(freshKey)
  const action = offers.find((offer) => offer.action === wanted)?.action ?? offers[0]?.action
  if (!action) return null

  const isTooLong = text.trim().length > mostLetters
  const type = (next: string) => {
    setText(next)
    if (next === '') sessionStorage.removeItem(store)
    else sessionStorage.setItem(store, next)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '' || isTooLong) return
    setBusy(true)
    try {
      await move({ matterId: matter.id, leg: leg.no, action, body: { text: text.trim() }, key })
      type('')
      setKey(freshKey())
    } catch (error) {
      message.error({ content: say(asProblem(error).words), duration: 8 })
    } finally {
      setBusy(false)
    }
  }
  const isNote = action === 'note'
  const label = t(isNote ? 'matter.noteInside' : 'matter.messageToAll')
  return (
    <form
      className={`message-box no-print ${isNote ? 'message-box-note' : ''}`}
      onSubmit={(event) => void send(event)}
    >
      {offers.length > 1 ? (
        <Segmented
          value={action}
          onChange={(value) => setWanted(String(value))}
          options={offers.map((offer) => ({ value: offer.action, label: say(offer.words) }))}
          aria-label={t('matter.sendTo')}
        />
      ) : null}
      <label htmlFor="message-text" className="field-label">
        {label}
      </label>
      <Faults id="message-text" messages={isTooLong ? [say(tooLong(mostLetters, text.trim().length))] : []} />
      <Input.TextArea
        id="message-text"
        value={text}
        aria-invalid={isTooLong}
        aria-describedby={isTooLong ? 'message-text-fault' : undefined}
        autoSize={{ minRows: 2, maxRows: 10 }}
        onChange={({ target }) => type(target.value)}
      />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={text.trim() === '' || isTooLong}>
          {t(isNote ? 'matter.keepNote' : 'matter.send')}
        </Button>
        {leg.answerer && !isNote ? (
          <span className="soft">
            <AgencyLabel agency={leg.asker} as="short" /> ↔ <AgencyLabel agency={leg.answerer} as="short" />
          </span>
        ) : null}
      </div>
    </form>
  )
}
