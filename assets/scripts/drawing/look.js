// How a mark looks. The same numbers as story/drawing/palette.py and strokes.py: paper shows what was drawn here.
import { getStroke } from 'perfect-freehand'

export const TENTHS = 10
export const WIDTH = 1200
export const HEIGHT = 1000
export const STAMP = 120
const LETTER = 44
const LINE = 54
const SVG = 'http://www.w3.org/2000/svg'

const paintOf = (colour) => document.querySelector(`[data-colour="${colour}"]`).dataset.paint
const fillingOf = (colour) => document.querySelector(`[data-colour="${colour}"]`).dataset.filling
export const unitsOf = (width) => Number(document.querySelector(`[data-width="${width}"]`).dataset.units)

export const make = (name, attributes, ...inside) => {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...inside)
  return element
}

export const elementOf = (mark) => ({ line, stamp, words })[mark.kind](mark)

const line = (mark) => make('path', { d: along(mark.points, unitsOf(mark.width), mark.pen, true), fill: paintOf(mark.colour) })

const stamp = (mark) => make('g', {
  transform: `translate(${mark.x / TENTHS - STAMP / 2} ${mark.y / TENTHS - STAMP / 2}) scale(${STAMP / 100})`,
  color: fillingOf(mark.colour),
}, make('use', { href: `#stamp-${mark.stamp}` }))

const words = (mark) => {
  const lines = mark.words.split('\n')
  const top = mark.y / TENTHS - ((lines.length - 1) * LINE) / 2 + LETTER / 3
  return make('g', { class: 'house__words', fill: paintOf(mark.colour) }, ...lines.map((text, place) => (
    make('text', { x: mark.x / TENTHS, y: top + place * LINE, 'text-anchor': 'middle', 'font-size': LETTER }, text)
  )))
}

// The outline of a line from its points: x, y in tenths of a unit and pressure in thousandths, one after the other.
export const along = (points, size, pen, finished) => {
  const triples = []
  for (let n = 0; n < points.length; n += 3) triples.push([points[n] / TENTHS, points[n + 1] / TENTHS, points[n + 2] / 1000])
  const shape = getStroke(triples, {
    size, thinning: 0.55, smoothing: 0.5, streamline: 0.4, simulatePressure: !pen, last: finished,
  })
  if (shape.length < 4) return ''
  const steps = shape.map(([x, y], n) => {
    const [nextX, nextY] = shape[(n + 1) % shape.length]
    return `${x.toFixed(1)} ${y.toFixed(1)} ${((x + nextX) / 2).toFixed(1)} ${((y + nextY) / 2).toFixed(1)}`
  })
  return `M${shape[0][0].toFixed(1)} ${shape[0][1].toFixed(1)}Q${steps.join(' ')}Z`
}

// The broken lines of what somebody typed: as the server breaks them, so that nothing moves when the page is read again.
export const wrapped = (text) => {
  const lines = []
  // Counted in whole letters: a smiling face is two of JavaScript's, and half a face is nothing.
  for (const typed of [...text].slice(0, 240).join('').split(/\r?\n/)) {
    let rest = [...typed.trim().replace(/\s+/g, ' ')]
    while (rest.length > 24) {
      const space = rest.lastIndexOf(' ', 24)
      const end = space > 0 ? space : 24
      lines.push(rest.slice(0, end).join(''))
      rest = [...rest.slice(end).join('').trimStart()]
    }
    if (rest.length) lines.push(rest.join(''))
  }
  return lines.slice(0, 10).join('\n')
}
