/**
 * Does something at once, or after the click that is under way. Leaving a field by pressing a button may show a fault, which moves the
 * button away from under the pointer: the browser would take no click, and the person would wonder why nothing happened.
 */
export function afterPress(work: () => void): void {
  if (document.querySelector('button:active'))
    // The click comes with the pointer's going up, before anything that waits.
    window.addEventListener('pointerup', () => setTimeout(work), { once: true, capture: true })
  else work()
}
