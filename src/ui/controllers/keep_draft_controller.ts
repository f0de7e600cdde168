import { Controller } from '@hotwired/stimulus'

/** Keeps what you typed on this device until the form is sent. Without it, the form still works. */
export default class extends Controller<HTMLFormElement> {
  static override values = { key: String }
  declare readonly keyValue: string

  override connect() {
    const kept: Record<string, string> = JSON.parse(sessionStorage.getItem(this.place) ?? '{}')
    for (const field of this.fields) field.value ||= kept[field.name] ?? ''
  }

  keep() {
    const typed = Object.fromEntries(this.fields.map((field) => [field.name, field.value]))
    sessionStorage.setItem(this.place, JSON.stringify(typed))
  }

  // What was sent comes back filled in when it was not quite right, so the draft has done its work.
  forget() {
    sessionStorage.removeItem(this.place)
  }

  private get place() {
    return `draft:${this.keyValue}`
  }

  private get fields() {
    return [...this.element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type=text], textarea')]
  }
}
