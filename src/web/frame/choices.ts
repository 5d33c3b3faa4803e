import { useSyncExternalStore } from 'react'
import { call } from '../api/call.ts'
import { paint } from '../theme/theme.ts'

/** How this person likes the page: dark or light, large type. Kept in the browser and, signed in, with the account. */
export type Choices = { readonly dark: boolean; readonly large: boolean }

const remembered = 'xiezhi.choices'
const watchers = new Set<() => void>()
let choices = first()

function first(): Choices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(remembered) ?? 'null')
    if (isChoices(kept)) return kept
  } catch {}
  return { dark: matchMedia('(prefers-color-scheme: dark)').matches, large: false }
}

function isChoices(value: unknown): value is Choices {
  return typeof value === 'object' && value !== null && 'dark' in value && 'large' in value
}

/** Takes over the choices kept with the account, if any. */
export function adoptChoices(kept: unknown): void {
  if (isChoices(kept)) set(kept)
}

/** Changes one of them, here and with the account. */
export function choose(change: Partial<Choices>): void {
  set({ ...choices, ...change })
  call('PUT', '/preferences/page', { body: { value: choices } }).catch(() => {})
}

function set(next: Choices): void {
  choices = next
  localStorage.setItem(remembered, JSON.stringify(next))
  paintChoices()
  for (const watcher of watchers) watcher()
}

/** Colours the document as chosen. */
export function paintChoices(): void {
  paint(choices.dark ? 'dark' : 'light', choices.large)
}

/** The choices, for components. */
export function useChoices(): Choices {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => choices,
  )
}
