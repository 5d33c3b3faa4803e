import Button from 'antd/es/button'
import Progress from 'antd/es/progress'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useWords } from '../words/language.ts'
import type { Upload } from './use-uploads.ts'

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

/** Files on their way, and those that were refused with the reason. */
export function Uploads({
  uploads,
  onDrop,
}: {
  readonly uploads: readonly Upload[]
  readonly onDrop: (id: string) => void
}) {
  const { t, say } = useWords()
  if (uploads.length === 0) return null
  return (
    <ul className="uploads plain">
      {uploads.map(({ id, name, progress, problem }) => (
        <li key={id} className={problem ? 'notice notice-red' : 'notice'} role={problem ? 'alert' : 'status'}>
          <span>{problem ? `${name}${t('frame.colon')}${say(problem)}` : t('form.uploading', { name })}</span>
          {problem ? null : (
            <Progress
              percent={Math.round(progress * 100)}
              size="small"
              className="upload-progress"
              aria-label={t('form.uploading', { name })}
            />
          )}
          <Button
            size="small"
            aria-label={problem ? `${t('frame.close')} ${name}` : t('form.cancelUpload', { name })}
            onClick={() => onDrop(id)}
          >
            {t(problem ? 'frame.close' : 'frame.cancel')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
