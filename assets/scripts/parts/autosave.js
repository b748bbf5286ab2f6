// A draft saves itself. Everything here only adds to a form that works whole without it.

import { showOnlyWhatApplies } from '../draft/applies.js'
import { showConflict } from '../draft/conflict.js'
import { fill } from '../draft/inputs.js'
import { forget, keptOf, markPlace, takePlace } from '../draft/kept.js'
import { addRow } from '../draft/rows.js'
import { Saver } from '../draft/saver.js'
import { sayState } from '../draft/state.js'
import { offerOutcomes } from '../draft/towards.js'

const start = (form) => {
  const draft = { id: form.dataset.draft, writer: form.dataset.writer, address: form.dataset.save }
  const savers = new Map()
  // What was typed is brought back from this device. A browser that fills boxes in by itself on the way back would put
  // old words over what somebody else wrote meanwhile.
  form.autocomplete = 'off'
  const tell = (what, saver, said) => {
    if (what === 'conflict') showConflict(saver, said)
    if (what === 'saved') showProblems(saver.question, said.problems || [])
    sayState(form, what, [...savers.values()], said)
  }
  for (const question of form.querySelectorAll('[data-question]')) savers.set(question, new Saver(draft, question, tell))

  form.addEventListener('input', ({ target }) => savers.get(target.closest('[data-question]'))?.changed())
  form.addEventListener('change', ({ target }) => savers.get(target.closest('[data-question]'))?.changed())
  form.addEventListener('change', () => showOnlyWhatApplies(form))
  form.addEventListener('change', ({ target }) => 'outcome' in target.dataset && offerOutcomes(form))
  form.addEventListener('click', (event) => pressed(event, savers))
  addEventListener('online', () => savers.forEach((saver) => saver.waiting && saver.save()))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') savers.forEach((saver) => saver.save({ leaving: true }))
    else savers.forEach((saver) => saver.dirty && comeBack(saver))
  })
  form.addEventListener('focusin', ({ target }) => target.id && markPlace(draft, target.id, target.selectionStart))
  form.addEventListener('focusout', ({ target, relatedTarget }) => {
    const question = target.closest('[data-question]')
    if (unsaid.has(question) && !question.contains(relatedTarget)) showProblems(question, unsaid.get(question))
  })
  form.addEventListener('submit', () => savers.forEach((saver) => saver.carry()))

  savers.forEach((saver, question) => restore(draft, saver, question))
  showOnlyWhatApplies(form)
  backToPlace(draft)
}

// Signed in again in another tab, or the lid opened: what waits is tried once more.
const comeBack = (saver) => { if (saver.stuck && !saver.question.querySelector('.draft-conflict')) saver.goOn() }

const restore = (draft, saver, question) => {
  const kept = keptOf(draft, saver.key)
  if (!kept) return
  fill(question, kept.answer, addRow)
  if (saver.sign() === saver.saved) return forget(draft, saver.key)
  // Sent with the revision it was written on: if somebody changed the answer meanwhile, both texts are shown.
  saver.goOn(saver.question.querySelector('[data-revision]') ? kept.revision : undefined, kept.unheard)
}

const backToPlace = (draft) => {
  const place = takePlace(draft)
  const target = document.getElementById(location.hash.slice(1) || place?.id)
  if (!target || (!location.hash && !performance.getEntriesByType('navigation')[0]?.type.includes('reload'))) return
  const input = target.matches('input, textarea, select') ? target : target.querySelector('input:not([type=hidden]), textarea, select')
  input?.focus()
  if (place?.id === input?.id && input?.setSelectionRange && !['radio', 'checkbox'].includes(input.type)) input.setSelectionRange(input.value.length, input.value.length)
}

const pressed = (event, savers) => {
  const more = event.target.closest('[data-more]')
  const take = event.target.closest('[data-take]')
  const question = (more || take)?.closest('[data-question]')
  if (more && addRow(question)) {
    event.preventDefault()
    question.querySelector('[data-rows] > :last-child :is(textarea, input:not([type=hidden]))').focus()
  }
  const box = take && question.querySelector('textarea.draft-words, input[type="text"].govuk-input')
  if (box) {
    event.preventDefault()
    const words = [...take.parentElement.querySelectorAll('[data-offer-words] p')].map((part) => part.innerText).join('\n\n')
    box.value = [box.value, words].filter(Boolean).join('\n\n')
    box.dispatchEvent(new Event('input', { bubbles: true }))
    box.focus()
  }
}

// What is wrong with an answer that somebody is in the middle of: said once they leave it.
const unsaid = new Map()

const showProblems = (question, problems) => {
  const place = question.querySelector('[data-problems]')
  unsaid.delete(question)
  if (!place) return
  // While somebody is still in the boxes of a date, it is not wrong yet.
  if (problems.length && question.contains(document.activeElement) && !document.activeElement.matches('textarea')) return unsaid.set(question, problems)
  place.replaceChildren(...problems.map((problem) => {
    const line = document.createElement('p')
    line.className = 'govuk-error-message'
    line.textContent = problem
    return line
  }))
}

const form = document.querySelector('form[data-draft]')
if (form) start(form)
