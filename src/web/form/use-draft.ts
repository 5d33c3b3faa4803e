import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftView } from '../../features/matters/matter-views.ts'
import { asProblem, call, Problem } from '../api/call.ts'
import { isEqual } from './form-path.ts'

type Body = Readonly<Record<string, unknown>>

/** How safe what was typed is. */
export type DraftState = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict'

/** A draft that saves itself. */
export type Draft = {
  readonly value: Body
  readonly change: (value: Body) => void
  readonly state: DraftState
  readonly savedAt: string | null
  /** The other version, while two hands have changed the draft. */
  readonly other: DraftView | undefined
  /** Settles the conflict with what the writer chose. */
  readonly settle: (value: Body) => void
  /** Saves at once; true when everything typed is on the server. */
  readonly flush: () => Promise<boolean>
  /** Forgets the copy in this browser once the draft has become a move. */
  readonly forget: () => void
  /** The check-list of materials for what was saved last; empty for answers. */
  readonly materials: NonNullable<DraftView['materials']>
  /** True when unsaved text of an earlier visit was put back. */
  readonly wasRestored: boolean
}

const saveAfterMs = 1000
const retryAfterMs = 5000
/** Browsers let 64 KB outlive a page, and a Chinese character takes three bytes. */
const mostOutliving = 20_000

type Address = { readonly matterId: string; readonly action: string; readonly leg: number }

/**
 * Keeps what is typed: on the server a second after the last key or when the page is left, in this tab (until it is closed)
 * meanwhile, so that neither a lost connection nor an ended session costs a word. When another hand has saved since, nothing is overwritten.
 */
export function useDraft(address: Address, first: DraftView): Draft {
  const store = `draft ${address.matterId} ${address.action} ${address.leg}`
  const [begin] = useState(() => restore(store, first))
  const [value, setValue] = useState<Body>(begin.body)
  const [state, setState] = useState<DraftState>(
    begin.other ? 'conflict' : begin.isRestored ? 'unsaved' : 'saved',
  )
  const [savedAt, setSavedAt] = useState(first.savedAt)
  const [materials, setMaterials] = useState(first.materials ?? [])
  const [other, setOther] = useState(begin.other)
  const now = useRef({
    body: begin.body,
    version: first.version,
    isDirty: begin.isRestored,
    isBusy: false,
    isOver: false,
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const save = useCallback(async (): Promise<boolean> => {
    const at = now.current
    clearTimeout(timer.current)
    if (!at.isDirty || at.isOver) return true
    if (at.isBusy) return false
    const sent = at.body
    at.isBusy = true
    setState('saving')
    try {
      const saved = await call<DraftView>('PUT', `/matters/${address.matterId}/drafts/${address.action}`, {
        query: { leg: address.leg },
        body: { body: sent, version: at.version },
        keepalive: JSON.stringify(sent).length < mostOutliving,
      })
      at.version = saved.version
      at.isDirty = at.body !== sent
      setSavedAt(saved.savedAt)
      setMaterials(saved.materials ?? [])
      setState(at.isDirty ? 'unsaved' : 'saved')
      if (!at.isDirty) sessionStorage.removeItem(store)
      else timer.current = setTimeout(() => void save(), saveAfterMs)
      return !at.isDirty
    } catch (error) {
      const current = currentOf(error)
      if (current) {
        setOther(current)
        setState('conflict')
      } else {
        setState('failed')
        timer.current = setTimeout(() => void save(), retryAfterMs)
      }
      return false
    } finally {
      at.isBusy = false
    }
  }, [address.matterId, address.action, address.leg, store])

  const change = useCallback(
    (next: Body) => {
      setValue(next)
      now.current.body = next
      now.current.isDirty = true
      sessionStorage.setItem(store, JSON.stringify({ body: next, version: now.current.version }))
      clearTimeout(timer.current)
      setState((before) => (before === 'conflict' ? before : 'unsaved'))
      timer.current = setTimeout(() => void save(), saveAfterMs)
    },
    [save, store],
  )

  const settle = useCallback(
    (next: Body) => {
      if (other) now.current.version = other.version
      setOther(undefined)
      setState('unsaved')
      change(next)
      void save()
    },
    [other, change, save],
  )

  const forget = useCallback(() => {
    now.current.isOver = true
    clearTimeout(timer.current)
    sessionStorage.removeItem(store)
  }, [store])

  useEffect(() => {
    if (now.current.isDirty && !begin.other) void save()
    const saveLast = () => void save()
    window.addEventListener('pagehide', saveLast)
    return () => {
      window.removeEventListener('pagehide', saveLast)
      saveLast()
    }
  }, [save, begin])

  return {
    value,
    change,
    state,
    savedAt,
    other,
    settle,
    flush: save,
    forget,
    materials,
    wasRestored: begin.isRestored,
  }
}

const currentOf = (error: unknown): DraftView | undefined => {
  const problem = error instanceof Problem ? error : asProblem(error)
  return problem.code === 'already-changed' ? (problem.facts.current as DraftView | undefined) : undefined
}

/** What this tab still held unsaved, unless the server has exactly that or something newer. */
function restore(
  store: string,
  first: DraftView,
): { readonly body: Body; readonly isRestored: boolean; readonly other?: DraftView } {
  try {
    const kept = JSON.parse(sessionStorage.getItem(store) ?? 'null') as { body: Body; version: number } | null
    if (!kept || isEqual(kept.body, first.body)) return { body: first.body, isRestored: false }
    if (kept.version === first.version) return { body: kept.body, isRestored: true }
    return { body: kept.body, isRestored: true, other: first }
  } catch {
    return { body: first.body, isRestored: false }
  }
}
