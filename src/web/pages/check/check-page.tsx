import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate, useParams } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { CheckedLetter } from '../../../features/letters/check-letter.ts'
import { checkQuery } from '../../api/letter-queries.ts'
import { Door } from '../../frame/door.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { sha256 } from '../../parts/sha-256.ts'
import { useTitle } from '../../parts/use-title.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import './check.css'

export const route = createLazyRoute('/check/$code')({ component: CheckPage })

/** The public page of a letter: whoever holds one sees here whether it is what was issued. Open to anybody. */
export function CheckPage() {
  const { t } = useWords()
  const { code = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  const [typed, setTyped] = useState(code)
  const letter = useQuery(checkQuery(code))
  useTitle(t('letters.checkTitle'))
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') void navigate({ to: '/check/$code', params: { code: typed.trim() } })
  }
  return (
    <Door layout="check">
      <section className="card stack">
        <h1>{t('letters.checkTitle')}</h1>
        <p className="soft">{t('letters.checkText')}</p>
        <form className="row" onSubmit={ask}>
          <Input
            className="check-code mono"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-label={t('letters.code')}
            placeholder="XXXX-XXXX-XXXX-XXXX"
            maxLength={40}
            autoCapitalize="characters"
            autoComplete="off"
          />
          <Button type="primary" htmlType="submit">
            {t('letters.check')}
          </Button>
        </form>
        {letter.isError ? <ProblemNotice error={letter.error} /> : null}
        {letter.isFetching && !letter.data ? <Loading rows={4} /> : null}
      </section>
      {letter.data ? <Found letter={letter.data} /> : null}
    </Door>
  )
}

function Found({ letter }: { readonly letter: CheckedLetter }) {
  const { t, say, list, language } = useWords()
  return (
    <>
      <section className="card" aria-labelledby="issued-here">
        <h2 id="issued-here">{t('letters.issuedHere')}</h2>
        <dl className="check-facts">
          <Fact name={t('letters.state')}>
            <strong className={letter.state === 'valid' ? 'check-valid' : 'check-void'}>
              {say(letter.stateWords)}
            </strong>
          </Fact>
          <Fact name={t('letters.type')}>{say(letter.typeWords)}</Fact>
          <Fact name={t('letters.number')}>{letter.number}</Fact>
          <Fact name={t('letters.issuer')}>{letter.issuer}</Fact>
          <Fact name={t('letters.receivers')}>{list(letter.to)}</Fact>
          <Fact name={t('letters.day')}>{when(letter.day, language, 'day')}</Fact>
          <Fact name={t('letters.seal')}>
            {t(letter.stamped ? 'letters.withSeal' : 'letters.withoutSeal')}
          </Fact>
          <Fact name={t('letters.pdfDigest')}>
            <code className="digest">{letter.pdfDigest ?? t('letters.notMade')}</code>
          </Fact>
          <Fact name={t('letters.certificate')}>
            <code className="digest">{letter.certificate ?? t('letters.notMade')}</code>
          </Fact>
          <Fact name={t('letters.contentDigest')}>
            <code className="digest">{letter.digest}</code>
          </Fact>
        </dl>
      </section>
      {letter.pdfDigest ? <Compare digest={letter.pdfDigest} /> : null}
    </>
  )
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const tones = {
  comparing: '',
  same: 'notice-green',
  different: 'notice-red',
  notPdf: 'notice-amber',
} as const

/** Whether a file says that it is a PDF; an altered one still does. */
const isPdf = (bytes: ArrayBuffer): boolean =>
  new TextDecoder('latin1').decode(bytes.slice(0, 1_024)).includes('%PDF-')

/** A PDF against the digest: computed in this browser, sent nowhere. */
function Compare({ digest }: { readonly digest: string }) {
  const { t } = useWords()
  const [result, setResult] = useState<'comparing' | 'same' | 'different' | 'notPdf'>()
  const [name, setName] = useState('')
  const compare = async (file: File | undefined) => {
    if (!file) return
    setName(file.name)
    setResult('comparing')
    const bytes = await file.arrayBuffer()
    const isSame = (await sha256(bytes)) === digest
    setResult(isSame ? 'same' : isPdf(bytes) ? 'different' : 'notPdf')
  }
  return (
    <section
      className="card check-drop stack"
      aria-labelledby="compare"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void compare(event.dataTransfer.files[0])
      }}
    >
      <h2 id="compare">{t('letters.compare')}</h2>
      <p className="soft">{t('letters.compareText')}</p>
      <label className="check-file">
        <span className="button">{t('letters.choosePdf')}</span>
        <input
          className="unseen"
          type="file"
          accept="application/pdf,.pdf"
          onChange={(event) => {
            void compare(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      {result ? (
        <p role="status" className={`notice ${tones[result]}`}>
          {name === '' ? '' : `${name} — `}
          {t(`letters.${result}`)}
        </p>
      ) : null}
    </section>
  )
}

/** The same without a code yet. */
export const entry = createLazyRoute('/check')({ component: CheckPage })
