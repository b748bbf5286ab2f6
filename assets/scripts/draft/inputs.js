// The inputs of one question: read as the server wants them, and filled in again.

const WHOLE = /^(asked|base|revision|before):/

export const inputsOf = (question) =>
  [...question.querySelectorAll('input, textarea, select')].filter((input) => input.name && input.type !== 'file' && !input.closest('[data-conflict]'))

// What is sent to be saved: the answer's own inputs, and that the question was asked.
export const answerOf = (question) => {
  const pairs = []
  for (const input of inputsOf(question)) {
    if (WHOLE.test(input.name) && !input.name.startsWith('asked:')) continue
    if ((input.type === 'checkbox' || input.type === 'radio') && !input.checked) continue
    pairs.push([input.name, input.value])
  }
  return pairs
}

// Puts a kept answer back. Rows that the page does not have yet are added by `addRow`.
export const fill = (question, pairs, addRow) => {
  const wanted = new Map()
  for (const [name, value] of pairs) wanted.set(name, [...(wanted.get(name) || []), value])
  for (const name of wanted.keys()) {
    let tries = 0
    while (!find(question, name) && tries++ < 30 && addRow(question));
  }
  for (const input of inputsOf(question)) {
    if (WHOLE.test(input.name)) continue
    const values = wanted.get(input.name) || []
    if (input.type === 'checkbox' || input.type === 'radio') input.checked = values.includes(input.value)
    else if (values.length) input.value = values[0]
    else if (input.type !== 'hidden') input.value = ''
  }
}

const find = (question, name) => inputsOf(question).some((input) => input.name === name)
