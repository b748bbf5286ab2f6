// What can be moved: its place in the picture's own units, and putting it elsewhere.

export const NODE = '[data-node]'

export const placeOf = (node) => [Number(node.dataset.x), Number(node.dataset.y)]

export const put = (node, x, y) => {
  node.dataset.x = Math.round(x)
  node.dataset.y = Math.round(y)
  node.setAttribute('transform', `translate(${node.dataset.x} ${node.dataset.y})`)
}

export const nodeBy = (place, key) => place.querySelector(`[data-node="${CSS.escape(key)}"]`)

// Who listens hears who they are on; who tabs gets to each in turn. The server draws no such thing into a picture that
// cannot be worked on.
export const makeReachable = (place) => {
  const svg = place.querySelector('[data-drawing] svg')
  if (!svg) return
  svg.setAttribute('role', 'group')
  svg.setAttribute('aria-roledescription', 'genogram')
  svg.setAttribute('aria-describedby', 'genogram-short')
  for (const node of svg.querySelectorAll(NODE)) {
    node.setAttribute('tabindex', '0')
    node.setAttribute('role', 'button')
    // Named by the words that stand there, so that who speaks to their device can say what they see.
    if (!node.querySelector('text')) node.setAttribute('aria-label', node.dataset.says)
    node.setAttribute('aria-haspopup', 'dialog')
    const ring = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
    const box = node.getBBox()
    for (const [name, value] of Object.entries({ x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12, rx: 8, fill: 'none', stroke: '#0f4747', 'stroke-width': 3, class: 'genogram-focus' })) ring.setAttribute(name, value)
    node.append(ring)
  }
}
