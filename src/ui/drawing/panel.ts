import type { Sketch } from './sketch.ts'

export type PanelWords = { only: string; open: string; none: string }

/** What is told of the chosen point, in words and links: who is beside it and how, and the two ways on. */
export function showPanel(panel: HTMLElement, sketch: Sketch, point: number, words: PanelWords): void {
  panel.replaceChildren()
  if (point < 0) return
  const [id, name, kind] = sketch.points[point]!
  const heading = panel.appendChild(document.createElement('p'))
  heading.appendChild(document.createElement('strong')).textContent = name
  heading.append(` · ${sketch.kinds[kind]!.name}`)
  const told = neighboursOf(sketch, point)
  for (const [how, names] of told)
    panel.appendChild(document.createElement('p')).textContent = `${how}: ${names.join(', ')}`
  if (!told.size) panel.appendChild(document.createElement('p')).textContent = words.none
  const ways = panel.appendChild(document.createElement('p'))
  ways.append(linkTo(onlyAddress(id), words.only))
  const { open } = sketch.kinds[kind]!
  if (open) ways.append(' · ', linkTo(`${open}${id}`, words.open))
}

/** This page with the focus on one: the same wishes, by id. */
export function onlyAddress(id: string): string {
  const address = new URL(location.href)
  address.searchParams.delete('pagina')
  address.searchParams.set('bij', id)
  return `${address.pathname}${address.search}`
}

function linkTo(href: string, text: string) {
  const link = document.createElement('a')
  link.href = href
  link.textContent = text
  return link
}

/** Who stands beside, by how: “held by: Anna”. */
export function neighboursOf({ lines, styles, points }: Sketch, point: number): Map<string, string[]> {
  const told = new Map<string, string[]>()
  for (const [from, to, style] of lines) {
    if (from !== point && to !== point) continue
    const { ahead, back } = styles[style]!
    const [how, other] = from === point ? [ahead, to] : [back, from]
    told.set(how, [...(told.get(how) ?? []), points[other]![1]])
  }
  return told
}
