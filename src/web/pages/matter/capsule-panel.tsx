import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import Radio from 'antd/es/radio'
import Select from 'antd/es/select'
import { type ReactNode, useId, useState } from 'react'
import type { MatterView } from '../../../features/matters/matter-views.ts'
import { revealPurposes } from '../../../features/matters/reveal-purposes.ts'
import { eventsQuery } from '../../api/queries.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import '../../form/form.css'

const masked = 'masked'

/**
 * Takes the whole matter away as one file: with a purpose in full, which is recorded, without one masked. Or hands out one entry of the
 * record by itself, to be proved against a capsule that holds it masked.
 */
export function CapsulePanel({ matter }: { readonly matter: MatterView }) {
  const { t } = useWords()
  const [asked, setAsked] = useState<'matter' | 'entry'>()
  const close = () => setAsked(undefined)
  return (
    <section className="card no-print" aria-labelledby="capsule">
      <h2 id="capsule">{t('capsule.title')}</h2>
      <p className="soft">{t('capsule.what')}</p>
      <div className="side-acts">
        <Button size="small" onClick={() => setAsked('matter')}>
          {t('capsule.export')}
        </Button>{' '}
        <Button size="small" onClick={() => setAsked('entry')}>
          {t('capsule.entry')}
        </Button>{' '}
        <a href="/verify.html" target="_blank" rel="noreferrer">
          {t('capsule.verifyPage')}
        </a>
      </div>
      {asked === 'matter' ? <WholeMatter matter={matter} onClose={close} /> : null}
      {asked === 'entry' ? <OneEntry matter={matter} onClose={close} /> : null}
    </section>
  )
}

type Asked = { readonly matter: MatterView; readonly onClose: () => void }

function WholeMatter({ matter, onClose }: Asked) {
  const { t } = useWords()
  const [purpose, setPurpose] = useState<string>()
  const query = purpose === masked ? '' : `?purpose=${purpose}`
  return (
    <TakeAway
      title={t('capsule.dialogTitle')}
      label={t('capsule.export')}
      href={purpose && `/api/v1/matters/${matter.id}/capsule${query}`}
      onClose={onClose}
    >
      <p>{t('capsule.personal')}</p>
      <p className="soft">{t('capsule.asYouSee')}</p>
      <Purpose value={purpose} onChange={setPurpose} mayMask />
    </TakeAway>
  )
}

function OneEntry({ matter, onClose }: Asked) {
  const { t, say, language } = useWords()
  const events = useQuery(eventsQuery(matter.id))
  const [seq, setSeq] = useState<number>()
  const [purpose, setPurpose] = useState<string>()
  const picker = useId()
  const isAsked = seq !== undefined && purpose !== undefined
  return (
    <TakeAway
      title={t('capsule.entry')}
      label={t('capsule.handOut')}
      href={isAsked ? `/api/v1/matters/${matter.id}/events/${seq}/proof?purpose=${purpose}` : undefined}
      name={t('capsule.entryFile', { number: matter.number, seq: String(seq) })}
      onClose={onClose}
    >
      <p>{t('capsule.entryText')}</p>
      <div>
        <label className="field-label" htmlFor={picker}>
          {t('capsule.whichEntry')}
        </label>
        <Select
          id={picker}
          style={{ width: '100%' }}
          value={seq ?? null}
          onChange={(chosen) => setSeq(chosen ?? undefined)}
          loading={events.isLoading}
          options={(events.data ?? []).map((event) => ({
            value: event.seq,
            label: `#${event.seq} ${say(event.words)} ${when(event.at, language, 'short')}`,
          }))}
        />
      </div>
      <Purpose value={purpose} onChange={setPurpose} />
    </TakeAway>
  )
}

type TakeAwayProps = {
  readonly title: string
  readonly label: string
  /** Where the file comes from; undefined until everything is chosen. */
  readonly href: string | undefined
  /** What the file is called, unless the server says. */
  readonly name?: string
  readonly onClose: () => void
  readonly children: ReactNode
}

function TakeAway({ title, label, href, name, onClose, children }: TakeAwayProps) {
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={
        <Button
          type="primary"
          disabled={href === undefined}
          // The browser writes the file as it comes; nothing of it passes through the page.
          {...(href ? { href } : {})}
          download={name ?? true}
          onClick={onClose}
        >
          {label}
        </Button>
      }
    >
      <div className="stack">{children}</div>
    </Modal>
  )
}

type PurposeProps = {
  readonly value: string | undefined
  readonly onChange: (purpose: string) => void
  /** Whether it may do without one, masked. */
  readonly mayMask?: boolean
}

function Purpose({ value, onChange, mayMask = false }: PurposeProps) {
  const { t, say } = useWords()
  const label = useId()
  const options = Object.entries(revealPurposes).map(([purpose, words]) => ({
    value: purpose,
    label: say(words),
  }))
  return (
    <div>
      <span className="field-label" id={label}>
        {t('capsule.purpose')}
      </span>
      <Radio.Group
        aria-labelledby={label}
        className="options"
        value={value}
        onChange={({ target }) => onChange(String(target.value))}
        options={mayMask ? [...options, { value: masked, label: t('capsule.masked') }] : options}
      />
    </div>
  )
}
