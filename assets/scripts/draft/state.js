// One line that says whether everything is safe. It speaks aloud only when something needs doing.

const clock = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

const PROBLEMS = ['signed-out', 'conflict', 'closed']

export const sayState = (form, what, savers, said) => {
  const place = form.querySelector('[data-save-state]')
  if (!place) return
  // What needs doing stays, with its link, while other answers are saved.
  if (savers.some((saver) => saver.stuck) && !PROBLEMS.includes(what)) return
  const words = wordsFor(form, what, savers, said)
  place.dataset.saveState = words.tone
  place.replaceChildren(words.text, ...(words.link ? [' ', words.link] : []))
}

const wordsFor = (form, what, savers, said) => {
  if (what === 'signed-out') return { tone: 'problem', text: 'You have been signed out. What you typed is kept on this device.', link: signIn(form) }
  if (what === 'conflict') return { tone: 'problem', text: `${said.says} Choose beside the question which text should stand.` }
  if (what === 'closed') return { tone: 'problem', text: said.says }
  if (what === 'offline') return { tone: 'waiting', text: 'No connection. What you typed is kept on this device and will be saved by itself.' }
  if (what === 'trouble') return { tone: 'waiting', text: 'Not saved yet. What you typed is kept on this device, and saving is tried again.' }
  if (savers.some((saver) => saver.waiting)) return { tone: 'waiting', text: 'Saving again…' }
  if (what === 'saved' && !savers.some((saver) => saver.dirty)) return { tone: 'saved', text: `Saved at ${clock()}` }
  return { tone: 'saving', text: 'Saving…' }
}

const signIn = (form) => {
  const link = document.createElement('a')
  const place = document.activeElement?.id ? `#${document.activeElement.id}` : ''
  link.href = `${form.dataset.signIn}?next=${encodeURIComponent(location.pathname + place)}`
  link.className = 'govuk-link'
  link.textContent = 'Sign in to go on'
  return link
}
