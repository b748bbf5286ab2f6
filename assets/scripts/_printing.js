// What is folded away belongs to the record: opened for the printer, and folded again after.
let opened = []

window.addEventListener('beforeprint', () => {
  opened = [...document.querySelectorAll('details:not([open])')]
  opened.forEach((details) => { details.open = true })
})
window.addEventListener('afterprint', () => {
  opened.forEach((details) => { details.open = false })
})
