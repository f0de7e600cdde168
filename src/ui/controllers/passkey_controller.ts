import { Controller } from '@hotwired/stimulus'

/** Lets the device sign with a passkey, by the browser's own JSON functions, and sends what it signed with the form. */
export default class extends Controller<HTMLFormElement> {
  static override targets = ['answer', 'button', 'without', 'failed']
  static override values = { task: String, kind: String }
  declare readonly answerTarget: HTMLInputElement
  declare readonly buttonTarget: HTMLButtonElement
  declare readonly withoutTarget: HTMLElement
  declare readonly failedTarget: HTMLElement
  declare readonly taskValue: string
  declare readonly kindValue: 'make' | 'use'

  override connect() {
    const can = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential
    this.buttonTarget.hidden = !can
    this.withoutTarget.hidden = can
  }

  async ask(event: Event) {
    event.preventDefault()
    this.failedTarget.hidden = true
    const asked = await fetch(this.taskValue, { method: 'POST', body: new URLSearchParams() })
    if (!asked.ok || !asked.headers.get('content-type')?.includes('json')) return location.reload()
    try {
      this.answerTarget.value = JSON.stringify(await this.signed(await asked.json()))
      this.element.submit()
    } catch {
      // Stopped by whoever was asked, or no such passkey here: the page has other ways.
      this.failedTarget.hidden = false
    }
  }

  private signed(task: PublicKeyCredentialRequestOptionsJSON & PublicKeyCredentialCreationOptionsJSON) {
    return this.kindValue === 'make'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(task) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(task) })
  }
}
