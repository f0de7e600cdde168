import { Controller } from '@hotwired/stimulus'

/**
 * Reads what stands in this element aloud, each piece in the language it is written in. Pressed again it stops.
 * The button stays hidden where the browser cannot speak.
 */
export default class extends Controller<HTMLElement> {
  static override targets = ['button', 'label']
  static override values = { stop: String }
  declare readonly buttonTarget: HTMLButtonElement
  declare readonly labelTarget: HTMLElement
  declare readonly stopValue: string
  private start = ''
  private waiting = 0

  override connect() {
    this.start = this.labelTarget.textContent ?? ''
    this.buttonTarget.hidden = !('speechSynthesis' in window)
  }

  override disconnect() {
    if (this.waiting) this.stop()
  }

  turn() {
    const wasSpeaking = this.waiting > 0
    speechSynthesis.cancel()
    if (wasSpeaking) return this.stop()
    const pieces = [...this.element.querySelectorAll<HTMLElement>('h1, h2, h3, p, li, dt, dd')].filter(
      (piece) =>
        !piece.querySelector('p, li, button') && !piece.closest('nav, .print-only') && piece.textContent?.trim(),
    )
    this.waiting = pieces.length
    this.show(this.stopValue)
    for (const piece of pieces) this.say(piece)
  }

  private say(piece: HTMLElement) {
    const words = new SpeechSynthesisUtterance(piece.textContent?.replace(/\s+/g, ' ').trim())
    words.lang = (piece.querySelector<HTMLElement>('[lang]') ?? piece.closest<HTMLElement>('[lang]'))?.lang ?? ''
    words.onend = () => {
      this.waiting -= 1
      if (this.waiting <= 0) this.stop()
    }
    // Another button was pressed, or the browser gave up.
    words.onerror = () => this.stop()
    speechSynthesis.speak(words)
  }

  private stop() {
    this.waiting = 0
    this.show(this.start)
  }

  private show(text: string) {
    this.labelTarget.textContent = text
    this.buttonTarget.setAttribute('aria-pressed', String(this.waiting > 0))
  }
}
