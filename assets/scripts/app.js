// Everything a page can do beyond what it does without scripts. Everybody's own go into parts/*.js, which the build
// gathers: each is a module that sets itself up when imported, for pages that have what it needs.
import 'htmx.org'
import { Button, Checkboxes, ErrorSummary, Radios, SkipLink, createAll, isSupported } from 'govuk-frontend'
import './_growing-text.js'
import './_printing.js'
import 'all-parts'

document.body.classList.add('js-enabled')
if (isSupported()) {
  document.body.classList.add('govuk-frontend-supported')
  const components = [Button, Checkboxes, ErrorSummary, Radios, SkipLink]
  const start = (within) => components.forEach((component) => createAll(component, undefined, within))
  start(document)
  // Part of a page that arrives later gets the same; what is running already is left as it is.
  document.addEventListener('htmx:load', (event) => { if (event.target !== document.body) start(event.target) })
}
