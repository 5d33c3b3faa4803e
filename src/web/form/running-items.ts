import { createContext, useContext } from 'react'
import type { ClockView } from '../../features/matters/matter-views.ts'
import { type FormSchema, fieldKind, plain, propertiesOf } from './form-schema.ts'

/** The clocks that run in the conversation a form belongs to: forms that end or extend one of several read which. */
const RunningClocks = createContext<readonly ClockView[]>([])

/** Gives the forms below it the running clocks. */
export const RunningClocksProvider = RunningClocks.Provider

/** What the clock of this name runs for at present: one for each measure in force. */
export function useRunning(name: string): readonly ClockView[] {
  return runningFor(useContext(RunningClocks), name)
}

const runningFor = (clocks: readonly ClockView[], name: string): readonly ClockView[] =>
  clocks.filter((clock) => clock.name === name && clock.item !== null)

/** What a form begins with where there is nothing to choose: the only measure in force. */
export function onlyRunning(
  schema: FormSchema,
  clocks: readonly ClockView[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    propertiesOf(schema, {}).flatMap(([name, given]) => {
      const field = plain(given)
      const [only, ...others] = fieldKind(field) === 'running' ? runningFor(clocks, field.of ?? '') : []
      return only?.item && others.length === 0 ? [[name, only.item]] : []
    }),
  )
}
