import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import { useEffect, useState } from 'react'
import type { Fault } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import { asProblem, type Problem } from '../api/call.ts'
import { previewLetter } from '../api/letter-queries.ts'
import { ProblemNotice } from '../parts/problem-notice.tsx'
import { useWords } from '../words/language.ts'
import '../pages/matter/letters.css'

type Props = {
  readonly matterId: string
  readonly action: string
  readonly leg: number | undefined
  readonly body: unknown
  /** What the letter is called. */
  readonly type: Words
  /** Shows what is missing in the form; without, it is said beside the button. */
  readonly onFaults?: (faults: readonly Fault[]) => void
}

/** The letter that an action will send, before it is sent: a button and the page in a window. */
export function LetterPreview({ matterId, action, leg, body, type, onFaults }: Props) {
  const { t, say } = useWords()
  const [shown, setShown] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => () => void (shown && URL.revokeObjectURL(shown)), [shown])

  const look = async () => {
    setIsBusy(true)
    setProblem(undefined)
    try {
      setShown(URL.createObjectURL(await previewLetter(matterId, { action, body, leg })))
    } catch (error) {
      const refused = asProblem(error)
      if (refused.faults.length > 0) onFaults?.(refused.faults)
      setProblem(refused)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <>
      <Button loading={isBusy} onClick={() => void look()}>
        {t('letters.preview', { type: say(type) })}
      </Button>
      {problem && problem.faults.length > 0 ? (
        <p className="notice notice-amber" role="alert">
          {t('letters.previewFaults')}
        </p>
      ) : null}
      {problem && problem.faults.length === 0 ? <ProblemNotice error={problem} /> : null}
      {shown ? (
        <Modal
          open
          centered
          destroyOnHidden
          width="min(960px, 96vw)"
          title={t('letters.previewTitle', { type: say(type) })}
          footer={null}
          onCancel={() => setShown(undefined)}
        >
          <p className="soft">{t('letters.previewNote')}</p>
          <iframe
            className="letter-page"
            src={shown}
            title={t('letters.previewTitle', { type: say(type) })}
          />
        </Modal>
      ) : null}
    </>
  )
}
