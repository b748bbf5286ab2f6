// Dragging with mouse, pen or finger.
import { NODE, placeOf, put } from './nodes.js'

const FAR = 4

export const pointer = (place, saving) => {
  let held = null

  place.addEventListener('pointerdown', (event) => {
    const node = event.target.closest(NODE)
    if (!node || event.button) return
    const scene = node.closest('[data-scene]')
    const [x, y] = placeOf(node)
    held = { node, x, y, from: inScene(scene, event), scene, moved: false, id: event.pointerId }
  })

  place.addEventListener('pointermove', (event) => {
    if (!held || event.pointerId !== held.id) return
    const now = inScene(held.scene, event)
    const [dx, dy] = [now.x - held.from.x, now.y - held.from.y]
    if (!held.moved && Math.hypot(dx, dy) < FAR) return
    if (!held.moved) held.node.setPointerCapture(event.pointerId)
    held.moved = true
    held.node.classList.add('is-moving')
    put(held.node, held.x + dx, held.y + dy)
    event.preventDefault()
  })

  const drop = () => {
    if (held?.moved) {
      held.node.classList.remove('is-moving')
      held.node.dataset.dragged = 'yes'
      saving.moved(held.node, 150)
    }
    held = null
  }
  place.addEventListener('pointerup', drop)
  place.addEventListener('pointercancel', drop)
}

const inScene = (scene, event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(scene.getScreenCTM().inverse())
