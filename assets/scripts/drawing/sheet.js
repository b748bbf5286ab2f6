// One sheet: what is on it, what was done to it since the page was opened, and how it looks.
import { elementOf } from './look.js'

export const newId = () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => letters[byte % 36]).join('')
}

export class Sheet {
  constructor(place) {
    this.id = place.dataset.sheet
    this.name = place.getAttribute('aria-label')
    this.place = place
    this.picture = place.querySelector('[data-picture]')
    this.layer = place.querySelector('[data-marks]')
    this.live = place.querySelector('[data-live]')
    this.marks = new Map()
    this.elements = new Map()
    this.done = []
    this.undone = []
    this.onChange = () => {}
  }

  open(yes) {
    this.isOpen = yes
    this.place.classList.toggle('house--open', yes)
    if (yes) {
      this.picture.setAttribute('tabindex', '0')
      this.picture.setAttribute('role', 'application')
      this.picture.setAttribute('aria-label', `${this.name}. Arrow keys move, the space bar draws or puts.`)
    } else {
      this.picture.removeAttribute('tabindex')
      this.picture.setAttribute('role', 'img')
      this.picture.setAttribute('aria-label', this.name)
    }
  }

  // A step: marks that come and marks that go. Done again and undone by its two halves.
  do(step) {
    if (!step.added.length && !step.removed.length) return
    this.done.push(step)
    this.undone = []
    this.change(step.added, step.removed)
  }

  undo() { this.move(this.done, this.undone, (step) => this.change(step.removed, step.added)) }
  redo() { this.move(this.undone, this.done, (step) => this.change(step.added, step.removed)) }

  move(from, to, how) {
    const step = from.pop()
    if (!step) return
    to.push(step)
    how(step)
  }

  change(added, removed) {
    for (const mark of removed) this.marks.delete(mark.id)
    for (const mark of added) this.marks.set(mark.id, mark)
    this.draw()
    this.onChange()
  }

  // What another device drew, or what was kept on this one.
  take(marks) {
    this.marks = new Map(marks.map((mark) => [mark.id, mark]))
    this.draw()
  }

  inOrder() { return [...this.marks.values()].sort((one, other) => one.at - other.at) }

  draw() {
    const elements = this.inOrder().map((mark) => {
      if (!this.elements.has(mark.id)) this.elements.set(mark.id, elementOf(mark))
      return this.elements.get(mark.id)
    })
    this.layer.replaceChildren(...elements)
  }
}
