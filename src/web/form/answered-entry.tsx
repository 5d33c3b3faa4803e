import { createContext, useContext } from 'react'
import { useWords } from '../words/language.ts'
import { schemaAt, useForm } from './form-context.ts'
import { type FormSchema, fieldKind, propertiesOf } from './form-schema.ts'
import { ShownGroup } from './shown-value.tsx'

type Written = {
  /** The form the matter's content was written in. */
  readonly schema: FormSchema
  readonly content: Readonly<Record<string, unknown>>
}

const WrittenContent = createContext<Written | undefined>(undefined)

/** Gives the forms below it the matter as it was written. */
export const WrittenContentProvider = WrittenContent.Provider

/** Up to so many fields stand open; more fold away. */
const mostOpenFields = 6

/** What the entry says that is answered, beside the answer: nobody closes the form to read it. */
export function AnsweredEntry({ list, number }: { readonly list: string; readonly number: number }) {
  const { t } = useWords()
  const { words } = useForm()
  const written = useContext(WrittenContent)
  if (!written) return null
  const { schema, content } = written
  const path = [...list.split('.'), number - 1]
  const entry = schemaAt(schema, content, path)
  const kind = entry && fieldKind(entry)
  if (!entry || (kind !== 'group' && kind !== 'variants')) return null
  return (
    <details
      className="answered-record"
      open={kind === 'group' && propertiesOf(entry, {}).length <= mostOpenFields}
    >
      <summary>{t('form.writtenEntry')}</summary>
      <ShownGroup schema={schema} words={words} value={content} path={path} />
    </details>
  )
}
