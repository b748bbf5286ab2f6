// Rows of a question that has several: another one is a copy of the last, emptied, with an id of its own.

// crypto.randomUUID is there only on secure addresses; a tablet on a school's network may not be on one.
const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6] & 0x0f) | 0x40
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const addRow = (question) => {
  const rows = question.querySelector('[data-rows]')
  const last = rows && rows.lastElementChild
  if (!last) return null
  const before = last.dataset.row
  const number = Math.max(...[...question.querySelectorAll('[data-row]')].map((row) => Number(row.dataset.row))) + 1
  const row = last.cloneNode(true)
  row.dataset.row = number
  for (const element of [row, ...row.querySelectorAll('*')]) renumber(element, before, number)
  for (const input of row.querySelectorAll('input, textarea, select')) empty(input)
  rows.append(row)
  return row
}

const renumber = (element, before, number) => {
  for (const attribute of ['id', 'for', 'name', 'aria-describedby', 'aria-labelledby']) {
    const value = element.getAttribute(attribute)
    if (value) element.setAttribute(attribute, value.replace(new RegExp(`([-:])${before}(?=[-:]|$)`), `$1${number}`))
  }
}

const empty = (input) => {
  if ('rowId' in input.dataset) input.value = newId()
  else if (input.type === 'checkbox' || input.type === 'radio') input.checked = false
  else if (input.tagName === 'SELECT') input.selectedIndex = 0
  else input.value = ''
}
