// The page on which a child draws: see story/drawing/views.py for what the server keeps and how it answers.
import { Keeper } from './drawing/keeper.js'
import { listenToHands } from './drawing/hands.js'
import { listenToKeys } from './drawing/keys.js'
import { Sheet } from './drawing/sheet.js'
import { sayState } from './drawing/state.js'
import { Tools } from './drawing/tools.js'

const start = async (page) => {
  page.querySelectorAll('[data-unscripted]').forEach((part) => { part.remove() })
  const tools = new Tools(page)
  const sheets = new Map()
  for (const place of page.querySelectorAll('[data-sheet]')) sheets.set(place.dataset.sheet, new Sheet(place))
  const keeper = new Keeper(page, sheets, (what) => sayState(page, what))
  const tell = (words) => { page.querySelector('[data-told]').textContent = words }

  const show = (id) => {
    page.dataset.view = id || 'all'
    page.querySelector('[data-tools]').hidden = !id
    sheets.forEach((sheet, own) => sheet.open(own === id))
    page.querySelectorAll('.houses-tab').forEach((tab) => tab.setAttribute('aria-pressed', String(tab.dataset.go === id)))
    tools.onto(sheets.get(id))
  }
  page.addEventListener('click', (event) => {
    const go = event.target.closest('[data-go]')
    if (!go) return
    show(go.dataset.go)
    sheets.get(go.dataset.go)?.picture.focus({ preventScroll: true })
  })
  sheets.forEach((sheet) => {
    sheet.onChange = () => { keeper.changed(sheet); tools.steps() }
    listenToHands(sheet, tools, tell)
    listenToKeys(sheet, tools, tell)
  })
  tools.tell = tell
  // The browser's own way back leads from a house to all three, and not out of the page.
  history.pushState(null, '')
  addEventListener('popstate', () => { history.pushState(null, ''); show('') })
  await keeper.begin()
  page.querySelectorAll('[data-scripted]').forEach((part) => { part.hidden = false })
}

const page = document.querySelector('[data-drawing]')
if (page) start(page)
