import { createContext, useContext } from 'react'
import type { KindView } from '../../features/matters/matter-views.ts'
import type { Fault } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import { valueAt, wordsKey } from './form-path.ts'
import { type FormPath, type FormSchema, propertiesOf } from './form-schema.ts'

/** One form on the screen: what was typed, how it is changed, what is wrong with it. */
export type Form = {
  /** Begins the ids of its controls, so that two forms can stand on one page. */
  readonly prefix: string
  readonly words: KindView['words']
  readonly schema: FormSchema
  readonly value: Readonly<Record<string, unknown>>
  readonly set: (path: FormPath, value: unknown) => void
  /** Faults that are shown: of fields one has left, or all once one tried to submit. */
  readonly faultsAt: (path: FormPath) => readonly Fault[]
  /** What to know about a field before sending, without being stopped. */
  readonly adviceAt?: (path: FormPath) => readonly Advice[]
  /** Somebody has left the field; from now on its faults are shown. */
  readonly leave: (path: FormPath) => void
}

/** A remark beside a field; a warning when one should look again. */
export type Advice = { readonly words: Words; readonly isWarning: boolean }

const FormContext = createContext<Form | undefined>(undefined)

export const FormProvider = FormContext.Provider

/** The form a field stands in. */
export function useForm(): Form {
  const form = useContext(FormContext)
  if (!form) throw new Error('A field was drawn outside a form.')
  return form
}

/** The label of a place, and the hint beneath it. Falls back to the field's own name, never to nothing. */
export function fieldWords(words: KindView['words'], path: FormPath): Words & { readonly hint?: Words } {
  const key = wordsKey(path)
  const name = String([...path].reverse().find((step) => typeof step === 'string') ?? key)
  return words.fields[key] ?? { zh: name, en: name }
}

/** What the options of a place are called. */
export const optionWords = (words: KindView['words'], path: FormPath, option: string): Words =>
  words.options[wordsKey(path)]?.[option] ?? { zh: option, en: option }

/** The label of a place with those of the groups around it: 当事人 · 姓名. */
export function placeWords(words: KindView['words'], path: FormPath): Words {
  const parts = path.flatMap((step, index) =>
    typeof step === 'number'
      ? [{ zh: `第 ${step + 1} 项`, en: `no. ${step + 1}` }]
      : [fieldWords(words, path.slice(0, index + 1))],
  )
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') }
}

/** Whether a place may be left empty. */
export function isOptional(schema: FormSchema, value: unknown, path: FormPath): boolean {
  const name = path.at(-1)
  const group = path.slice(0, -1)
  const around = schemaAt(schema, value, group)
  return !!around && !propertiesOf(around, valueAt(value, group)).find(([own]) => own === name)?.[2]
}

/** The schema of a place. */
export function schemaAt(schema: FormSchema, value: unknown, path: FormPath): FormSchema | undefined {
  let at: FormSchema | undefined = schema
  path.forEach((step, index) => {
    if (!at) return
    at =
      typeof step === 'number'
        ? at.items
        : propertiesOf(at, valueAt(value, path.slice(0, index))).find(([name]) => name === step)?.[1]
  })
  return at
}
