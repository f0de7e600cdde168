import { Controller } from '@hotwired/stimulus'

/** A folded menu closes again on Escape and when you go elsewhere. */
export default class extends Controller<HTMLDetailsElement> {
  override connect() {
    document.addEventListener('click', this.elsewhere)
    document.addEventListener('focusin', this.elsewhere)
    this.element.addEventListener('keydown', this.escaped)
  }

  override disconnect() {
    document.removeEventListener('click', this.elsewhere)
    document.removeEventListener('focusin', this.elsewhere)
    this.element.removeEventListener('keydown', this.escaped)
    this.element.open = false
  }

  elsewhere = (event: Event) => {
    if (event.target instanceof Node && !this.element.contains(event.target)) this.element.open = false
  }

  escaped = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    this.element.open = false
    this.element.querySelector('summary')?.focus()
  }
}
