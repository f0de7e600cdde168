import { Controller } from '@hotwired/stimulus'

/** Drags a card to a time, or onto another card, and sends a form that says so. Whoever does not drag has that form too. */
export default class extends Controller<HTMLElement> {
  static override targets = ['card', 'drop', 'form']
  declare readonly cardTargets: HTMLElement[]
  declare readonly dropTargets: HTMLElement[]
  declare readonly formTarget: HTMLFormElement
  dragged: HTMLElement | undefined

  start(event: DragEvent) {
    this.dragged = event.currentTarget as HTMLElement
    event.dataTransfer?.setData('text/plain', this.dragged.dataset['id'] ?? '')
    // A browser stops dragging when the page moves under it at once.
    setTimeout(() => this.show(true), 0)
  }

  end() {
    this.show(false)
    this.dragged = undefined
  }

  over(event: DragEvent) {
    const place = event.currentTarget as HTMLElement
    if (!this.dragged || place === this.dragged) return
    event.preventDefault()
    place.classList.add('days-over')
  }

  leave(event: DragEvent) {
    const place = event.currentTarget as HTMLElement
    place.classList.remove('days-over')
  }

  drop(event: DragEvent) {
    event.preventDefault()
    const place = event.currentTarget as HTMLElement
    const card = this.dragged
    if (!card || place === card) return
    const { day, from, id } = place.dataset
    this.formTarget.action = (id ? card.dataset['swap'] : card.dataset['move']) ?? ''
    this.say('weekday', day ?? '')
    this.say('from', from ?? '')
    this.say('other', id ?? '')
    this.formTarget.requestSubmit()
  }

  say(name: string, value: string) {
    const field = this.formTarget.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }

  show(dragging: boolean) {
    for (const drop of this.dropTargets) drop.hidden = !dragging
  }
}
