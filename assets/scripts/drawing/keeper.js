// Keeps what is drawn: on this device at once, with the server within two seconds, and again until it has it.
// Only what came and went is sent, so that what another device drew in the same house stays where it is.

const QUIET = 500
const AT_MOST = 1200
const AGAIN = [1500, 3000, 6000, 12000]
const MOST_NUMBERS = 60_000
const MOST_MARKS = 300

const csrf = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1] || ''

export class Keeper {
  constructor(page, sheets, say) {
    this.address = page.dataset.drawing
    this.name = `alongside.unsaved.drawing|${page.dataset.writer}|${page.dataset.name}`
    this.sheets = sheets
    this.say = say
    this.seen = 0
    this.tries = 0
    // What the server has of each sheet, and what it may have: sent, and never answered.
    this.known = new Map([...sheets.keys()].map((id) => [id, new Set()]))
    this.asked = new Map([...sheets.keys()].map((id) => [id, new Set()]))
    addEventListener('online', () => this.save())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.save({ leaving: true })
      else if (this.stuck !== 'finished') { this.stuck = null; this.save() }
    })
  }

  async begin() {
    const response = await this.ask()
    if (response.status !== 200) return this.stop(response.status === 401 ? 'signed-out' : 'finished')
    const kept = this.onDevice()
    this.heard(await response.json(), kept)
    if (this.waits()) this.later(0)
    else this.say('ready')
  }

  // Nothing is drawn before the page knows what is there already.
  async ask() {
    for (;;) {
      try {
        const response = await fetch(this.address, { headers: { Accept: 'application/json' }, redirect: 'manual' })
        if (response.status < 500) return response
        this.say('trouble')
      } catch {
        this.say('offline')
      }
      await new Promise((go) => { setTimeout(go, AGAIN[0]) })
    }
  }

  // Takes what the server has, with what it has not heard of yet done to it again.
  heard(news, unsent) {
    this.seen = news.revision
    if (!news.sheets) return
    for (const [id, sheet] of this.sheets) {
      const theirs = news.sheets[id] || []
      const { added = [], removed = [] } = unsent[id] || {}
      this.known.set(id, new Set(theirs.map((mark) => mark.id)))
      const gone = new Set(removed)
      const own = added.filter((mark) => !this.known.get(id).has(mark.id))
      sheet.take([...theirs.filter((mark) => !gone.has(mark.id)), ...own])
    }
  }

  changed() {
    this.keepOnDevice()
    if (this.stuck === 'full') this.stuck = null
    if (this.stuck) return
    this.firstAt ??= Date.now()
    this.say('saving')
    this.later(Math.max(0, Math.min(QUIET, this.firstAt + AT_MOST - Date.now())))
  }

  later(wait) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), wait)
  }

  unsentOf(id) {
    const { marks } = this.sheets.get(id)
    const known = this.known.get(id)
    const maybe = [...known, ...this.asked.get(id)]
    return {
      added: [...marks.values()].filter((mark) => !known.has(mark.id)),
      removed: [...new Set(maybe)].filter((mark) => !marks.has(mark)),
    }
  }

  unsent() { return Object.fromEntries([...this.sheets.keys()].map((id) => [id, this.unsentOf(id)])) }
  waits() { return Object.values(this.unsent()).some(({ added, removed }) => added.length || removed.length) }

  async save({ leaving = false } = {}) {
    clearTimeout(this.timer)
    if (this.stuck || this.sending) return
    const message = this.next()
    if (!message) return
    this.sending = true
    this.firstAt = null
    message.added.forEach((mark) => this.asked.get(message.sheet).add(mark.id))
    try {
      await this.answered(await this.send(message, leaving), message)
    } catch {
      this.again('offline')
    } finally {
      this.sending = false
    }
    if (!this.stuck && !this.tries && this.waits()) this.later(QUIET)
  }

  // One sheet at a time, and no more at once than a slow connection carries.
  next() {
    for (const id of this.sheets.keys()) {
      const { added, removed } = this.unsentOf(id)
      if (!added.length && !removed.length) continue
      let numbers = 0
      const some = added.slice(0, MOST_MARKS).filter((mark, n) => (numbers += mark.points?.length ?? 0) <= MOST_NUMBERS || n === 0)
      return { sheet: id, added: some, removed: removed.slice(0, MOST_MARKS - some.length || 1), seen: this.seen }
    }
    return null
  }

  send(message, leaving) {
    const headers = { 'X-CSRFToken': csrf(), 'Content-Type': 'application/json', Accept: 'application/json' }
    const body = JSON.stringify(message)
    return fetch(this.address, { method: 'POST', body, headers, keepalive: leaving && body.length < 60_000, redirect: 'manual' })
  }

  async answered(response, { sheet, added, removed }) {
    if (response.status === 401 || response.status === 403 || response.type === 'opaqueredirect') return this.stop('signed-out')
    if (response.status === 404 || response.status === 409) return this.stop('finished')
    if (response.status === 413) return this.stop('full')
    if (response.status !== 200) return this.again('trouble')
    const news = await response.json()
    const known = this.known.get(sheet)
    added.forEach((mark) => { known.add(mark.id); this.asked.get(sheet).delete(mark.id) })
    removed.forEach((id) => { known.delete(id); this.asked.get(sheet).delete(id) })
    this.heard(news, this.unsent())
    this.tries = 0
    this.keepOnDevice()
    this.say(this.waits() ? 'saving' : 'saved')
  }

  again(why) {
    this.say(why)
    this.later(AGAIN[Math.min(this.tries++, AGAIN.length - 1)])
  }

  stop(why) {
    this.stuck = why
    this.say(why)
  }

  keepOnDevice() {
    try {
      if (this.waits()) localStorage.setItem(this.name, JSON.stringify(this.unsent()))
      else localStorage.removeItem(this.name)
    } catch { /* a device that keeps nothing: saving still goes on */ }
  }

  onDevice() {
    try { return JSON.parse(localStorage.getItem(this.name)) || {} } catch { return {} }
  }
}
