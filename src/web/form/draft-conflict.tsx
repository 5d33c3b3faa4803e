import Button from 'antd/es/button'
import Modal from 'antd/es/modal'
import Radio from 'antd/es/radio'
import { useState } from 'react'
import type { KindView } from '../../features/matters/matter-views.ts'
import { when } from '../parts/when.ts'
import { useWords } from '../words/language.ts'
import { placeWords } from './form-context.ts'
import { differences, valueAt, withValue } from './form-path.ts'
import type { FormPath, FormSchema } from './form-schema.ts'
import { ShownValue } from './shown-value.tsx'
import type { Draft } from './use-draft.ts'

type Props = { readonly draft: Draft; readonly schema: FormSchema; readonly words: KindView['words'] }

/** Two people changed a draft: both versions field by field, and the writer chooses. Nothing is lost. */
export function DraftConflict({ draft, schema, words }: Props) {
  const { t, say, language } = useWords()
  const { other } = draft
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set())
  if (!other) return null
  const places = differences(draft.value, other.body)
  const name = other.savedBy?.name ?? ''
  const key = (path: FormPath) => path.join('.')
  const choose = (path: FormPath, isTheirs: boolean) => {
    const next = new Set(theirs)
    if (isTheirs) next.add(key(path))
    else next.delete(key(path))
    setTheirs(next)
  }
  const settle = () => {
    const merged = places
      .filter((path) => theirs.has(key(path)))
      .reduce<unknown>((value, path) => withValue(value, path, valueAt(other.body, path)), draft.value)
    draft.settle(merged as Draft['value'])
  }
  return (
    <Modal
      open
      width={820}
      title={t('form.conflictTitle')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={settle}>
          {t('form.keepChosen')}
        </Button>
      }
    >
      <p>{t('form.conflictText', { name, at: other.savedAt ? when(other.savedAt, language) : '' })}</p>
      <div className="stack conflict">
        {places.map((path) => (
          <fieldset key={key(path)} className="list-entry">
            <legend>{say(placeWords(words, path))}</legend>
            <Radio.Group
              className="conflict-choice"
              value={theirs.has(key(path)) ? 'theirs' : 'mine'}
              onChange={({ target }) => choose(path, target.value === 'theirs')}
              options={[
                {
                  value: 'mine',
                  label: (
                    <>
                      <strong>{t('form.mine')}</strong>{' '}
                      <ShownValue schema={schema} words={words} value={draft.value} path={path} />
                    </>
                  ),
                },
                {
                  value: 'theirs',
                  label: (
                    <>
                      <strong>{t('form.theirs', { name })}</strong>{' '}
                      <ShownValue schema={schema} words={words} value={other.body} path={path} />
                    </>
                  ),
                },
              ]}
            />
          </fieldset>
        ))}
      </div>
    </Modal>
  )
}
