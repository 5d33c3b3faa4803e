import Button from 'antd/es/button'
import Progress from 'antd/es/progress'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useWords } from '../words/language.ts'
import type { Sending, Uploads } from './use-uploads.ts'

type Props = {
  readonly label: string
  /** The id of what is said about this place, such as that a file is missing. */
  readonly describedBy?: string | undefined
  readonly onFiles: (files: readonly File[]) => void
  readonly children?: ReactNode
}

/** A place to drop files on, with a button for those who do not drag. */
export function FileDrop({ label, describedBy, onFiles, children }: Props) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button beside it serves everybody.
    <div
      className={`file-drop ${isOver ? 'is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="file-drop-what">{children}</div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <Button
        size="small"
        aria-label={label}
        aria-describedby={describedBy}
        onClick={() => input.current?.click()}
      >
        {isOver ? t('form.dropHere') : t('form.chooseFiles')}
      </Button>
    </div>
  )
}

/** Files on their way, those that were refused with the reason, and those that were broken off earlier. */
export function UploadList({ uploads }: { readonly uploads: Uploads }) {
  const { t } = useWords()
  const { sending, unfinished, pickUp, giveUp } = uploads
  if (sending.length === 0 && unfinished.length === 0) return null
  return (
    <ul className="uploads plain">
      {sending.map((each) => (
        <SendingLine key={each.id} sending={each} uploads={uploads} />
      ))}
      {unfinished.map((upload) => {
        const { id, name, size, offset } = upload
        const percent = Math.floor((offset / size) * 100)
        return (
          <li key={id} className="notice notice-amber" role="status">
            <span>{t('form.unfinishedUpload', { name, percent })}</span>
            <FileDrop label={t('form.goOnWithUpload', { name })} onFiles={(files) => pickUp(upload, files)} />
            <Button
              size="small"
              aria-label={t('form.cancelUpload', { name })}
              onClick={() => void giveUp(id)}
            >
              {t('frame.cancel')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function SendingLine({ sending, uploads }: { readonly sending: Sending; readonly uploads: Uploads }) {
  const { t, say } = useWords()
  const { id, name, progress, problem, pace, isWaiting } = sending
  const { drop, pause, goOn } = uploads
  const isOver = problem !== undefined && pace === 'whole'
  const what = t(
    pace === 'paused' ? 'form.uploadPaused' : isWaiting ? 'form.uploadWaiting' : 'form.uploading',
    { name },
  )
  return (
    <li className={problem ? 'notice notice-red' : 'notice'} role={problem ? 'alert' : 'status'}>
      <span>{problem ? `${name}${t('frame.colon')}${say(problem)}` : what}</span>
      {isOver ? null : (
        <Progress
          percent={Math.floor(progress * 100)}
          size="small"
          className="upload-progress"
          aria-label={what}
        />
      )}
      {pace === 'running' ? (
        <Button size="small" aria-label={t('form.pauseUpload', { name })} onClick={() => pause(id)}>
          {t('form.pause')}
        </Button>
      ) : null}
      {pace === 'paused' ? (
        <Button size="small" aria-label={t('form.resumeUpload', { name })} onClick={() => goOn(id)}>
          {t('form.resume')}
        </Button>
      ) : null}
      <Button
        size="small"
        aria-label={isOver ? `${t('frame.close')} ${name}` : t('form.cancelUpload', { name })}
        onClick={() => drop(id)}
      >
        {t(isOver ? 'frame.close' : 'frame.cancel')}
      </Button>
    </li>
  )
}
