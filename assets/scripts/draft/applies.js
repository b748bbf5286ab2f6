// A question that is asked only of some answers is shown only beside those.

import { inputsOf } from './inputs.js'

export const showOnlyWhatApplies = (form) => {
  for (const question of form.querySelectorAll('[data-only]')) {
    const asked = form.querySelector(`[data-question="${CSS.escape(question.dataset.only)}"]`)
    if (!asked) continue
    const wanted = question.dataset.onlyAny.split(' ')
    question.hidden = !inputsOf(asked).some((input) => input.checked && wanted.includes(input.value))
    question.querySelector('.draft-only')?.setAttribute('hidden', '')
  }
}
