import App from 'antd/es/app'
import Input from 'antd/es/input'
import Modal from 'antd/es/modal'
import { useState } from 'react'
import type { AttachmentView } from '../../../features/matters/matter-views.ts'
import { asProblem, call, type Problem } from '../../api/call.ts'
import { refreshMatter } from '../../api/queries.ts'
import { Labelled } from '../../parts/labelled.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useWords } from '../../words/language.ts'

type Props = {
  readonly matterId: string
  readonly file: AttachmentView
  readonly onClose: () => void
}

/** Takes back a file that was added by mistake; the reason stands beside it for good. */
export function WithdrawFile({ matterId, file, onClose }: Props) {
  const { t } = useWords()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  const withdraw = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await call('POST', `/files/${file.id}/withdrawal`, { body: { reason: reason.trim() } })
      refreshMatter(matterId)
      message.success(t('matter.actionDone', { what: t('matter.withdrawNamed', { name: file.name }) }))
      onClose()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('matter.withdrawNamed', { name: file.name })}
      onCancel={onClose}
      onOk={() => void withdraw()}
      okText={t('matter.withdraw')}
      okButtonProps={{ disabled: reason.trim() === '', loading: isBusy }}
    >
      <div className="stack">
        <p id="withdraw-means">{t('matter.withdrawText')}</p>
        {problem ? <ProblemNotice error={problem} /> : null}
        <Labelled id="withdraw-reason" label={t('matter.withdrawReason')}>
          <Input.TextArea
            id="withdraw-reason"
            aria-describedby="withdraw-means"
            aria-required
            autoFocus
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={({ target }) => setReason(target.value)}
          />
        </Labelled>
      </div>
    </Modal>
  )
}
