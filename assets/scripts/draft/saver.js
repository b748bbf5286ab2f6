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
    this.saved = this.sign()
  }

  get revision() { return this.question.querySelector('[data-revision]')?.value || '0' }
  get dirty() { return this.stuck || this.sign() !== this.saved }
  sign() { return JSON.stringify(answerOf(this.question)) }

  changed() {
    if (this.sign() === this.saved && !this.sending) return forget(this.draft, this.key)
    keep(this.draft, this.key, { answer: answerOf(this.question), revision: this.revision })
    if (this.stuck) return
    this.firstAt ??= Date.now()
    this.later(Math.max(0, Math.min(QUIET, this.firstAt + AT_MOST - Date.now())))
    this.tell('writing', this)
  }

  later(wait) {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.save(), wait)
  }

  async save({ leaving = false } = {}) {
    clearTimeout(this.timer)
    if (this.stuck || (this.sending && !leaving) || this.sign() === this.saved) return
    const sign = this.sign()
    this.sending = true
    this.firstAt = null
    this.tell('saving', this)
    try {
      await this.answered(await this.send(leaving), sign)
    } catch {
      this.again('offline')
    } finally {
      this.sending = false
    }
    if (!this.stuck && !this.waiting && this.sign() !== this.saved) this.later(QUIET)
  }

  send(leaving) {
    const body = new URLSearchParams(answerOf(this.question))
    body.append('key', this.key)
    body.append(`revision:${this.key}`, this.revision)
    const headers = { 'X-CSRFToken': csrf(), Accept: 'application/json' }
    return fetch(this.draft.address, { method: 'POST', body, headers, keepalive: leaving, redirect: 'manual' })
  }

  async answered(response, sign) {
    if (response.status === 401 || response.status === 403 || response.type === 'opaqueredirect') return this.stop('signed-out')
    if (response.status >= 500) return this.again('trouble')
    const said = await response.json()
    if (response.status === 200) return this.done(said, sign)
    this.stop(said.html ? 'conflict' : 'closed', said)
  }

  done(said, sign) {
    this.tries = 0
    this.waiting = false
    this.saved = sign
    this.set('[data-revision]', said.revision)
    this.set('[data-base]', said.base)
    if (this.sign() === sign) forget(this.draft, this.key)
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

  // The writer has chosen between two texts, or has signed in again.
  goOn(revision) {
    if (revision !== undefined) this.set('[data-revision]', revision)
    this.stuck = this.waiting = false
    this.saved = null
    return this.save()
  }
}
