import { Controller } from '@hotwired/stimulus'

/** Prints the page. */
export default class extends Controller<HTMLElement> {
  override connect() {
    this.element.hidden = false
  }

  now() {
    window.print()
  }
}
