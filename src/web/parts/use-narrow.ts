import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 760px)')

/** True on a phone's width: tables become cards, side columns go below. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      narrow.addEventListener('change', watcher)
      return () => narrow.removeEventListener('change', watcher)
    },
    () => narrow.matches,
  )
}
