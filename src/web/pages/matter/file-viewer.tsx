import LeftOutlined from '@ant-design/icons/es/icons/LeftOutlined'
import RightOutlined from '@ant-design/icons/es/icons/RightOutlined'
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { AttachmentView } from '../../../features/matters/matter-views.ts'
import { Loading } from '../../parts/loading.tsx'
import { useSession } from '../../parts/use-session.ts'
import { bytes, todayInChina, when } from '../../parts/when.ts'
import { agencyShortName } from '../../words/agency-name.ts'
import { useWords } from '../../words/language.ts'
import { FileEvidence } from './file-evidence.tsx'

type Props = {
  readonly files: readonly AttachmentView[]
  readonly shown: string
  readonly onShow: (id: string) => void
  readonly onClose: () => void
}

/** Looks at one file after the other (J, K), as it is kept; its digest stands beside it, who looks stands across it. */
export function FileViewer({ files, shown, onShow, onClose }: Props) {
  const { t, language } = useWords()
  const at = files.findIndex(({ id }) => id === shown)
  const file = files[at]
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      const key = event.key.toLowerCase()
      const next = files[at + (key === 'j' ? 1 : -1)]
      if ((key === 'j' || key === 'k') && next) onShow(next.id)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [files, at, onShow])
  if (!file) return null
  const previous = files[at - 1]
  const next = files[at + 1]
  return (
    <Modal
      open
      title={file.name}
      width="min(1100px, 96vw)"
      onCancel={onClose}
      footer={null}
      centered
      destroyOnHidden
    >
      <div className="viewer">
        <div className="row row-apart">
          <span className="row">
            <Button
              size="small"
              icon={<LeftOutlined />}
              disabled={!previous}
              onClick={() => previous && onShow(previous.id)}
              aria-label={t('matter.previousFile')}
            />
            <span>{t('matter.fileOf', { number: at + 1, count: files.length })}</span>
            <Button
              size="small"
              icon={<RightOutlined />}
              disabled={!next}
              onClick={() => next && onShow(next.id)}
              aria-label={t('matter.nextFile')}
            />
          </span>
          <Button size="small" href={`/api/v1/files/${file.id}`} download={file.name}>
            {t('matter.download', { size: bytes(file.size) })}
          </Button>
        </div>
        <div className="viewer-stage">
          <Shown key={file.id} file={file} />
          <Watermark />
        </div>
        <FileEvidence fileId={file.id} />
        <p className="soft small">
          {t('matter.addedBy', {
            who: `${agencyShortName(language, file.agency)} ${file.addedBy?.name ?? ''}`.trim(),
            at: when(file.addedAt, language),
          })}
          <br />
          {t('matter.digest')}
          {t('frame.colon')}
          <code className="digest">{file.digest}</code>
        </p>
      </div>
    </Modal>
  )
}

const OfficeViewer = lazy(async () => ({
  default: (await import('./viewers/office-viewer.tsx')).OfficeViewer,
}))

const office = 'application/vnd.openxmlformats-officedocument'
const officeKinds: Readonly<Record<string, 'docx' | 'xlsx'>> = {
  [`${office}.wordprocessingml.document`]: 'docx',
  [`${office}.spreadsheetml.sheet`]: 'xlsx',
}

function Shown({ file }: { readonly file: AttachmentView }) {
  const { t } = useWords()
  const [isBroken, setBroken] = useState(false)
  const source = `/api/v1/files/${file.id}`
  const family = file.mediaType.split('/')[0]
  const officeKind = officeKinds[file.mediaType]
  if (isBroken)
    return (
      <p className="viewer-none" role="alert">
        {t(family === 'image' ? 'matter.brokenImage' : 'matter.brokenRecording')}
      </p>
    )
  if (officeKind)
    return (
      <Suspense fallback={<Loading />}>
        <OfficeViewer file={file} kind={officeKind} />
      </Suspense>
    )
  if (family === 'image' && !/heic|tiff/.test(file.mediaType))
    return <img src={source} alt={file.name} onError={() => setBroken(true)} />
  // Evidence is shown as it was recorded; there are no captions to it.
  if (family === 'video' || family === 'audio') {
    const Player = family
    return (
      <Player
        src={source}
        controls
        preload="metadata"
        aria-label={file.name}
        onError={() => setBroken(true)}
      />
    )
  }
  if (file.mediaType === 'application/pdf') return <PdfFrame file={file} source={source} />
  if (file.mediaType === 'text/plain') return <iframe src={source} title={file.name} sandbox="" />
  return <p className="viewer-none">{t('matter.cannotShow')}</p>
}

/** The browser's own viewer refuses to run inside a sandbox attribute; the server sandboxes the answer itself. */
function PdfFrame({ file, source }: { readonly file: AttachmentView; readonly source: string }) {
  const { t } = useWords()
  const { data: isWhole } = useQuery({
    queryKey: ['pdf', file.id],
    queryFn: ({ signal }) => endsAsPdf(source, signal),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isWhole === undefined) return <Loading />
  if (isWhole) return <iframe src={source} title={file.name} />
  return (
    <p className="viewer-none" role="alert">
      {t('matter.brokenPdf')}
    </p>
  )
}

/** Whether a PDF has its end, where a viewer begins to read. Asked of the last 4 KB only; when in doubt the viewer decides. */
async function endsAsPdf(source: string, signal: AbortSignal): Promise<boolean> {
  const answer = await fetch(source, { headers: { range: 'bytes=-4096' }, signal })
  return !answer.ok || /startxref|%%EOF/.test(await answer.text())
}

/** A photograph of the screen tells who took it. */
function Watermark() {
  const { account, agency } = useSession()
  const words = `${account.name} ${agency.name} ${todayInChina()}`
  return (
    <div className="watermark" aria-hidden>
      {Array.from({ length: 12 }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: twelve times the same words.
        <span key={place}>{words}</span>
      ))}
    </div>
  )
}
