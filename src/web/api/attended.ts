/** For how long after a key, a click or a turn of the wheel somebody counts as sitting there. */
const presentSeconds = 60

let lastTouched = Date.now()

/** Notices from now on whether somebody works with the page. */
export function watchPresence(): void {
  const touched = () => {
    lastTouched = Date.now()
  }
  for (const sign of ['keydown', 'pointerdown', 'wheel', 'touchmove'])
    window.addEventListener(sign, touched, { capture: true, passive: true })
}

/** False for what the page asks by itself while nobody is there: that must not keep a session alive. */
export const isAttended = (): boolean => Date.now() - lastTouched < presentSeconds * 1000
