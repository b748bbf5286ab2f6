// An outcome that was just written can be chosen for an action at once, before the page is read again.

const writtenOn = (form) => [...form.querySelectorAll('[data-outcome]')].flatMap((words) => {
  const id = words.closest('[data-row]').querySelector('[data-row-id]').value
  return words.value.trim() ? [{ id, words: words.value.trim().slice(0, 90) }] : []
})

export const offerOutcomes = (form) => {
  const written = writtenOn(form)
  for (const choice of form.querySelectorAll('[data-towards]')) {
    for (const { id, words } of written) {
      const known = [...choice.options].find((option) => option.value === id)
      if (known) known.textContent = words
      else choice.append(new Option(words, id))
    }
  }
}
