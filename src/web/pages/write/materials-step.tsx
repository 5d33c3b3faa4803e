import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { useState } from 'react'
import type { MatterView } from '../../../features/matters/matter-views.ts'
import { notApplicableField } from '../../../kernel/materials.ts'
import { FileDrop, UploadList } from '../../acts/file-drop.tsx'
import { useUploads } from '../../acts/use-uploads.ts'
import { Faults } from '../../form/fields.tsx'
import { useForm } from '../../form/form-context.ts'
import { fieldId } from '../../form/form-path.ts'
import { type FormSchema, propertiesOf } from '../../form/form-schema.ts'
import type { Draft } from '../../form/use-draft.ts'
import { useWords } from '../../words/language.ts'
import { FileList } from '../matter/file-list.tsx'
import { FileViewer } from '../matter/file-viewer.tsx'
import { reasonsOf } from './draft-materials.ts'
import '../matter/matter.css'

type Props = { readonly matter: MatterView; readonly draft: Draft; readonly schema: FormSchema }

/** The check-list of materials: a file for each item, or the reason why it does not apply. */
export function MaterialsStep({ matter, draft, schema }: Props) {
  const { t, say } = useWords()
  const form = useForm()
  const uploads = useUploads(matter.id)
  const { add } = uploads
  const [shown, setShown] = useState<string>()
  const reasons = reasonsOf(draft)
  const canExcuse = propertiesOf(schema, {}).some(([name]) => name === notApplicableField)
  const items = new Set(draft.materials.map(({ item }) => item))
  const others = matter.files.filter(({ item }) => item === null || !items.has(item))
  const excuse = (item: string, reason: string | undefined) => {
    const next = new Map(reasons)
    if (reason === undefined) next.delete(item)
    else next.set(item, reason)
    const entries = [...next].map(([key, value]) => ({
      item: key,
      ...(value === '' ? {} : { reason: value }),
    }))
    form.set([notApplicableField], entries.length > 0 ? entries : undefined)
  }
  return (
    <>
      <p className="soft">{t('form.materialsText')}</p>
      <UploadList uploads={uploads} />
      <ul className="materials plain">
        {draft.materials.map(({ item, words, required, indispensable }) => {
          const files = matter.files.filter((file) => file.item === item)
          const what = say(words)
          const isExcused = reasons.has(item) && !indispensable
          const id = fieldId(form.prefix, ['materials', item])
          const faults = form.faultsAt(['materials', item])
          const reasonPath = [notApplicableField, [...reasons.keys()].indexOf(item), 'reason']
          const reasonId = fieldId(form.prefix, reasonPath)
          const reasonFaults = form.faultsAt(reasonPath)
          return (
            <li key={item} id={id} className={faults.length > 0 ? 'has-fault' : undefined}>
              <Faults id={id} messages={faults.map(({ message }) => say(message))} />
              <FileDrop
                label={t('form.chooseFilesFor', { what })}
                describedBy={faults.length > 0 ? `${id}-fault` : undefined}
                onFiles={(chosen) => add(chosen, item)}
              >
                <span className="material-name">
                  {what} {required ? <span className="tag">{t('form.required')}</span> : null}{' '}
                  {files.length > 0 ? (
                    <span className="light light-green">{t('form.have', { count: files.length })}</span>
                  ) : required && !isExcused ? (
                    <span className="light light-amber">{t('form.lacking')}</span>
                  ) : null}
                </span>
                <FileList matter={matter} files={files} onShow={setShown} />
              </FileDrop>
              {canExcuse && required && !indispensable && files.length === 0 ? (
                <div className="excuse">
                  <Checkbox
                    checked={isExcused}
                    aria-label={t('form.notApplicableNamed', { what })}
                    onChange={({ target }) => excuse(item, target.checked ? '' : undefined)}
                  >
                    {t('form.doesNotApply')}
                  </Checkbox>
                  <Faults id={reasonId} messages={reasonFaults.map(({ message }) => say(message))} />
                  {isExcused ? (
                    <Input
                      id={reasonId}
                      value={reasons.get(item) ?? ''}
                      aria-label={t('form.reasonFor', { what })}
                      placeholder={t('form.reasonFor', { what })}
                      aria-invalid={reasonFaults.length > 0}
                      aria-describedby={reasonFaults.length > 0 ? `${reasonId}-fault` : undefined}
                      onBlur={() => form.leave(reasonPath)}
                      onChange={({ target }) => excuse(item, target.value)}
                    />
                  ) : null}
                </div>
              ) : null}
            </li>
          )
        })}
        <li>
          <FileDrop
            label={t('form.chooseFilesFor', { what: t('form.otherFiles') })}
            onFiles={(chosen) => add(chosen)}
          >
            <span className="material-name">{t('form.otherFiles')}</span>
            <FileList matter={matter} files={others} onShow={setShown} />
          </FileDrop>
        </li>
      </ul>
      {shown ? (
        <FileViewer
          files={matter.files}
          shown={shown}
          onShow={setShown}
          onClose={() => setShown(undefined)}
        />
      ) : null}
    </>
  )
}
