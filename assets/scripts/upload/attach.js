// A question of a draft that takes files: each is sent at once, and its row joins the answer, which saves itself.

import { listen } from './drop.js'
import { lineFor } from './line.js'
import { send, tooLarge, trouble } from './send.js'

export const attach = (place) => {
  const question = place.closest('[data-question]')
  const rows = question.querySelector('[data-files]')
  const list = place.querySelector('[data-list]')
  const told = place.querySelector('[data-told]')

  const one = async (file) => {
    const line = lineFor(list, file.name)
    const large = tooLarge(file, Number(place.dataset.most))
    if (large) return line.refused(large)
    const answer = await send(place.dataset.attach, fieldsFor(question, rows, file), line.moved)
    const said = answer.status === 200 && answer.said.files?.[0]
    if (!said?.taken) return line.refused(said ? said.says : trouble(answer), said ? null : () => put([file]))
    line.gone()
    if (!held(rows, said.id)) join(rows, said.html)
    told.textContent = `${file.name} is attached.`
  }
  // One after the other, so that each row gets a number of its own.
  let last = Promise.resolve()
  const put = (files) => files.forEach((file) => { last = last.then(() => one(file)) })
  listen(place.querySelector('[data-drop]'), put)
}

const fieldsFor = (question, rows, file) => {
  const fields = new FormData()
  fields.append('key', question.dataset.question)
  fields.append('number', Math.max(-1, ...[...rows.querySelectorAll('[data-row]')].map((row) => Number(row.dataset.row))) + 1)
  fields.append('files', file)
  return fields
}

const held = (rows, id) => [...rows.querySelectorAll('input[type=hidden]')].some((input) => input.value === String(id))

const join = (rows, html) => {
  const row = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-row]')
  rows.append(row)
  const says = row.querySelector('input.govuk-input')
  says.dispatchEvent(new Event('input', { bubbles: true }))
}
