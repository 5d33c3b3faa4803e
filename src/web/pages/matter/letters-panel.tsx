import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import { useState } from 'react'
import type { LetterView } from '../../../features/letters/letters.routes.ts'
import type { MatterView } from '../../../features/matters/matter-views.ts'
import { letterAddress, lettersQuery } from '../../api/letter-queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import './letters.css'

/** The official letters that the matter produced, each to be read, downloaded and checked. */
export function LettersPanel({ matter }: { readonly matter: MatterView }) {
  const { t, say, list, language } = useWords()
  const letters = useQuery(lettersQuery(matter.id, matter.version))
  const [shown, setShown] = useState<LetterView>()
  if (letters.isError) return <ProblemNotice error={letters.error} onRetry={() => void letters.refetch()} />
  if (!letters.data || letters.data.length === 0) return null
  return (
    <section className="card" aria-labelledby="letters">
      <h2 id="letters">{t('letters.title')}</h2>
      <ul className="letters plain">
        {letters.data.map((letter) => (
          <li key={letter.id} id={`letter-${letter.id}`}>
            <p>
              <span className="tag">{say(letter.typeWords)}</span>{' '}
              <button
                type="button"
                className="text-button"
                aria-label={t('letters.see', { number: letter.number })}
                onClick={() => setShown(letter)}
              >
                {letter.number}
              </button>{' '}
              {letter.state === 'valid' ? null : (
                <span className="tag tag-urgent">{say(letter.stateWords)}</span>
              )}
              {letter.stamped ? <span className="tag">{t('letters.stamped')}</span> : null}
            </p>
            <p>{letter.title}</p>
            <p className="soft small">
              {letter.issuer} · {when(letter.day, language, 'day')} ·{' '}
              {t('letters.to', { who: list(letter.to) })}
            </p>
            <p className="row no-print">
              <Button
                size="small"
                href={letterAddress(letter.id, 'pdf')}
                download={`${letter.number}.pdf`}
                aria-label={t('letters.pdfOf', { number: letter.number })}
              >
                {t('letters.pdf')}
              </Button>
              <Button
                size="small"
                href={letterAddress(letter.id, 'docx')}
                download={`${letter.number}.docx`}
                aria-label={t('letters.docxOf', { number: letter.number })}
              >
                {t('letters.docx')}
              </Button>
              <Link to="/check/$code" params={{ code: letter.code }} className="small">
                {t('letters.checkIt')}
              </Link>
            </p>
          </li>
        ))}
      </ul>
      {shown ? (
        <Modal
          open
          centered
          destroyOnHidden
          width="min(960px, 96vw)"
          title={`${say(shown.typeWords)} ${shown.number}`}
          footer={null}
          onCancel={() => setShown(undefined)}
        >
          <iframe className="letter-page" src={letterAddress(shown.id, 'pdf')} title={shown.number} />
        </Modal>
      ) : null}
    </section>
  )
}
