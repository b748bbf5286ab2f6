// Makes one piece of a page like another without taking from anybody's hands what they are typing in.

const held = (element) => {
  const form = element.closest('form')
  return element === document.activeElement || Boolean(form && form.dataset.unsent)
}

export const morph = (before, after) => {
  attributes(before, after)
  if (before.matches('input, textarea, select')) return value(before, after)
  const wanted = [...after.childNodes]
  const ids = new Set(wanted.map((one) => one.id).filter(Boolean))
  const known = new Map([...before.children].filter((one) => ids.has(one.id)).map((one) => [one.id, one]))
  let place = before.firstChild
  for (const node of wanted) {
    const same = node.nodeType === 1 && node.id ? known.get(node.id) : like(place, node, known)
    if (!same) {
      before.insertBefore(node, place)
      continue
    }
    while (place && place !== same && !known.has(place.id)) place = removed(place)
    if (place !== same) bring(same, place)
    place = same.nextSibling
    if (same.nodeType === 1) morph(same, node)
    else if (same.nodeValue !== node.nodeValue) same.nodeValue = node.nodeValue
  }
  while (place) place = removed(place)
}

const removed = (gone) => {
  const next = gone.nextSibling
  gone.remove()
  return next
}

// Who types in a part that moves would lose their place in it: then the others move around it.
const bring = (same, place) => {
  if (!same.contains(document.activeElement)) return place.before(same)
  while (place !== same) {
    const next = place.nextSibling
    same.after(place)
    place = next
  }
}

// What has an id is known by it; what has none is known by standing in the same place.
const like = (place, node, known) => {
  if (!place || place.nodeType !== node.nodeType) return null
  if (place.nodeType !== 1) return place
  if (place.id || place.tagName !== node.tagName || known.has(node.id)) return null
  return place.className.split(' ')[0] === node.className.split(' ')[0] ? place : null
}

const attributes = (before, after) => {
  for (const { name, value: theirs } of [...after.attributes]) {
    if (name !== 'open' && before.getAttribute(name) !== theirs && !(name === 'value' && held(before))) before.setAttribute(name, theirs)
  }
  for (const { name } of [...before.attributes]) {
    if (!after.hasAttribute(name) && !['open', 'data-unsent', 'style', 'checked', 'disabled'].includes(name)) before.removeAttribute(name)
  }
}

const value = (before, after) => {
  if (held(before) || before.type === 'hidden') return
  if (before.tagName === 'TEXTAREA') {
    before.defaultValue = after.textContent
    if (before.value !== after.textContent) before.value = after.textContent
  } else if (before.tagName === 'SELECT') {
    morphOptions(before, after)
  } else if (before.type === 'radio' || before.type === 'checkbox') {
    before.checked = after.hasAttribute('checked')
  } else {
    before.value = after.getAttribute('value') || ''
  }
}

const morphOptions = (before, after) => {
  const same = before.options.length === after.options.length && [...before.options].every((one, n) => one.value === after.options[n].value)
  if (!same) {
    const chosen = before.value
    before.replaceChildren(...after.childNodes)
    if ([...before.options].some((one) => one.value === chosen)) before.value = chosen
  }
}
