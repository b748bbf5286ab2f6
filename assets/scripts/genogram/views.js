// Larger, smaller, the whole, and the whole screen.

// Beyond this a small family's picture only grows coarse; below the other nobody can read it at once.
const LARGEST = 1.25
const READABLE = 900
const SHARE_OF_WINDOW = 0.78 // as in the styles

// How wide a picture may be so that all of it is seen in its place.
const widest = (svg, scroll) => {
  const { width, height } = svg.viewBox.baseVal
  const room = document.fullscreenElement ? scroll.clientHeight : window.innerHeight * SHARE_OF_WINDOW
  return Math.min(scroll.clientWidth, (room * width) / height, width * LARGEST)
}

export const views = (place) => {
  place.querySelector('[data-views]').hidden = false
  const svg = () => place.querySelector('[data-drawing] svg')
  let wide = 0

  const show = () => {
    svg().style.minWidth = '0'
    svg().style.width = `${wide}px`
    svg().style.height = 'auto'
  }
  place.addEventListener('click', (event) => {
    const button = event.target.closest('[data-zoom]')
    if (!button) return
    const now = svg().getBoundingClientRect().width
    wide = { '+': now * 1.25, '-': now / 1.25, 0: widest(svg(), scroll) }[button.dataset.zoom]
    show()
  })
  const scroll = place.querySelector('[data-scroll]')
  if (window.matchMedia('(min-width: 40.0625em)').matches) {
    wide = Math.max(widest(svg(), scroll), Math.min(READABLE, svg().viewBox.baseVal.width))
    show()
  }
  // On a narrow screen the picture is larger than its place: begin with whom it is about.
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
