import { useNavigate, useSearch } from '@tanstack/react-router'
import type { LegView, MatterView } from '../../../features/matters/matter-views.ts'
import { FileDrop, UploadList } from '../../acts/file-drop.tsx'
import { useUploads } from '../../acts/use-uploads.ts'
import { useWords } from '../../words/language.ts'
import { FileList } from './file-list.tsx'
import { FileViewer } from './file-viewer.tsx'

/** The check-list of materials with the files that satisfy it, and every other file. */
export function FilesPanel({ matter, leg }: { readonly matter: MatterView; readonly leg: LegView }) {
  const { t, say } = useWords()
  const uploads = useUploads(matter.id)
  const { add } = uploads
  const { file: shown } = useSearch({ from: '/inside/matters/$matterId' })
  const navigate = useNavigate({ from: '/matters/$matterId' })
  const show = (id: string | undefined) =>
    void navigate({
      search: ({ file: _, ...now }) => (id ? { ...now, file: id } : now),
      replace: shown !== undefined,
    })
  const listed = matter.materials.flatMap(({ files }) => files)
  const others = matter.files.filter(({ id }) => !listed.includes(id))
  const isOnASide =
    leg.mySides.length > 0 && leg.openActions.some(({ action, open }) => action === 'note' && open)
  const canAdd = isOnASide && !matter.settledAt
  const ordered = [
    ...matter.materials.flatMap(({ files }) => matter.files.filter(({ id }) => files.includes(id))),
    ...others,
  ]
  return (
    <section className="card" aria-labelledby="files">
      <div className="card-head">
        <h2 id="files">{t('matter.files')}</h2>
        {canAdd ? (
          <span className="no-print">
            <FileDrop
              label={t('form.chooseFilesFor', { what: t('form.otherFiles') })}
              onFiles={(files) => add(files)}
            />
          </span>
        ) : null}
      </div>
      <UploadList uploads={uploads} />
      {matter.materials.length === 0 && matter.files.length === 0 ? (
        <p className="soft">{t('matter.noFiles')}</p>
      ) : null}
      <ul className="materials plain">
        {matter.materials.map((material) => {
          const { item, words, files, bringer } = material
          const shownItem = (
            <>
              <MaterialName material={material} />
              <FileList
                matter={matter}
                files={matter.files.filter(({ id }) => files.includes(id))}
                onShow={show}
              />
            </>
          )
          return (
            <li key={item}>
              {canAdd && (bringer === null || leg.mySides.includes(bringer)) ? (
                <FileDrop
                  label={t('form.chooseFilesFor', { what: say(words) })}
                  onFiles={(chosen) => add(chosen, item)}
                >
                  {shownItem}
                </FileDrop>
              ) : (
                shownItem
              )}
            </li>
          )
        })}
        {others.length > 0 ? (
          <li>
            <span className="material-name">{t('form.otherFiles')}</span>
            <FileList matter={matter} files={others} onShow={show} />
          </li>
        ) : null}
      </ul>
      {shown && ordered.some(({ id }) => id === shown) ? (
        <FileViewer files={ordered} shown={shown} onShow={show} onClose={() => show(undefined)} />
      ) : null}
    </section>
  )
}

/** An item of the check-list, and how it stands with it. */
function MaterialName({ material }: { readonly material: MatterView['materials'][number] }) {
  const { t, say } = useWords()
  const { words, required, files, notApplicable } = material
  return (
    <span className="material-name">
      {say(words)}{' '}
      {required && files.length === 0 && notApplicable === null ? (
        <span className="light light-amber">{t('form.lacking')}</span>
      ) : null}
      {files.length > 0 ? (
        <span className="light light-green">{t('form.have', { count: files.length })}</span>
      ) : null}
      {notApplicable === null ? null : (
        <span className="soft">
          {t('form.doesNotApply')}
          {t('frame.colon')}
          {notApplicable}
        </span>
      )}
    </span>
  )
}
