import App from 'antd/es/app'
import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import Radio from 'antd/es/radio'
import { useState } from 'react'
import type { KindView, MatterView } from '../../../features/matters/matter-views.ts'
import { revealPurposes } from '../../../features/matters/reveal-purposes.ts'
import { asProblem, call } from '../../api/call.ts'
import { contentAction } from '../../api/content-action.ts'
import { queries } from '../../api/queries.ts'
import { fieldWords } from '../../form/form-context.ts'
import { type FormSchema, isGroup, propertiesOf } from '../../form/form-schema.ts'
import { ShownValue } from '../../form/shown-value.tsx'
import { useWords } from '../../words/language.ts'
import '../../form/form.css'

type Content = Readonly<Record<string, unknown>>

/** What was submitted, step by step. Personal data is masked until somebody says what for; the saying is recorded. */
export function ContentPanel({ matter, kind }: { readonly matter: MatterView; readonly kind: KindView }) {
  const { t, say } = useWords()
  const [revealed, setRevealed] = useState<Content>()
  const [asks, setAsks] = useState(false)
  const schema = (kind.forms[contentAction(kind)] ?? {}) as FormSchema
  const content = revealed ?? matter.content
  // What every side states for itself stands side by side above.
  const steps = propertiesOf(schema, content).filter(
    ([name]) => content[name] !== undefined && name !== matter.statements?.field,
  )
  return (
    <section className="card" aria-labelledby="content">
      <div className="card-head">
        <h2 id="content">{t('matter.content')}</h2>
        {matter.masked.length > 0 ? (
          <span className="row no-print">
            <span className="soft">{t(revealed ? 'matter.revealed' : 'matter.maskedNote')}</span>
            {revealed ? (
              <Button size="small" onClick={() => setRevealed(undefined)}>
                {t('matter.hide')}
              </Button>
            ) : (
              <Button size="small" onClick={() => setAsks(true)}>
                {t('matter.reveal')}
              </Button>
            )}
          </span>
        ) : null}
      </div>
      {steps.length === 0 ? <p className="soft">{t('matter.noContent')}</p> : null}
      <div className="content-steps">
        {steps.map(([name]) => (
          <section key={name} aria-label={say(fieldWords(kind.words, [name]))}>
            <h3>{say(fieldWords(kind.words, [name]))}</h3>
            <ShownValue schema={schema} words={kind.words} value={content} path={[name]} />
          </section>
        ))}
      </div>
      {asks ? (
        <RevealDialog
          matterId={matter.id}
          onShow={(full) => {
            setRevealed(isGroup(full) ? full : undefined)
            setAsks(false)
          }}
          onClose={() => setAsks(false)}
        />
      ) : null}
    </section>
  )
}

type RevealProps = {
  readonly matterId: string
  readonly onShow: (content: unknown) => void
  readonly onClose: () => void
}

function RevealDialog({ matterId, onShow, onClose }: RevealProps) {
  const { t, say } = useWords()
  const { message } = App.useApp()
  const [purpose, setPurpose] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const show = async () => {
    setBusy(true)
    try {
      const { content } = await call<{ readonly content: unknown }>('POST', `/matters/${matterId}/reveals`, {
        body: { purpose },
      })
      onShow(content)
      void queries.invalidateQueries({ queryKey: ['matter', matterId] })
    } catch (error) {
      message.error(say(asProblem(error).words))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('matter.revealTitle')}
      onCancel={onClose}
      onOk={() => void show()}
      okText={t('matter.reveal')}
      okButtonProps={{ disabled: purpose === undefined, loading: isBusy }}
    >
      <div className="stack">
        <p>{t('matter.revealText')}</p>
        <div>
          <span className="field-label" id="reveal-purpose">
            {t('matter.purpose')}
          </span>
          <Radio.Group
            aria-labelledby="reveal-purpose"
            className="options"
            value={purpose}
            onChange={({ target }) => setPurpose(String(target.value))}
            options={Object.entries(revealPurposes).map(([value, words]) => ({ value, label: say(words) }))}
          />
        </div>
      </div>
    </Modal>
  )
}
