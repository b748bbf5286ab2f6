// Two texts of one answer: the writer's stays in the box, the other is shown below it, and the writer chooses.

export const showConflict = (saver, said) => {
  const place = saver.question.querySelector('[data-conflict]')
  if (!place) return
  place.innerHTML = said.html
  const box = saver.question.querySelector('textarea.draft-words, input[type="text"].govuk-input')
  const both = place.querySelector('[data-keep="both"]')
  if (both) both.hidden = !(said.rows || (box && said.text !== null))
  place.querySelectorAll('[data-keep]').forEach((button) => {
    button.addEventListener('click', () => choose(saver, said, button.dataset.keep, place, box))
  })
}

const choose = (saver, said, which, place, box) => {
  if (which === 'theirs' && said.text === null) {
    // Rows and ticks are drawn by the server: its page holds theirs.
    saver.abandon()
    return location.reload()
  }
  // Rows of both are put together by the server, and its page shows them.
  if (which === 'both' && said.rows) saver.withTheirs = true
  else if (which === 'both') box.value = `${said.text}\n\n${box.value}`
  else if (which === 'theirs') box.value = said.text
  place.replaceChildren()
  box?.focus()
  saver.goOn(said.revision, [])
}
