import { Controller } from '@hotwired/stimulus'

/** One key brings you here: a field gets focus, a link or button is pressed. Can be switched off (see keys). */
export default class extends Controller<HTMLElement> {
  static override values = { key: String }
  declare readonly keyValue: string

  override connect() {
    document.addEventListener('keydown', this.pressed)
  }

  override disconnect() {
    document.removeEventListener('keydown', this.pressed)
  }

  pressed = (event: KeyboardEvent) => {
    if (event.key !== this.keyValue || isTyping(event) || isOff()) return
    event.preventDefault()
    if (this.element.matches('input, textarea')) this.element.focus()
    else this.element.click()
  }
}

const isTyping = (event: KeyboardEvent) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]') !== null)

const isOff = () => localStorage.getItem('keys') === 'off'
