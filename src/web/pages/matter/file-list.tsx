import Button from 'antd/es/button'
import { useState } from 'react'
import type { AttachmentView, MatterView } from '../../../features/matters/matter-views.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { useSession } from '../../parts/use-session.ts'
import { bytes, when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import { EvidenceTag } from './file-evidence.tsx'
import { WithdrawFile } from './withdraw-file.tsx'

/** Who may change files; the server says the same, and when. */
const changing = ['handle', 'approve', 'designate']

type Props = {
  readonly matter: MatterView
  readonly files: readonly AttachmentView[]
  readonly onShow: (id: string) => void
}

/** Files by name and size; each opens in the viewer, and one's own can be withdrawn. */
export function FileList({ matter, files, onShow }: Props) {
  const { t, language } = useWords()
  const { agency, powers } = useSession()
  const [withdrawing, setWithdrawing] = useState<AttachmentView>()
  const mayChange = !matter.settledAt && changing.some((power) => powers.includes(power))
  if (files.length === 0) return null
  return (
    <>
      <ul className="files plain">
        {files.map((file) => (
          <li key={file.id} className={file.withdrawn ? 'file-withdrawn' : undefined}>
            <button
              type="button"
              className="text-button"
              onClick={() => onShow(file.id)}
              aria-label={t('matter.viewFile', { name: file.name })}
            >
              {file.name}
            </button>{' '}
            <span className="soft small">
              {bytes(file.size)} · <AgencyLabel agency={file.agency} as="short" />
            </span>{' '}
            <EvidenceTag fileId={file.id} />{' '}
            {mayChange && !file.withdrawn && file.agency.id === agency.id ? (
              <Button
                size="small"
                className="no-print"
                aria-label={t('matter.withdrawNamed', { name: file.name })}
                onClick={() => setWithdrawing(file)}
              >
                {t('matter.withdraw')}
              </Button>
            ) : null}
            {file.withdrawn ? (
              <p className="small file-withdrawn-why">
                {t('matter.withdrawnAt', {
                  at: when(file.withdrawn.at, language),
                  reason: file.withdrawn.reason,
                })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {withdrawing ? (
        <WithdrawFile matterId={matter.id} file={withdrawing} onClose={() => setWithdrawing(undefined)} />
      ) : null}
    </>
  )
}
