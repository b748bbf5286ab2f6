// A call with the front door: what is known follows what is written, and the keyboard goes from question to question.

const PAUSE = 1800 // the draft saves itself a moment before
const place = document.querySelector('[data-call-found]')
const form = document.querySelector('form[data-draft]')
const box = document.querySelector('[data-call-look] input')

const look = async () => {
  const address = new URL(place.dataset.callFound, location.href)
  if (box.value.trim()) address.searchParams.set('q', box.value.trim())
  try {
    const response = await fetch(address, { headers: { 'HX-Request': 'true' }, redirect: 'manual' })
    if (response.ok) put(await response.text())
  } catch { /* without a connection what stood there stays */ }
}

// Only when it says something else: nobody is read the same twice, and nobody's button goes away under their finger.
let shown = ''
const put = (html) => {
  const said = html.replace(/name="csrfmiddlewaretoken" value="[^"]*"/g, '')
  if (said === shown) return
  shown = said
  place.innerHTML = html
}

let timer
const soon = (wait) => { clearTimeout(timer); timer = setTimeout(look, wait) }

const FIELDS = 'input:not([type=hidden]), textarea, select'
const questions = () => [...form.querySelectorAll('[data-question]')].filter((one) => !one.hidden && one.querySelector(FIELDS))

const step = (by) => {
  const all = questions()
  const now = all.indexOf(document.activeElement?.closest('[data-question]'))
  const next = all[Math.min(Math.max(now + by, 0), all.length - 1)]
  next.querySelector(FIELDS).focus()
  next.scrollIntoView({ block: 'center' })
}

const KEYS = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: () => box.focus() }

if (place && form) {
  document.querySelector('[data-call-keys]').hidden = false
  form.addEventListener('input', () => soon(PAUSE))
  form.addEventListener('change', () => soon(PAUSE))
  document.querySelector('[data-call-look]').addEventListener('submit', (event) => { event.preventDefault(); soon(0) })
  document.addEventListener('keydown', (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || !(event.key in KEYS)) return
    event.preventDefault()
    KEYS[event.key]()
  })
  soon(0)
}
