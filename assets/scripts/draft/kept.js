// What the server has not confirmed yet is kept on this device, per person, draft and question, and removed once it has.
// A device may refuse to keep anything (private windows, full disk): then saving still goes on, only without this net.

const PREFIX = 'alongside.unsaved'

const name = (draft, key) => [PREFIX, draft.writer, draft.id, key].join('|')

export const keep = (draft, key, answer) => {
  try { localStorage.setItem(name(draft, key), JSON.stringify(answer)) } catch { /* nothing kept on this device */ }
}

export const forget = (draft, key) => {
  try { localStorage.removeItem(name(draft, key)) } catch { /* nothing was kept */ }
}

export const keptOf = (draft, key) => {
  try { return JSON.parse(localStorage.getItem(name(draft, key))) } catch { return null }
}

// Where somebody was writing, so that after signing in again they are back in the same place.
export const markPlace = (draft, id, at) => {
  try { sessionStorage.setItem(`alongside.place|${draft.id}`, JSON.stringify({ id, at })) } catch { /* no place kept */ }
}

export const takePlace = (draft) => {
  try {
    const place = JSON.parse(sessionStorage.getItem(`alongside.place|${draft.id}`))
    sessionStorage.removeItem(`alongside.place|${draft.id}`)
    return place
  } catch { return null }
}
