// What was moved saves itself a moment later. Until the server has it, it is kept on this device and tried again.
import { csrf } from '../_csrf.js'
import { makeReachable, nodeBy, put } from './nodes.js'

const REST = 700
const AGAIN = 8000

export class Saving {
  constructor (place) {
    this.place = place
    this.name = `alongside.genogram|${place.dataset.writer}|${place.dataset.family}`
    this.waiting = {}
    this.busy = false
    makeReachable(place)
    place.querySelectorAll('[data-how]').forEach((how) => { how.hidden = false })
    place.addEventListener('submit', (event) => this.pressed(event))
    addEventListener('online', () => this.save())
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.save())
  }

  // Moved before the network was lost or the page closed: done once more.
  takeUp () {
    let kept = {}
    try { kept = JSON.parse(localStorage.getItem(this.name)) || {} } catch { /* nothing kept */ }
    for (const [key, [x, y]] of Object.entries(kept)) {
      const node = nodeBy(this.place, key)
      if (node) { put(node, x, y); this.waiting[key] = [x, y] }
    }
    if (Object.keys(this.waiting).length) this.save()
  }

  moved (node, rest = REST) {
    this.waiting[node.dataset.node] = [Number(node.dataset.x), Number(node.dataset.y)]
    this.keep()
    this.say('Not saved yet')
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), rest)
  }

  keep () {
    try {
      if (Object.keys(this.waiting).length) localStorage.setItem(this.name, JSON.stringify(this.waiting))
      else localStorage.removeItem(this.name)
    } catch { /* this device keeps nothing: it is still sent */ }
  }

  async save () {
    clearTimeout(this.timer)
    if (this.busy || !Object.keys(this.waiting).length) return
    const sent = { ...this.waiting }
    this.busy = true
    const said = await this.send(this.place.dataset.move, { places: JSON.stringify(sent), seen: this.place.dataset.number })
    this.busy = false
    if (!said) return
    for (const [key, at] of Object.entries(sent)) if (String(this.waiting[key]) === String(at)) delete this.waiting[key]
    this.keep()
    this.draw(said)
    if (Object.keys(this.waiting).length) this.save()
  }

  async send (address, values) {
    try {
      const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(values), headers: { 'X-CSRFToken': csrf(), 'X-Genogram': 'yes' } })
      if (!(answer.headers.get('content-type') || '').includes('json')) throw new Error('signed out')
      return await answer.json()
    } catch {
      this.say('Not saved: no connection, or signed out. It is kept on this device and tried again.')
      this.timer = setTimeout(() => this.save(), AGAIN)
      return null
    }
  }

  // Undo, do again and tidy answer with the picture, too.
  async pressed (event) {
    const button = event.submitter
    if (!button?.dataset.back) return
    event.preventDefault()
    await this.save()
    const said = await this.send(this.place.dataset.backTo, { what: button.dataset.back })
    if (!said) return
    this.draw(said)
    const next = this.place.querySelector(`[data-back="${button.dataset.back}"]`) || this.place.querySelector('[data-back]')
    if (!document.activeElement?.dataset?.node) next?.focus({ preventScroll: true })
    this.follow()
  }

  // What stands beneath the picture is said anew, with nobody sent back to the top of the page.
  async follow () {
    try {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
      for (const part of document.querySelectorAll('[data-follows]')) part.replaceWith(page.getElementById(part.id) || part)
    } catch { location.reload() }
  }

  draw (said) {
    if (this.place.querySelector('.is-moving')) return
    const at = document.activeElement?.dataset?.node
    const { width, minWidth } = this.place.querySelector('[data-drawing] svg').style
    this.place.querySelector('[data-drawing]').outerHTML = said.html
    Object.assign(this.place.querySelector('[data-drawing] svg').style, { width, minWidth })
    this.place.querySelector('[data-backs]').innerHTML = said.backs
    this.place.dataset.number = said.number
    for (const [key, [x, y]] of Object.entries(this.waiting)) {
      const node = nodeBy(this.place, key)
      if (node) put(node, x, y)
    }
    makeReachable(this.place)
    if (at) nodeBy(this.place, at)?.focus({ preventScroll: true })
    this.say(said.said)
  }

  say (words) { this.place.querySelector('[data-said]').textContent = words }
}
