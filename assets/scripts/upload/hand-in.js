// The Documents tab: files go on their way as soon as they are there and a category is chosen, each answered by itself.

import { listen } from './drop.js'
import { lineFor } from './line.js'
import { send, tooLarge, trouble } from './send.js'

const AT_ONCE = 2

export const handIn = (form) => {
  const list = form.querySelector('[data-list]')
  const told = form.querySelector('[data-told]')
  const category = form.elements.namedItem('category')
  const state = { waiting: [], held: [], under: 0, taken: 0, refused: 0 }

  const next = () => {
    while (state.under < AT_ONCE && state.waiting.length) one(state.waiting.shift())
    if (!state.under && !state.waiting.length) done(told, state)
  }
  const put = (files) => {
    if (!category.value) return ask(state, category, told, files)
    for (const file of files) state.waiting.push(file)
    told.textContent = ''
    next()
  }
  const one = async (file) => {
    const line = lineFor(list, file.name)
    const refuse = (says, again) => { state.refused++; line.refused(says, again) }
    const large = tooLarge(file, Number(form.dataset.most))
    if (large) {
      refuse(large)
      return queueMicrotask(next)
    }
    state.under++
    const fields = new FormData(form)
    fields.delete('files')
    fields.delete('csrfmiddlewaretoken')
    fields.append('files', file)
    const answer = await send(form.action, fields, line.moved)
    const said = answer.status === 200 && answer.said.files?.[0]
    state.under--
    if (said?.taken) {
      state.taken++
      line.taken(said.says, said.href)
    } else refuse(said ? said.says : trouble(answer), said ? null : () => put([file]))
    next()
  }
  listen(form.querySelector('[data-drop]'), put)
  form.addEventListener('submit', (event) => {
    const chosen = [...form.querySelectorAll('input[type=file]')].flatMap((input) => [...input.files])
    if (chosen.length || !(state.held.length || list.children.length)) return
    // Everything that was chosen is on its way, or waits for a category: there is nothing for the form itself to send.
    event.preventDefault()
    put(state.held.splice(0))
  })
  category.addEventListener('change', () => { if (category.value && state.held.length) put(state.held.splice(0)) })
}

// Without a category nothing is sent; what was dropped is kept until one is chosen.
const ask = (state, category, told, files) => {
  state.held.push(...files)
  const what = state.held.length === 1 ? `“${state.held[0].name}” is` : `${state.held.length} files are`
  told.textContent = `Choose a category: ${what} sent as soon as you have.`
  category.focus()
}

const done = async (told, state) => {
  const { taken, refused } = state
  if (!taken && !refused) return
  told.textContent = [taken && `${taken} filed.`, refused && `${refused} not taken: see above what to do.`].filter(Boolean).join(' ')
  state.taken = state.refused = 0
  if (taken) await renew()
}

// The list beneath, as it is now.
const renew = async () => {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
  if (!answer.ok) return
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('documents')
  document.getElementById('documents')?.replaceWith(fresh)
}
