// The line that stands for one file while it is on its way: its name, how far it is, and what became of it.

export const lineFor = (list, name) => {
  const line = document.createElement('li')
  const bar = document.createElement('progress')
  bar.max = 100
  bar.value = 0
  bar.setAttribute('aria-label', `Sending ${name}`)
  line.append(name, bar)
  list.append(line)
  return {
    moved: (part) => { bar.value = Math.round(part * 100) },
    taken: (says, href) => end(line, name, 'taken', says, href),
    refused: (says, again) => end(line, name, 'refused', says, null, again),
    gone: () => line.remove(),
  }
}

const end = (line, name, how, says, href, again) => {
  const words = document.createElement('span')
  words.className = `app-hand-in__says--${how}`
  words.append(href ? link(href, says) : says)
  line.replaceChildren(...(href ? [] : [name]), words)
  if (!again) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'app-link-button'
  button.textContent = `Try ${name} again`
  button.addEventListener('click', () => { line.remove(); again() })
  line.append(button)
}

const link = (href, words) => {
  const made = document.createElement('a')
  made.className = 'govuk-link'
  made.href = href
  made.textContent = words
  return made
}
