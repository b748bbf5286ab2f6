// Moving with the arrow keys, undo with Ctrl and Z, and the menu with Enter, space or the menu key; a click opens it too.
import { NODE, placeOf, put } from './nodes.js'

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const BACKS = { z: 'undo', y: 'redo', Z: 'redo' }
const SMALL = 8
const LARGE = 44

export const keyboard = (place, saving, openMenu) => {
  place.addEventListener('keydown', (event) => {
    const node = event.target.closest?.(NODE)
    if (!node) return
    const back = (event.ctrlKey || event.metaKey) && BACKS[event.shiftKey ? 'Z' : event.key]
    if (back) {
      event.preventDefault()
      place.querySelector(`[data-back="${back}"]`)?.click()
      return
    }
    const step = STEPS[event.key]
    if (step) {
      const [x, y] = placeOf(node)
      const far = event.shiftKey ? LARGE : SMALL
      put(node, x + step[0] * far, y + step[1] * far)
      saving.moved(node)
    } else if (['Enter', ' ', 'ContextMenu'].includes(event.key)) openMenu(node)
    else return
    event.preventDefault()
  })
  place.addEventListener('click', (event) => {
    const node = event.target.closest(NODE)
    if (!node) return
    // The click that ends a drag is no click.
    if (node.dataset.dragged) delete node.dataset.dragged
    else openMenu(node)
  })
}
