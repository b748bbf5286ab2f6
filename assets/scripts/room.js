// A face of a live room: hears what is new each second, and sends what is typed and pressed, exactly once.
import { Hearing } from './room/hearing.js'
import { listenToForms } from './room/forms.js'
import { Outbox } from './room/outbox.js'
import { sayLine } from './room/line.js'

const room = document.querySelector('[data-room]')
if (room) {
  const outbox = new Outbox(room)
  const hearing = new Hearing(room, (state) => sayLine(room, state, outbox))
  outbox.onAnswer = (news) => hearing.take(news)
  outbox.onState = (state) => sayLine(room, state, outbox)
  hearing.onBack = () => outbox.send()
  listenToForms(room, outbox)
  hearing.start()
  outbox.send()
}
