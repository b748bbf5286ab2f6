// Says when the line is down and what waits, and nothing while all is well.

export const sayLine = (room, state, outbox) => {
  const place = room.querySelector('[data-line]')
  if (!place) return
  const waiting = outbox.waiting.length
  const said = {
    down: waiting ? `The line is down. What you have said is kept on this device and is sent by itself: ${waiting} waiting.` : 'The line is down. This page goes on by itself when it is back.',
    ended: 'You are not signed in here any more. What you have said is kept on this device: sign in, and open this page again.',
    heard: '',
  }[state]
  if (place.textContent !== said) place.textContent = said
  place.hidden = !said
}
