// Forms of the room are sent without leaving the page; where it is typed live, all see it while it is typed.

const QUIET = 300

export const listenToForms = (room, outbox) => {
  const timers = new Map()

  const typed = (form) => {
    timers.delete(form)
    if (!form.isConnected) return
    // From here on the room knows, or will: what it says again may stand in the box.
    if (form.dataset.unsent) form.dataset.unsent = 'said'
    outbox.say(pairsOf(form).map(([name, value]) => (name === 'kind' ? [name, form.dataset.live] : [name, value])), form, form.id)
  }

  room.addEventListener('input', (event) => {
    const form = event.target.closest('form[data-say]')
    if (!form) return
    form.dataset.unsent = 'typing'
    if (form.dataset.live && !timers.has(form)) timers.set(form, setTimeout(() => typed(form), QUIET))
  })

  // Leaving a box that is typed live says that it is finished.
  room.addEventListener('focusout', (event) => {
    const form = event.target.closest('form[data-live]')
    if (!form || !form.dataset.unsent || form.contains(event.relatedTarget)) return
    finish(form)
  })

  const finish = (form, submitter) => {
    clearTimeout(timers.get(form))
    timers.delete(form)
    form.dataset.unsent = 'said'
    outbox.say(pairsOf(form, submitter), form, form.id)
  }

  room.addEventListener('submit', (event) => {
    const form = event.target.closest('form[data-say]')
    if (!form) return
    event.preventDefault()
    finish(form, event.submitter)
    if (form.dataset.live) form.querySelector('textarea, input:not([type="hidden"])')?.blur()
  })

  restore(room, outbox)
}

const pairsOf = (form, submitter) => {
  const data = new FormData(form)
  if (submitter && submitter.name) data.append(submitter.name, submitter.value)
  return [...data.entries()].filter(([name]) => name !== 'csrfmiddlewaretoken').map(([name, value]) => [name, String(value)])
}

// A page that was left while something waited begins with it in its boxes again.
const restore = (room, outbox) => {
  for (const message of outbox.waiting) {
    const { about, pairs } = message
    const form = about && document.getElementById(about)
    if (!form) continue
    outbox.forms.set(message, form)
    form.dataset.unsent = 'said'
    for (const [name, value] of pairs) {
      const box = form.querySelector(`textarea[name="${CSS.escape(name)}"], input[type="text"][name="${CSS.escape(name)}"]`)
      if (box) box.value = value
    }
  }
}
