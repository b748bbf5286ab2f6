// Text areas marked data-autogrow are as high as what is written in them, so that nobody writes through a letterbox.
const fit = (area) => {
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}
const fitAll = () => document.querySelectorAll('textarea[data-autogrow]').forEach(fit)

// Browsers that can do it by themselves (field-sizing) are left to it: see assets/styles/_page.scss.
if (!CSS.supports('field-sizing', 'content')) {
  document.addEventListener('input', (event) => { if (event.target.matches('textarea[data-autogrow]')) fit(event.target) })
  document.addEventListener('htmx:load', fitAll)
  window.addEventListener('load', fitAll)
}
