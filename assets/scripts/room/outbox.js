// What is said waits here until the room has heard it, on this device too: one after the other, each under an id of its
// own, so that what is sent twice is heard once.

const AGAIN = [500, 1000, 2000, 4000, 8000]

const csrf = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1] || ''

// crypto.randomUUID is there only on secure addresses; a tablet on a school's network may not be on one.
const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export class Outbox {
  constructor(room) {
    this.room = room
    this.name = `alongside.unsaid|${room.dataset.name}|${room.dataset.face}`
    this.waiting = this.onDevice()
    this.forms = new WeakMap()
    this.tries = 0
    addEventListener('online', () => this.send())
    addEventListener('pagehide', () => this.keep())
  }

  // `pairs` are the fields of the form. What is typed live, or answered anew, takes the place of what was said before
  // about the same and is not on its way yet; what has no `about` never does.
  say(pairs, form, about = '') {
    const rest = about ? this.waiting.filter((one) => one.about !== about || one === this.sending) : this.waiting
    const message = { about, pairs: [...pairs.filter(([name]) => name !== 'message'), ['message', newId()]] }
    this.waiting = [...rest, message]
    this.forms.set(message, form)
    this.keep()
    this.send()
  }

  async send() {
    clearTimeout(this.timer)
    if (this.sending || !this.waiting.length || this.room.dataset.waiting) return
    this.sending = this.waiting[0]
    try {
      await this.answered(await this.post(this.sending), this.sending)
      this.tries = 0
    } catch {
      this.onState('down')
      this.timer = setTimeout(() => this.send(), AGAIN[Math.min(this.tries++, AGAIN.length - 1)])
    } finally {
      this.sending = null
    }
    if (!this.tries && this.waiting.length) this.send()
  }

  post(message) {
    const body = new URLSearchParams([...message.pairs, ['heard', this.room.dataset.number]])
    const headers = { Accept: 'application/json', 'X-CSRFToken': csrf() }
    return fetch(`${this.room.dataset.room}say/`, { method: 'POST', body, headers, redirect: 'manual' })
  }

  async answered(response, message) {
    if (response.status === 401 || response.status === 403 || response.type === 'opaqueredirect') {
      this.stuck = true
      this.onState('ended')
      throw new Error('signed out')
    }
    if (response.status !== 200) throw new Error(String(response.status))
    const news = await response.json()
    this.stuck = false
    this.waiting = this.waiting.filter((one) => one !== message)
    this.keep()
    this.heard(message, news.refused)
    this.refused(news.refused || '')
    this.onAnswer(news)
    this.onState('heard')
  }

  // Once the room has all that a form said, its boxes take again what the room says; what it refused stays in them.
  heard(message, refused) {
    const form = this.forms.get(message)
    if (!form || this.waiting.some((one) => this.forms.get(one) === form)) return
    if (refused) form.dataset.unsent = 'refused'
    else if (form.dataset.unsent === 'said') delete form.dataset.unsent
  }

  refused(words) {
    const place = this.room.querySelector('[data-refused]')
    if (place) {
      place.hidden = !words
      place.textContent = words
    }
  }

  keep() {
    try {
      if (this.waiting.length) localStorage.setItem(this.name, JSON.stringify(this.waiting))
      else localStorage.removeItem(this.name)
    } catch { /* a device that keeps nothing: sending still goes on */ }
  }

  onDevice() {
    try { return JSON.parse(localStorage.getItem(this.name)) || [] } catch { return [] }
  }
}
