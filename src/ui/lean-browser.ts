import { Application } from '@hotwired/stimulus'
import Aloud from './controllers/aloud_controller.ts'
import Anew from './controllers/anew_controller.ts'
import Print from './controllers/print_controller.ts'

// All that runs on a page that stands by itself. Without it the page is whole.
const application = Application.start()
application.register('aloud', Aloud)
application.register('anew', Anew)
application.register('print', Print)
