import App from 'antd/es/app'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Modal from 'antd/es/modal'
import { useWords } from '../../words/language.ts'
import type { Made } from './token-form.tsx'

/** The secret of a new token, this once. */
export function TokenSecret({ made, onClose }: { readonly made: Made; readonly onClose: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard.writeText(made.secret)
    message.success(t('frame.copied'))
  }
  return (
    <Modal
      open
      title={t('tokens.secretTitle')}
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
        <p>{t('tokens.secretText', { name: made.token.name })}</p>
        <p>
          <Input
            className="mono"
            aria-label={t('tokens.secret')}
            readOnly
            value={made.secret}
            onFocus={({ target }) => target.select()}
          />
        </p>
      </div>
    </Modal>
  )
}
