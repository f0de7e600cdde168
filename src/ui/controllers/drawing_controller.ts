import { Controller } from '@hotwired/stimulus'
import type { open } from '../drawing/stage.ts'

/** Shows a drawing of what the page says already. What draws comes only when somebody comes near. */
export default class extends Controller<HTMLElement> {
  static override values = { script: String, worker: String, source: String, words: Object }
  static override targets = ['status', 'stage']
  declare readonly scriptValue: string
  declare readonly workerValue: string
  declare readonly sourceValue: string
  declare readonly wordsValue: Parameters<typeof open>[1]['words'] & { wait: string; failed: string }
  declare readonly statusTarget: HTMLElement
  declare readonly stageTarget: HTMLElement
  private watcher: IntersectionObserver | undefined
  private close: (() => void) | undefined

  override connect() {
    this.statusTarget.textContent = this.wordsValue.wait
    this.watcher = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return
        this.watcher?.disconnect()
        void this.begin()
      },
      { rootMargin: '400px' },
    )
    this.watcher.observe(this.element)
  }

  override disconnect() {
    this.watcher?.disconnect()
    this.close?.()
    this.close = undefined
  }

  private async begin() {
    try {
      const stage = (await import(this.scriptValue)) as { open: typeof open }
      this.stageTarget.hidden = false
      this.close = await stage.open(this.element, {
        source: this.sourceValue,
        worker: this.workerValue,
        words: this.wordsValue,
      })
      this.statusTarget.hidden = true
      if (!this.element.isConnected) this.disconnect()
    } catch {
      this.stageTarget.hidden = true
      this.statusTarget.textContent = this.wordsValue.failed
    }
  }
}
