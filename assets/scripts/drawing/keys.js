// Drawing by keyboard alone: arrow keys move a place on the sheet, the space bar draws, rubs or puts there.
import { Line, wordsAt } from './hands.js'
import { HEIGHT, TENTHS, WIDTH, make } from './look.js'
import { Rubbing } from './rubber.js'

const STEP = 20
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

export const listenToKeys = (sheet, tools, tell) => {
  const { picture } = sheet
  const place = { x: WIDTH / 2, y: 600 }
  const ring = make('circle', { r: 26, class: 'house__place' })
  let drawing = null

  const show = (yes) => {
    ring.setAttribute('cx', place.x)
    ring.setAttribute('cy', place.y)
    if (yes) sheet.live.append(ring)
    else ring.remove()
  }
  const lift = () => {
    drawing?.finish()
    drawing = null
  }
  const letGo = () => {
    Object.assign(place, { x: tools.held.x / TENTHS, y: tools.held.y / TENTHS })
    tools.held = null
    show(true)
  }
  const moved = (key, far) => {
    const [dx, dy] = ARROWS[key].map((way) => way * STEP * (far ? 4 : 1))
    if (tools.holds(sheet)) return tools.moveHeld(sheet, tools.held.x / TENTHS + dx, tools.held.y / TENTHS + dy)
    place.x = Math.min(WIDTH, Math.max(0, place.x + dx))
    place.y = Math.min(HEIGHT, Math.max(0, place.y + dy))
    drawing?.add(place.x, place.y, 0.5)
    show(true)
  }
  const acts = {
    pen: () => {
      if (drawing) return [lift(), tell('The pen is up.')]
      drawing = new Line(sheet, tools, false)
      drawing.add(place.x, place.y, 0.5)
      tell('The pen is down. Arrow keys draw.')
    },
    rubber: () => {
      const rubbing = new Rubbing(sheet)
      rubbing.to(place.x, place.y)
      rubbing.ended()
    },
    stamp: () => tools.putStamp(sheet, place.x, place.y),
    words: () => {
      if (tools.holds(sheet)) return letGo()
      tools.held = wordsAt(sheet, [place.x, place.y])
      if (tools.held) tell('You have the words. Arrow keys move them, the space bar lets go.')
      else tools.putWords(place.x, place.y)
    },
  }

  picture.addEventListener('keydown', (event) => {
    if (!sheet.isOpen) return
    if ((event.ctrlKey || event.metaKey) && ['z', 'y'].includes(event.key.toLowerCase())) {
      if (event.key.toLowerCase() === 'y' || event.shiftKey) sheet.redo()
      else sheet.undo()
    } else if (event.key in ARROWS) moved(event.key, event.shiftKey)
    else if (event.key === ' ' || event.key === 'Enter') acts[tools.tool]()
    else if (event.key === 'Escape') lift()
    else return
    event.preventDefault()
  })
  picture.addEventListener('focus', () => picture.matches(':focus-visible') && show(true))
  picture.addEventListener('blur', () => { lift(); show(false) })
  picture.addEventListener('pointerdown', () => show(false))
}
