import { Controller } from '@hotwired/stimulus'

/** Narrows rows to those that contain what you type, whatever the accents. */
export default class extends Controller<HTMLElement> {
  static override targets = ['box', 'query', 'row', 'none']
  declare readonly boxTarget: HTMLElement
  declare readonly queryTarget: HTMLInputElement
  declare readonly rowTargets: HTMLElement[]
  declare readonly noneTarget: HTMLElement

  override connect() {
    this.boxTarget.hidden = false
    this.narrow()
  }

  narrow() {
    const words = plain(this.queryTarget.value).split(/\s+/)
    for (const row of this.rowTargets) {
      const text = plain(row.textContent)
      row.hidden = !words.every((word) => text.includes(word))
    }
    this.noneTarget.hidden = this.rowTargets.some((row) => !row.hidden)
  }
}

const plain = (text: string | null) => (text ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
