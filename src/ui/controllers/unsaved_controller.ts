import { Controller } from '@hotwired/stimulus'

/** Asks before you leave with words unsent. */
export default class extends Controller<HTMLFormElement> {
  static override values = { question: String }
  declare readonly questionValue: string
  private isUnsent = false

  // Words that came back because something was not right yet are still unsent.
  override connect() {
    this.isUnsent = this.element.querySelector('[aria-invalid]') !== null
  }

  typed() {
    this.isUnsent = true
  }

  sent() {
    this.isUnsent = false
  }

  ask(event: Event) {
    if (!this.isUnsent) return
    // A closing window shows the browser's own words; a visit within the house shows ours.
    if (event.type === 'beforeunload' || !window.confirm(this.questionValue)) event.preventDefault()
  }
}
