// One line, in a child's words, that says whether the picture is safe.

const WORDS = {
  ready: '',
  saving: 'Keeping it safe…',
  saved: 'Your picture is safe',
  offline: 'No internet. Your picture is safe on here. You can go on.',
  trouble: 'Your picture is safe on here. We try again soon.',
  full: 'This house is full! Rub something out to go on.',
  finished: 'This picture is finished now. Show it to your grown-up.',
  'signed-out': 'Your picture is safe on here. Please call your grown-up.',
}
const TONE = { saved: 'safe', offline: 'waiting', trouble: 'waiting', full: 'waiting', finished: 'waiting', 'signed-out': 'waiting' }

export const sayState = (page, what) => {
  const place = page.querySelector('[data-state]')
  place.dataset.tone = TONE[what] || 'quiet'
  const words = WORDS[what]
  if (place.firstChild?.textContent !== words) place.replaceChildren(words)
  if (what === 'signed-out') place.append(' ', signIn(page))
}

const signIn = (page) => {
  const link = document.createElement('a')
  link.href = `${page.dataset.signIn}?next=${encodeURIComponent(location.pathname)}`
  link.className = 'govuk-link'
  link.textContent = 'For grown-ups: sign in'
  return link
}
