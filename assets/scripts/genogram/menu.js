// What can be said of somebody or something on the picture: links to the same forms that the page has for all.
import { nodeBy } from './nodes.js'

export const menu = (place) => {
  const dialog = place.querySelector('[data-menu]')
  const list = dialog.querySelector('[data-menu-list]')
  const [tie, person, relation, around] = place.dataset.adds.split(' ')

  const link = (words, address) => {
    const item = document.createElement('li')
    const a = document.createElement('a')
    a.className = 'govuk-link'
    a.href = address
    a.textContent = words
    item.append(a)
    return item
  }

  const takeOff = (key) => {
    const item = document.createElement('li')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'app-link-button'
    button.textContent = 'ip'.includes(key[0]) ? 'Leave out of the picture' : 'Take off the picture'
    button.addEventListener('click', () => {
      const form = place.querySelector('[data-remove-form]')
      form.elements.key.value = key
      form.submit()
    })
    item.append(button)
    return item
  }

  return (node) => {
    const key = node.dataset.node
    const of = `?of=${encodeURIComponent(key)}`
    const someone = 'ph'.includes(key[0])
    dialog.querySelector('[data-menu-title]').textContent = node.dataset.says
    const items = []
    if (key[0] !== 'n') items.push(link('How do they get on with others?', tie + of))
    if (someone) {
      items.push(link('Culture and differences', place.dataset.about.replace('NODE', encodeURIComponent(key))))
      items.push(link('Draw a relative of theirs', person + of), link('Relate them to somebody', relation + of))
      items.push(link('Add a service or place for them', around + of))
    }
    list.replaceChildren(...items, takeOff(key))
    dialog.showModal()
    // Meanwhile the picture may have been drawn anew.
    dialog.addEventListener('close', () => nodeBy(place, key)?.focus({ preventScroll: true }), { once: true })
  }
}
