// The guide before a call: kept on this device while it is written, and taken off it once it is sent.
// A device that keeps nothing (a private window) still prints and sends; then only this net is missing.

import { showOnlyWhatApplies } from './draft/applies.js'
import { answerOf, fill } from './draft/inputs.js'
import { addRow } from './draft/rows.js'

const NAME = 'alongside.guide'
const QUIET = 400

const read = () => { try { return JSON.parse(localStorage.getItem(NAME)) } catch { return null } }
const write = (kept) => { try { localStorage.setItem(NAME, JSON.stringify(kept)); return true } catch { return false } }
const forget = () => { try { localStorage.removeItem(NAME) } catch { /* nothing was kept */ } }
const clock = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

const start = (form) => {
  const questions = [...form.querySelectorAll('[data-question]')]
  const empty = new Map(questions.map((question) => [question, JSON.stringify(answerOf(question).filter(told))]))
  const say = (words) => document.querySelector('[data-guide-state]').replaceChildren(words)
  let timer

  const keep = () => {
    const kept = {}
    for (const question of questions) {
      const pairs = answerOf(question)
      if (JSON.stringify(pairs.filter(told)) !== empty.get(question)) kept[question.dataset.question] = pairs
    }
    say(write(kept) ? `Kept on this device at ${clock()}. Not sent yet.` : 'This device keeps nothing. Print or send before you leave.')
  }
  const later = () => { clearTimeout(timer); timer = setTimeout(keep, QUIET) }

  document.querySelector('[data-guide-device]').hidden = false
  document.querySelector('[data-guide-plain]').hidden = true
  if (form.dataset.guideTyped === undefined) bringBack(questions, say)
  showOnlyWhatApplies(form)
  form.addEventListener('input', later)
  form.addEventListener('change', () => { showOnlyWhatApplies(form); later() })
  form.addEventListener('click', (event) => pressed(event))
  addEventListener('pagehide', () => { if (timer) keep() })
  document.querySelector('[data-guide-clear]').addEventListener('click', () => {
    clearTimeout(timer)
    timer = null
    forget()
    location.assign(location.pathname)
  })
}

// Ids of rows are new on every page, and say nothing.
const told = ([name]) => !name.endsWith(':id')

const bringBack = (questions, say) => {
  const kept = read()
  if (!kept || !Object.keys(kept).length) return
  for (const question of questions) {
    const pairs = kept[question.dataset.question]
    if (pairs) fill(question, pairs, addRow)
  }
  say('Brought back what you wrote on this device before.')
}

const pressed = (event) => {
  const more = event.target.closest('[data-more]')
  const question = more?.closest('[data-question]')
  if (!question || !addRow(question)) return
  event.preventDefault()
  question.querySelector('[data-rows] > :last-child :is(textarea, input:not([type=hidden]))').focus()
}

const form = document.querySelector('form[data-guide]')
if (form) start(form)
if (document.querySelector('[data-guide-sent]')) forget()
