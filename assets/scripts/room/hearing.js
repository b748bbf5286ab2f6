// Asks each second for what is new; the longer the line is down, the longer it waits, and it comes back by itself.
import { morph } from './morph.js'

const EACH = 800
const HIDDEN = 4000
const AGAIN = [1000, 2000, 4000, 8000]

const linesOf = (place) => [...place.querySelectorAll('li[id]')]

export class Hearing {
  constructor(room, say) {
    this.room = room
    this.say = say
    this.tries = 0
    addEventListener('online', () => this.now())
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.now() })
  }

  get number() { return Number(this.room.dataset.number) }

  start() { this.later(EACH) }

  now() {
    if (!this.asking) this.ask()
  }

  later(wait) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), wait)
  }

  async ask() {
    clearTimeout(this.timer)
    this.asking = true
    try {
      const address = `${this.room.dataset.room}since/${this.number}/`
      const response = await fetch(address, { headers: { Accept: 'application/json' }, redirect: 'manual', cache: 'no-store' })
      if (response.status === 401 || response.status === 403 || response.status === 404 || response.type === 'opaqueredirect') return this.ended()
      if (response.status !== 200 && response.status !== 204) throw new Error(String(response.status))
      const wasDown = this.tries
      this.tries = 0
      this.say('heard')
      if (wasDown) this.onBack?.()
      if (response.status === 200) this.take(await response.json())
      this.later(document.hidden ? HIDDEN : EACH)
    } catch {
      this.say('down')
      this.later(AGAIN[Math.min(this.tries++, AGAIN.length - 1)])
    } finally {
      this.asking = false
    }
  }

  ended() {
    this.say('ended')
    this.later(AGAIN[3])
  }

  // Two answers may cross on the way: the older one of them says nothing new.
  take(news) {
    if (news.go) return location.assign(news.go)
    const { room } = this
    if (room.dataset.waiting) return location.reload()
    if (news.number > this.number) {
      for (const [part, html] of Object.entries(news.parts)) this.draw(part, html)
      room.dataset.number = news.number
      if (news.closed) location.reload()
    }
  }

  draw(part, html) {
    const place = this.room.querySelector(`#${part.startsWith('statement-') ? part : `room-${part}`}`)
    const drawn = document.createElement('template')
    drawn.innerHTML = html
    const fresh = drawn.content.firstElementChild
    if (!place || !fresh) return
    const wasStep = place.className
    const known = new Set(linesOf(place).map((one) => one.id))
    morph(place, fresh)
    const moved = part === 'stage' && wasStep !== fresh.className
    if (moved) scrollTo({ top: 0 })
    if (this.room.dataset.face !== 'screen' || moved) return
    const now = part === 'stage' ? linesOf(place).find((one) => !known.has(one.id)) : place
    if (part !== 'top' && now) this.follow(now)
  }

  // Nobody scrolls the big screen: it goes where something is being said.
  follow(place) {
    this.room.querySelectorAll('.room-statement--now').forEach((one) => one.classList.remove('room-statement--now'))
    place.classList.add('room-statement--now')
    place.scrollIntoView({ block: 'center' })
  }
}
