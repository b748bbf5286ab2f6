// Sends one file, telling how far it is. Resolves with { status, said }; a dropped network is status 0.

import { csrf } from '../_csrf.js'

export const send = (address, fields, onProgress) => new Promise((resolve) => {
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.setRequestHeader('Accept', 'application/json')
  request.setRequestHeader('X-CSRFToken', csrf())
  request.upload.addEventListener('progress', (event) => event.lengthComputable && onProgress(event.loaded / event.total))
  request.addEventListener('loadend', () => resolve({ status: request.status, said: read(request) }))
  request.send(fields)
})

const read = (request) => {
  try {
    return JSON.parse(request.responseText)
  } catch {
    return { says: (request.getResponseHeader('Content-Type') || '').startsWith('text/plain') ? request.responseText : '' }
  }
}

// What to say when there is no answer about the file itself.
export const trouble = ({ status, said }) => {
  if (status === 0) return 'The network dropped, or the file is far too large. Nothing was kept of it: try it again.'
  if (status === 401 || status === 403) return 'You have been signed out. Sign in again in another tab, then try it again.'
  if (status === 413) return 'This file is far too large. Save it smaller, or in parts, and try again.'
  return said.says || 'Something went wrong on our side. Try it again in a few minutes.'
}

export const tooLarge = (file, most) => file.size > most &&
  `This file is larger than ${Math.floor(most / 1e6)} MB. Save it smaller: a scan in black and white or at 200 dots an inch, a film in parts.`
