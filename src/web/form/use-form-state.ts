import { useCallback, useMemo, useState } from 'react'
import type { KindView } from '../../features/matters/matter-views.ts'
import type { Fault } from '../../kernel/refusal.ts'
import { afterPress } from './after-press.ts'
import type { Form } from './form-context.ts'
import { formFaults } from './form-faults.ts'
import { isEqual, isWithin, withValue } from './form-path.ts'
import type { FormPath, FormSchema } from './form-schema.ts'

/** A form as its owner holds it: the form itself, all its faults, and how the server's faults get in. */
export type FormState = {
  readonly form: Form
  /** Everything wrong at present, shown or not: what the page sees, and what the server found. */
  readonly faults: readonly Fault[]
  /** True when the page sees nothing wrong; whether the server does, only asking again can tell. */
  readonly isSound: boolean
  /** Shows every fault, as when somebody wants to submit. */
  readonly showAll: () => void
  /** Faults the server found; each stays until its field changes. */
  readonly takeServerFaults: (faults: readonly Fault[]) => void
}

type Input = {
  readonly prefix: string
  readonly words: KindView['words']
  readonly schema: FormSchema
  readonly value: Readonly<Record<string, unknown>>
  readonly onChange: (value: Readonly<Record<string, unknown>>) => void
  /** What is wrong beside the form, such as missing materials. */
  readonly beside?: readonly Fault[]
}

const nothing: readonly Fault[] = []

/** Binds a schema and a value to fields: checks as one types, but speaks only of fields one has left. */
export function useFormState({ prefix, words, schema, value, onChange, beside = nothing }: Input): FormState {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [showsAll, setShowsAll] = useState(false)
  const [told, setTold] = useState<readonly Fault[]>([])
  const found = useMemo(() => [...formFaults(schema, value), ...beside], [schema, value, beside])
  const faults = useMemo(() => [...found, ...told.filter((fault) => !isAmong(found, fault))], [found, told])

  const set = useCallback(
    (path: FormPath, next: unknown) => {
      setTold((all) => all.filter((fault) => !isWithin(fault.path, path) && !isWithin(path, fault.path)))
      onChange(withValue(value, path, next) as Readonly<Record<string, unknown>>)
    },
    [value, onChange],
  )
  const form: Form = useMemo(
    () => ({
      prefix,
      words,
      schema,
      value,
      set,
      faultsAt: (path) =>
        faults.filter(
          (fault) =>
            fault.path.length === path.length &&
            isWithin(fault.path, path) &&
            (showsAll || left.has(path.join('.')) || told.includes(fault)),
        ),
      leave: (path) => afterPress(() => setLeft((all) => new Set(all).add(path.join('.')))),
    }),
    [prefix, words, schema, value, set, faults, told, left, showsAll],
  )
  return {
    form,
    faults,
    isSound: found.length === 0,
    showAll: useCallback(() => setShowsAll(true), []),
    takeServerFaults: useCallback((next: readonly Fault[]) => {
      setShowsAll(true)
      setTold(next)
    }, []),
  }
}

const isAmong = (faults: readonly Fault[], wanted: Fault): boolean =>
  faults.some(({ path, message }) => isEqual(path, wanted.path) && message.zh === wanted.message.zh)
