import App from 'antd/es/app'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Modal from 'antd/es/modal'
import { useWords } from '../words/language.ts'

type Props = {
  readonly title: string
  readonly text: string
  /** What the secret is called, for the field. */
  readonly name: string
  readonly secret: string
  readonly onClose: () => void
}

/** A secret that is shown this once, to be copied. */
export function ShownOnce({ title, text, name, secret, onClose }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    message.success(t('frame.copied'))
  }
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      // A click beside the dialog must not lose what is shown only once.
      mask={{ closable: false }}
      footer={
        <>
          {/* Without a secure context there is no clipboard; the text is then selected by hand. */}
          {navigator.clipboard ? (
            <Button type="primary" onClick={() => void copy()}>
              {t('tokens.copy')}
            </Button>
          ) : null}
          <Button onClick={onClose}>{t('frame.close')}</Button>
        </>
      }
    >
      <div className="stack">
        <p>{text}</p>
        <p>
          <Input
            className="mono"
            aria-label={name}
            readOnly
            value={secret}
            onFocus={({ target }) => target.select()}
          />
        </p>
      </div>
    </Modal>
  )
}
