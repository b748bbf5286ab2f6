// Handing in files, for the pages that take them. Everything here only adds to forms that work whole without it.
import { attach } from './upload/attach.js'
import { handIn } from './upload/hand-in.js'

document.querySelectorAll('form[data-hand-in]').forEach(handIn)
document.querySelectorAll('[data-attach]').forEach(attach)
