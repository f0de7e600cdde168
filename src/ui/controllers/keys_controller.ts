import { Controller } from '@hotwired/stimulus'

/** The switch for one-key shortcuts, which get in the way of people who speak to their computer. */
export default class extends Controller<HTMLElement> {
  static override values = { on: String, off: String }
  declare readonly onValue: string
  declare readonly offValue: string

  override connect() {
    this.element.hidden = false
    this.show()
  }

  turn() {
    if (this.isOff) localStorage.removeItem('keys')
    else localStorage.setItem('keys', 'off')
    this.show()
  }

  private show() {
    this.element.textContent = this.isOff ? this.onValue : this.offValue
  }

  private get isOff() {
    return localStorage.getItem('keys') === 'off'
  }
}
