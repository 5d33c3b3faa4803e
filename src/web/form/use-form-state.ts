import { useCallback, useMemo, useState } from 'react'
import type { KindView } from '../../features/matters/matter-views.ts'
import type { Fault } from '../../kernel/refusal.ts'
import type { Form } from './form-context.ts'
import { formFaults } from './form-faults.ts'
import { isWithin, withValue } from './form-path.ts'
import type { FormPath, FormSchema } from './form-schema.ts'

/** A form as its owner holds it: the form itself, all its faults, and how the server's faults get in. */
export type FormState = {
  readonly form: Form
  /** Everything wrong at present, shown or not. */
  readonly faults: readonly Fault[]
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
}

/** Binds a schema and a value to fields: checks as one types, but speaks only of fields one has left. */
export function useFormState({ prefix, words, schema, value, onChange }: Input): FormState {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [showsAll, setShowsAll] = useState(false)
  const [told, setTold] = useState<readonly Fault[]>([])
  const found = useMemo(() => formFaults(schema, value), [schema, value])
  const faults = useMemo(() => [...found, ...told], [found, told])

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
      leave: (path) => setLeft((all) => new Set(all).add(path.join('.'))),
    }),
    [prefix, words, schema, value, set, faults, told, left, showsAll],
  )
  return {
    form,
    faults,
    showAll: useCallback(() => setShowsAll(true), []),
    takeServerFaults: useCallback((next: readonly Fault[]) => {
      setShowsAll(true)
      setTold(next)
    }, []),
  }
}
