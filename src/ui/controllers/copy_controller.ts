import { Controller } from '@hotwired/stimulus'

/** Copies the text beside the button, and says so. */
export default class extends Controller<HTMLElement> {
  static override targets = ['text', 'button', 'label', 'said']
  static override values = { done: String }
  declare readonly textTarget: HTMLElement
  declare readonly buttonTarget: HTMLButtonElement
  declare readonly labelTarget: HTMLElement
  declare readonly saidTarget: HTMLElement
  declare readonly doneValue: string

  override connect() {
    this.buttonTarget.hidden = !navigator.clipboard
  }

  async copy() {
    await navigator.clipboard.writeText(this.textTarget.textContent ?? '')
    this.labelTarget.textContent = this.doneValue
    this.saidTarget.textContent = this.doneValue
  }
}
