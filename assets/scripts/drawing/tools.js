// What a child has in the hand: pen, rubber, picture or words, in which colour and how thick.
import { HEIGHT, STAMP, TENTHS, WIDTH, wrapped } from './look.js'
import { newId } from './sheet.js'

export class Tools {
  constructor(page) {
    this.page = page
    this.tool = 'pen'
    // Each has its own colour: a face put in is yellow until somebody wants it otherwise, a line black.
    this.colours = { pen: 'black', stamp: 'yellow', words: 'black' }
    this.width = 'middle'
    this.stamp = 'happy'
    this.sheet = null
    this.tell = () => {}
    this.box = page.querySelector('[data-words]')
    page.querySelector('[data-tools]').addEventListener('click', (event) => this.pressed(event.target.closest('button')))
    page.querySelector('[data-panel="words"]').addEventListener('submit', (event) => {
      event.preventDefault()
      this.putWords()
    })
  }

  onto(sheet) {
    this.sheet = sheet
    this.held = null
    this.steps()
  }

  pressed(button) {
    if (!button || !this.sheet) return
    for (const what of ['tool', 'colour', 'width', 'stamp']) if (what in button.dataset) this.choose(what, button)
    if (button.dataset.step === 'undo') this.sheet.undo()
    if (button.dataset.step === 'redo') this.sheet.redo()
  }

  get colour() { return this.colours[this.tool] ?? this.colours.pen }

  choose(what, button) {
    // A thickness or a colour is chosen to draw with; the rubber has no colour.
    if (what === 'width' || (what === 'colour' && this.tool === 'rubber')) this.choose('tool', this.page.querySelector('[data-tool="pen"]'))
    if (what === 'colour') this.colours[this.tool] = button.dataset.colour
    else this[what] = button.dataset[what]
    this.press(what, button)
    if (what === 'tool') this.show()
    this.page.querySelector('[data-tools]').dataset.now = this.tool
  }

  press(what, button) {
    this.page.querySelectorAll(`[data-tools] [data-${what}]`).forEach((one) => one.setAttribute('aria-pressed', String(one === button)))
    // Little pictures to choose from look as they will on the sheet.
    if (what === 'colour' && this.tool === 'stamp') this.page.querySelector('[data-panel="stamp"]').style.color = button.dataset.filling
  }

  show() {
    this.press('colour', this.page.querySelector(`[data-colour="${this.colour}"]`))
    this.held = null
    for (const panel of this.page.querySelectorAll('[data-panel]')) panel.hidden = panel.dataset.panel !== this.tool
    this.page.querySelector('.tools__row--widths').hidden = this.tool === 'stamp' || this.tool === 'words'
    if (this.tool === 'words') this.box.focus()
  }

  steps() {
    const can = { undo: this.sheet?.done.length, redo: this.sheet?.undone.length }
    for (const button of this.page.querySelectorAll('[data-step]')) button.disabled = !can[button.dataset.step]
  }

  putStamp(sheet, x, y) {
    sheet.do({ added: [{ id: newId(), kind: 'stamp', stamp: this.stamp, colour: this.colour, at: Date.now(), ...within(x, y) }], removed: [] })
    this.tell(`${this.page.querySelector(`[data-stamp="${this.stamp}"]`).textContent} put in.`)
  }

  // Typed words go below those that are there; they can be moved then, by hand or with the arrow keys.
  putWords(x, y) {
    const words = wrapped(this.box.value)
    const sheet = this.sheet
    if (!words) return this.box.focus()
    const below = [...sheet.marks.values()].filter((mark) => mark.kind === 'words').length
    const place = x === undefined ? within(WIDTH / 2, Math.min(HEIGHT - 100, 440 + 110 * below)) : within(x, y)
    const mark = { id: newId(), kind: 'words', words, colour: this.colour, at: Date.now(), ...place }
    sheet.do({ added: [mark], removed: [] })
    this.held = mark
    this.box.value = ''
    sheet.picture.focus({ preventScroll: true })
    this.tell(`Your words are in. Arrow keys move them.`)
  }

  // Words that were undone, or rubbed out on another device, are in nobody's hand.
  holds(sheet) {
    if (this.held && !sheet.marks.has(this.held.id)) this.held = null
    return this.held
  }

  // However often something is moved, undo brings it back to where it was put first.
  moveHeld(sheet, x, y) {
    const before = this.held
    const after = { ...before, id: newId(), ...within(x, y) }
    const last = sheet.done[sheet.done.length - 1]
    if (last?.moved === before.id) {
      sheet.done.pop()
      sheet.do({ added: [after], removed: last.removed, moved: after.id })
      sheet.change([], [before])
    } else {
      sheet.do({ added: [after], removed: [before], moved: after.id })
    }
    this.held = after
  }
}

// Where a picture or words lie: wholly on the sheet, in tenths.
const within = (x, y) => ({
  x: Math.round(Math.min(WIDTH - STAMP / 2, Math.max(STAMP / 2, x)) * TENTHS),
  y: Math.round(Math.min(HEIGHT - STAMP / 2, Math.max(STAMP / 2, y)) * TENTHS),
})
