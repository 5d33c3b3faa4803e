import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import Radio from 'antd/es/radio'
import { useState } from 'react'
import { revealPurposes } from '../../../features/matters/reveal-purposes.ts'
import { useWords } from '../../words/language.ts'
import '../../form/form.css'

const masked = 'masked'

/** Takes the whole matter away as one file. With a purpose in full, which is recorded; without, masked. */
export function CapsulePanel({ matterId }: { readonly matterId: string }) {
  const { t, say } = useWords()
  const [asks, setAsks] = useState(false)
  const [purpose, setPurpose] = useState<string>()
  const options = [
    ...Object.entries(revealPurposes).map(([value, words]) => ({ value, label: say(words) })),
    { value: masked, label: t('capsule.masked') },
  ]
  const query = purpose === masked ? '' : `?purpose=${purpose}`
  return (
    <section className="card no-print" aria-labelledby="capsule">
      <h2 id="capsule">{t('capsule.title')}</h2>
      <p className="soft">{t('capsule.what')}</p>
      <div className="side-acts">
        <Button size="small" onClick={() => setAsks(true)}>
          {t('capsule.export')}
        </Button>{' '}
        <a href="/verify.html" target="_blank" rel="noreferrer">
          {t('capsule.verifyPage')}
        </a>
      </div>
      {asks ? (
        <Modal
          open
          title={t('capsule.dialogTitle')}
          onCancel={() => setAsks(false)}
          footer={
            <Button
              type="primary"
              disabled={purpose === undefined}
              // The browser writes the file as it comes; nothing of it passes through the page.
              href={`/api/v1/matters/${matterId}/capsule${query}`}
              download
              onClick={() => setAsks(false)}
            >
              {t('capsule.export')}
            </Button>
          }
        >
          <div className="stack">
            <p>{t('capsule.personal')}</p>
            <p className="soft">{t('capsule.asYouSee')}</p>
            <div>
              <span className="field-label" id="capsule-purpose">
                {t('capsule.purpose')}
              </span>
              <Radio.Group
                aria-labelledby="capsule-purpose"
                className="options"
                value={purpose}
                onChange={({ target }) => setPurpose(String(target.value))}
                options={options}
              />
            </div>
          </div>
        </Modal>
      ) : null}
    </section>
  )
}
