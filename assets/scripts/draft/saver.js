// Saves one question: soon after typing stops, at the latest a moment later while it goes on, and again until it succeeds.

import { answerOf } from './inputs.js'
import { forget, keep } from './kept.js'

const QUIET = 700
const AT_MOST = 1500
const AGAIN = [2000, 4000, 8000, 15000]

const csrf = () => (document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) || [])[1] || ''

export class Saver {
  constructor(draft, question, tell) {
    this.draft = draft
    this.question = question
    this.key = question.dataset.question
    this.tell = tell
    this.tries = 0
    this.turn = 0
    // What was sent and never answered: if that is what the server has, it is the writer's own, and no conflict.
    this.unheard = []
    this.saved = this.sign()
  }

  get revision() { return this.question.querySelector('[data-revision]')?.value || '0' }
  get settled() { return this.sign() === this.saved && !this.unheard.length }
  get dirty() { return this.stuck || !this.settled }
  sign() { return JSON.stringify(answerOf(this.question)) }

  changed() {
    if (this.settled) return forget(this.draft, this.key)
    this.keep()
    if (this.stuck) return
    this.firstAt ??= Date.now()
    this.later(Math.max(0, Math.min(QUIET, this.firstAt + AT_MOST - Date.now())))
    this.tell('writing', this)
  }

  keep() { keep(this.draft, this.key, { answer: answerOf(this.question), revision: this.revision, unheard: this.unheard }) }

  later(wait) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), wait)
  }

  async save({ leaving = false } = {}) {
    clearTimeout(this.timer)
    if (this.stuck || (this.sending && !leaving) || this.settled) return
    const sign = this.sign()
    const turn = ++this.turn
    this.sending = true
    this.firstAt = null
    this.tell('saving', this)
    try {
      const response = await this.send(leaving)
      // Sent once more as the page was left: that one's answer counts.
      if (turn === this.turn) await this.answered(response, sign)
    } catch {
      if (turn === this.turn) this.again('offline')
    } finally {
      if (turn === this.turn) this.sending = false
    }
    if (turn !== this.turn) return
    if (!this.stuck && !this.waiting && !this.settled) this.later(QUIET)
  }

  send(leaving) {
    const body = new URLSearchParams(answerOf(this.question))
    const words = body.toString()
    body.append('key', this.key)
    body.append(`revision:${this.key}`, this.revision)
    this.unheard.forEach((sent) => body.append(`before:${this.key}`, sent))
    if (this.withTheirs) body.append('with-theirs', 'yes')
    this.sent(words)
    const headers = { 'X-CSRFToken': csrf(), Accept: 'application/json' }
    // A browser sends no more than this after a page is gone; a longer answer goes out while the page is there still.
    const keepalive = leaving && body.toString().length < 60_000
    return fetch(this.draft.address, { method: 'POST', body, headers, keepalive, redirect: 'manual' })
  }

  // The first may have arrived before a network dropped, and so may the last ones; of the many between none did.
  sent(words) {
    if (this.unheard.at(-1) !== words) this.unheard = [...this.unheard.slice(0, 1), ...this.unheard.slice(1).slice(-5), words]
    this.keep()
  }

  // With the whole page goes what was sent on its own and not answered yet.
  carry() {
    clearTimeout(this.timer)
    this.question.querySelectorAll('[data-before]').forEach((input) => input.remove())
    for (const sent of this.unheard) {
      const input = Object.assign(document.createElement('input'), { type: 'hidden', name: `before:${this.key}`, value: sent })
      input.dataset.before = ''
      this.question.append(input)
    }
  }

  async answered(response, sign) {
    if (response.status === 401 || response.status === 403 || response.type === 'opaqueredirect') return this.stop('signed-out')
    if (response.status >= 500 || response.status === 400) return this.again('trouble')
    const said = await response.json()
    if (response.status === 200) return this.done(said, sign)
    this.stop(said.html ? 'conflict' : 'closed', said)
  }

  done(said, sign) {
    if (this.withTheirs) {
      this.abandon()
      return location.reload()
    }
    this.tries = 0
    this.waiting = false
    this.saved = sign
    this.unheard = []
    this.set('[data-revision]', said.revision)
    this.set('[data-base]', said.base)
    if (this.sign() === sign) forget(this.draft, this.key)
    else this.keep()
    this.tell('saved', this, said)
  }

  set(selector, value) {
    const input = this.question.querySelector(selector)
    if (input) input.value = value
  }

  again(why) {
    this.waiting = true
    this.tell(why, this)
    this.later(AGAIN[Math.min(this.tries++, AGAIN.length - 1)])
  }

  stop(why, said) {
    this.stuck = true
    this.tell(why, this, said)
  }

  // The writer takes the other text: theirs is given up on this device too.
  abandon() {
    this.stuck = true
    clearTimeout(this.timer)
    forget(this.draft, this.key)
  }

  // The writer has chosen between two texts, has signed in again, or is back with what was kept on this device.
  goOn(revision, unheard = this.unheard) {
    this.unheard = unheard
    if (revision !== undefined) this.set('[data-revision]', revision)
    this.stuck = this.waiting = false
    this.saved = null
    return this.save()
  }
}
