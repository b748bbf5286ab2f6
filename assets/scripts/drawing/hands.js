// A finger, a pen or a mouse on a sheet.
import { HEIGHT, TENTHS, WIDTH, along, make, unitsOf } from './look.js'
import { Rubbing } from './rubber.js'
import { newId } from './sheet.js'

const LONGEST = 4000
const NEAR = 12 // tenths of a unit between two points, below which the second says nothing new
const HAND_LIES = 1200 // milliseconds after a pen, during which a touch is the hand that holds it

export const listenToHands = (sheet, tools, tell) => {
  const { picture } = sheet
  let now = null
  let penAt = 0

  const begins = {
    pen: (event) => new Stroke(sheet, tools, event),
    rubber: (event) => new Rub(sheet, event),
    stamp: (event) => new Put(sheet, tools, event),
    words: (event) => new Carry(sheet, tools, event),
  }
  picture.addEventListener('pointerdown', (event) => {
    if (!sheet.isOpen || event.button > 0) return
    if (event.pointerType === 'pen') {
      penAt = event.timeStamp
      // The hand lies down before its pen does: what it began is nothing.
      if (now?.isTouch) dropped()
    }
    if (now) return
    if (event.pointerType === 'touch' && penAt && event.timeStamp - penAt < HAND_LIES) return
    event.preventDefault()
    picture.focus({ preventScroll: true })
    picture.setPointerCapture(event.pointerId)
    now = { id: event.pointerId, isTouch: event.pointerType === 'touch', what: begins[tools.tool](event) }
    tell('')
  })
  picture.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'pen') penAt = event.timeStamp
    if (now?.id !== event.pointerId) return
    const each = event.getCoalescedEvents?.() ?? []
    now.what.moved(each.length ? each : [event])
  })
  const dropped = () => {
    now.what.dropped()
    now = null
  }
  const lifted = () => {
    now?.what.ended()
    now = null
  }
  const ended = (event) => { if (now?.id === event.pointerId) lifted() }
  picture.addEventListener('pointerup', ended)
  picture.addEventListener('pointercancel', ended)
  // A line that is half drawn as the page goes away is kept as far as it got.
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') lifted() })
}

// Where on the sheet an event is, in units.
const placeOf = (event, matrix) => {
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix)
  return [Math.min(WIDTH, Math.max(0, x)), Math.min(HEIGHT, Math.max(0, y))]
}
const matrixOf = (sheet) => sheet.picture.getScreenCTM().inverse()

export class Line {
  constructor(sheet, tools, pen) {
    Object.assign(this, { sheet, colour: tools.colour, width: tools.width, pen, points: [] })
    this.path = make('path', { fill: tools.page.querySelector(`[data-colour="${tools.colour}"]`).dataset.paint })
    sheet.live.append(this.path)
  }

  add(x, y, pressure) {
    const point = [Math.round(x * TENTHS), Math.round(y * TENTHS), Math.round(Math.min(1, pressure) * 1000)]
    const [lastX, lastY] = this.points.slice(-3)
    if (this.points.length && Math.abs(lastX - point[0]) + Math.abs(lastY - point[1]) < NEAR) return
    this.points.push(...point)
    if (this.points.length >= 3 * LONGEST) {
      this.finish()
      this.points = point
      this.sheet.live.append(this.path)
    }
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null
      this.path.setAttribute('d', along(this.points, unitsOf(this.width), this.pen, false))
    })
  }

  drop() {
    cancelAnimationFrame(this.frame)
    this.path.remove()
  }

  finish() {
    this.path.remove()
    const { colour, width, pen, points } = this
    this.sheet.do({ added: [{ id: newId(), kind: 'line', colour, width, pen, points, at: Date.now() }], removed: [] })
  }
}

class Stroke {
  constructor(sheet, tools, event) {
    this.sheet = sheet
    this.line = new Line(sheet, tools, event.pointerType === 'pen')
    this.moved([event])
  }

  moved(events) {
    const matrix = matrixOf(this.sheet) // anew each time: a tablet may be turned in the middle of a line
    for (const event of events) this.line.add(...placeOf(event, matrix), event.pressure || 0.5)
  }

  ended() { this.line.finish() }
  dropped() { this.line.drop() }
}

class Rub {
  constructor(sheet, event) {
    this.sheet = sheet
    this.rubbing = new Rubbing(sheet)
    this.moved([event])
  }

  moved(events) {
    const matrix = matrixOf(this.sheet)
    for (const event of events) this.rubbing.to(...placeOf(event, matrix))
  }

  ended() { return this.rubbing.ended() }
  dropped() { if (this.ended()) this.sheet.undo() }
}

class Put {
  constructor(sheet, tools, event) {
    this.sheet = sheet
    tools.putStamp(sheet, ...placeOf(event, matrixOf(sheet)))
  }

  moved() {}
  ended() {}
  dropped() { this.sheet.undo() }
}

// Words that are there are carried to another place; a touch elsewhere puts what was typed.
class Carry {
  constructor(sheet, tools, event) {
    Object.assign(this, { sheet, tools })
    const place = placeOf(event, matrixOf(sheet))
    tools.held = wordsAt(sheet, place)
    if (!tools.held) tools.putWords(...place)
  }

  moved(events) { if (this.tools.held) this.tools.moveHeld(this.sheet, ...placeOf(events[events.length - 1], matrixOf(this.sheet))) }
  ended() {}
  dropped() {}
}

export const wordsAt = (sheet, place) => sheet.inOrder().reverse().find((mark) => mark.kind === 'words' && covers(mark, place)) || null

const covers = (mark, [x, y]) => {
  const lines = mark.words.split('\n')
  const half = Math.max(...lines.map((line) => line.length)) * 12 + 30
  return Math.abs(x - mark.x / TENTHS) < half && Math.abs(y - mark.y / TENTHS) < lines.length * 27 + 20
}
