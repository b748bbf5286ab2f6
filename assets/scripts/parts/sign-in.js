// Signing in goes on where it began, down to the field: the place within the page is known to the browser alone.
const form = document.querySelector('form[data-keeps-fragment]')
const place = window.location.hash
if (form && /^#[\w.:-]+$/.test(place)) {
  form.addEventListener('submit', () => {
    const next = form.elements.namedItem('next')
    if (next && !next.value.includes('#')) next.value += place
  })
}
