import { Application } from '@hotwired/stimulus'
import * as Turbo from '@hotwired/turbo'
import Again from './controllers/again_controller.ts'
import Copy from './controllers/copy_controller.ts'
import Drag from './controllers/drag_controller.ts'
import Drawing from './controllers/drawing_controller.ts'
import Filter from './controllers/filter_controller.ts'
import Fold from './controllers/fold_controller.ts'
import KeepDraft from './controllers/keep_draft_controller.ts'
import Keys from './controllers/keys_controller.ts'
import Passkey from './controllers/passkey_controller.ts'
import Print from './controllers/print_controller.ts'
import Shortcut from './controllers/shortcut_controller.ts'
import Unsaved from './controllers/unsaved_controller.ts'

// All that runs in the reader's browser. Every page is finished without it.
// Turbo fetches a page when you hover its link, and signs its own styles with the nonce in <meta name="csp-nonce">.
Turbo.config.drive.progressBarDelay = 300
// Forms are plain posts: whatever is answered, a page as well as a way on, is shown as it is and kept by no cache.
Turbo.config.forms.mode = 'optin'

const application = Application.start()
application.register('again', Again)
application.register('copy', Copy)
application.register('drag', Drag)
application.register('drawing', Drawing)
application.register('filter', Filter)
application.register('fold', Fold)
application.register('keep-draft', KeepDraft)
application.register('keys', Keys)
application.register('passkey', Passkey)
application.register('print', Print)
application.register('shortcut', Shortcut)
application.register('unsaved', Unsaved)

// A link within the page stays there. Turbo would fetch the page anew, and with it throw away an answer to a question
// or a form that was filled in, for both came by POST.
document.addEventListener('turbo:click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (link?.getAttribute('href')?.startsWith('#')) event.preventDefault()
})

// A new page without a full load says nothing to who listens: put them at its heading.
let isFirst = true
document.addEventListener('turbo:load', () => {
  const nowhere = document.activeElement === document.body || document.activeElement === null
  if (!isFirst && nowhere && !location.hash) {
    const heading = document.querySelector<HTMLElement>('h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
  }
  isFirst = false
})
