import { Controller } from '@hotwired/stimulus'
import * as Turbo from '@hotwired/turbo'

/** Looks again every few seconds and shows what is new in this part of the page; at the end the whole page comes anew. */
export default class extends Controller<HTMLElement> {
  static override values = { every: { type: Number, default: 2000 } }
  static override targets = ['link']
  declare readonly everyValue: number
  declare readonly linkTargets: HTMLElement[]
  timer: ReturnType<typeof setTimeout> | undefined

  override connect() {
    for (const link of this.linkTargets) link.hidden = true
    this.wait()
  }

  override disconnect() {
    clearTimeout(this.timer)
  }

  wait() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.look(), this.everyValue)
  }

  async look() {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
    if (!this.element.isConnected) return
    const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined
    const fresh = page?.getElementById(this.element.id)
    if (page && !fresh?.dataset['controller']) return Turbo.visit(location.href, { action: 'replace' })
    for (const part of this.element.querySelectorAll<HTMLElement>('[data-again-part]')) {
      const other = fresh?.querySelector<HTMLElement>(`[data-again-part="${part.dataset['againPart']}"]`)
      if (other && part instanceof HTMLProgressElement) part.value = Number(other.getAttribute('value'))
      else if (other && part.textContent !== other.textContent) part.textContent = other.textContent
    }
    this.wait()
  }
}
