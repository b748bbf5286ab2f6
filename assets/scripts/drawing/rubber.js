// The rubber takes away what it goes over: a line is cut where it was rubbed, pictures and words go as a whole.
import { STAMP, TENTHS, make, unitsOf } from './look.js'
import { newId } from './sheet.js'

const RADIUS = 30
const STEP = 8 // units between two looks along a line or along the rubber's way

export class Rubbing {
  constructor(sheet) {
    this.sheet = sheet
    this.added = new Map()
    this.removed = new Map()
    this.ring = make('circle', { r: RADIUS, class: 'house__rubber' })
    sheet.live.append(this.ring)
  }

  to(x, y) {
    this.ring.setAttribute('cx', x)
    this.ring.setAttribute('cy', y)
    const [fromX, fromY] = this.last ?? [x, y]
    const steps = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / STEP))
    for (let n = 1; n <= steps; n++) this.at(fromX + ((x - fromX) * n) / steps, fromY + ((y - fromY) * n) / steps)
    this.last = [x, y]
  }

  at(x, y) {
    const added = []
    const removed = []
    for (const mark of this.sheet.marks.values()) {
      const left = mark.kind === 'line' ? cut(mark, x, y) : covered(mark, x, y) ? [] : null
      if (left) {
        removed.push(mark)
        added.push(...left)
      }
    }
    if (!removed.length) return
    for (const mark of removed) if (!this.added.delete(mark.id)) this.removed.set(mark.id, mark)
    for (const mark of added) this.added.set(mark.id, mark)
    this.sheet.change(added, removed)
  }

  // The whole way of the rubber is one step to undo.
  ended() {
    this.ring.remove()
    const step = { added: [...this.added.values()], removed: [...this.removed.values()] }
    if (!step.removed.length) return
    this.sheet.done.push(step)
    this.sheet.undone = []
    this.sheet.onChange()
  }
}

const covered = (mark, x, y) => Math.hypot(mark.x / TENTHS - x, mark.y / TENTHS - y) < RADIUS + STAMP / 3

// What is left of a line: null when the rubber did not touch it.
const cut = (mark, x, y) => {
  const reach = (RADIUS + unitsOf(mark.width) / 3) * TENTHS
  const points = close(mark.points, x * TENTHS, y * TENTHS, reach)
  if (!points) return null
  const pieces = [[]]
  for (let n = 0; n < points.length; n += 3) {
    if (Math.hypot(points[n] - x * TENTHS, points[n + 1] - y * TENTHS) < reach) pieces.push([])
    else pieces[pieces.length - 1].push(points[n], points[n + 1], points[n + 2])
  }
  return pieces.filter((piece) => piece.length > 3).map((piece) => ({ ...mark, id: newId(), points: piece }))
}

// The line with points close enough together to be cut between them; null when it passes by at a distance.
const close = (points, x, y, reach) => {
  const dense = []
  let touched = false
  for (let n = 0; n < points.length; n += 3) {
    const [px, py, pressure] = points.slice(n, n + 3)
    const [lastX, lastY, before] = n ? points.slice(n - 3, n) : [px, py, pressure]
    const steps = Math.max(1, Math.ceil(Math.hypot(px - lastX, py - lastY) / (STEP * TENTHS)))
    for (let s = 1; s <= steps; s++) {
      const at = [lastX + ((px - lastX) * s) / steps, lastY + ((py - lastY) * s) / steps].map(Math.round)
      touched ||= Math.hypot(at[0] - x, at[1] - y) < reach
      dense.push(...at, Math.round(before + ((pressure - before) * s) / steps))
    }
  }
  return touched ? dense : null
}
