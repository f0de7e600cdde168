import { Controller } from '@hotwired/stimulus'

/** For a screen that nobody touches: fetches the page again every so many seconds, and shows this part of it anew. */
export default class extends Controller<HTMLElement> {
  static override values = { every: { type: Number, default: 300 } }
  declare readonly everyValue: number
  timer: ReturnType<typeof setInterval> | undefined

  override connect() {
    this.timer = setInterval(() => void this.look(), this.everyValue * 1000)
  }

  override disconnect() {
    clearInterval(this.timer)
  }

  async look() {
    // Not reached, or closed meanwhile: what hangs there stays until it is reached again.
    const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => undefined)
    if (answer?.status === 404) return this.element.replaceChildren()
    if (!answer?.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const fresh = page.getElementById(this.element.id)
    if (fresh && fresh.innerHTML !== this.element.innerHTML) this.element.replaceChildren(...fresh.childNodes)
  }
}
