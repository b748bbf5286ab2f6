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

  // The whole way of the rubber is one step to undo. True when there is one.
  ended() {
    this.ring.remove()
    const step = { added: [...this.added.values()], removed: [...this.removed.values()] }
    if (!step.removed.length) return false
    this.sheet.done.push(step)
    this.sheet.undone = []
    this.sheet.onChange()
    return true
  }
}

const covered = (mark, x, y) => Math.hypot(mark.x / TENTHS - x, mark.y / TENTHS - y) < RADIUS + STAMP / 3

// What is left of a line: null when the rubber did not touch it. Its own points stay as they are, because the line
// looks thicker where they are closer; only where it was cut there are new ones.
const cut = (mark, x, y) => {
  const reach = (RADIUS + unitsOf(mark.width) / 3) * TENTHS
  const { left, right, top, bottom } = boxOf(mark)
  if (x * TENTHS < left - reach || x * TENTHS > right + reach || y * TENTHS < top - reach || y * TENTHS > bottom + reach) return null
  const looks = closely(mark.points).map((look) => ({ ...look, gone: Math.hypot(look.x - x * TENTHS, look.y - y * TENTHS) < reach }))
  if (!looks.some((look) => look.gone)) return null
  const pieces = [[]]
  looks.forEach((look, n) => {
    const atCut = looks[n - 1]?.gone || looks[n + 1]?.gone
    if (look.gone) pieces.push([])
    else if (look.own || atCut) pieces[pieces.length - 1].push(look.x, look.y, look.pressure)
  })
  return pieces.filter((piece) => piece.length > 3).map((piece) => ({ ...mark, id: newId(), points: piece }))
}

// Between which edges a line lies: most lines of a full sheet are far from the rubber, and need no closer look.
const boxes = new WeakMap()
const boxOf = (mark) => {
  if (!boxes.has(mark)) {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
    for (let n = 0; n < mark.points.length; n += 3) {
      const [x, y] = mark.points.slice(n, n + 2)
      Object.assign(box, { left: Math.min(box.left, x), right: Math.max(box.right, x), top: Math.min(box.top, y), bottom: Math.max(box.bottom, y) })
    }
    boxes.set(mark, box)
  }
  return boxes.get(mark)
}

// The line looked at in small steps, so that it can be cut between two of its own points.
const closely = (points) => {
  const looks = []
  for (let n = 0; n < points.length; n += 3) {
    const [px, py, pressure] = points.slice(n, n + 3)
    const [lastX, lastY, before] = n ? points.slice(n - 3, n) : [px, py, pressure]
    const steps = Math.max(1, Math.ceil(Math.hypot(px - lastX, py - lastY) / (STEP * TENTHS)))
    for (let s = 1; s <= steps; s++) {
      const at = (from, to) => Math.round(from + ((to - from) * s) / steps)
      looks.push({ x: at(lastX, px), y: at(lastY, py), pressure: at(before, pressure), own: s === steps })
    }
  }
  return looks
}
