// Larger, smaller, the whole, and the whole screen.

export const views = (place) => {
  place.querySelector('[data-views]').hidden = false
  const svg = () => place.querySelector('[data-drawing] svg')
  let wide = 0

  const show = () => {
    svg().style.minWidth = '0'
    svg().style.width = wide ? `${wide}px` : '100%'
    svg().style.height = 'auto'
  }
  place.addEventListener('click', (event) => {
    const button = event.target.closest('[data-zoom]')
    if (!button) return
    const now = svg().getBoundingClientRect().width
    wide = { '+': now * 1.25, '-': now / 1.25, 0: 0 }[button.dataset.zoom]
    show()
  })
  // On a narrow screen the picture is larger than its place: begin with whom it is about.
  const scroll = place.querySelector('[data-scroll]')
  const index = place.querySelector('[data-index]')
  if (index && scroll.scrollWidth > scroll.clientWidth) {
    const [at, box] = [index.getBoundingClientRect(), scroll.getBoundingClientRect()]
    scroll.scrollLeft += at.left + at.width / 2 - box.left - box.width / 2
    scroll.scrollTop += at.top + at.height / 2 - box.top - box.height / 2
  }
  const full = place.querySelector('[data-full]')
  full.hidden = !document.fullscreenEnabled
  full.addEventListener('click', () => (document.fullscreenElement ? document.exitFullscreen() : place.requestFullscreen()))
  document.addEventListener('fullscreenchange', () => { full.textContent = document.fullscreenElement ? 'Leave full screen' : 'Full screen' })
}
