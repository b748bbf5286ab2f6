// Everything a page can do beyond what it does without scripts. Everybody's own go into parts/*.js, which the build
// gathers: each is a module that sets itself up when imported, for pages that have what it needs.
import 'htmx.org'
import { Button, ErrorSummary, SkipLink, createAll } from 'govuk-frontend'
import './_growing-text.js'
import './_printing.js'
import 'all-parts'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  // GOV.UK Frontend looks for this class before it does anything.
  document.body.classList.add('govuk-frontend-supported')
  // Radios and checkboxes reveal their further questions by style sheet alone: see assets/styles/_page.scss.
  const components = [Button, ErrorSummary, SkipLink]
  const start = (within) => components.forEach((component) => createAll(component, undefined, within))
  start(document)
  // Part of a page that arrives later gets the same; what is running already is left as it is.
  document.addEventListener('htmx:load', (event) => { if (event.target !== document.body) start(event.target) })
}
