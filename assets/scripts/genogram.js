// Works on a family's genogram: moving by pointer and by keys, a menu for each, zoom, full screen. The page holds forms
// for everything but moving, so that nothing else depends on this.
import { keyboard } from './genogram/keyboard.js'
import { menu } from './genogram/menu.js'
import { pointer } from './genogram/pointer.js'
import { Saving } from './genogram/saving.js'
import { views } from './genogram/views.js'

const start = (place) => {
  views(place)
  if (!place.querySelector('[data-scene]')) return
  const saving = new Saving(place)
  const openMenu = menu(place)
  pointer(place, saving)
  keyboard(place, saving, openMenu)
  saving.takeUp()
}

const place = document.querySelector('[data-genogram]')
if (place) start(place)
