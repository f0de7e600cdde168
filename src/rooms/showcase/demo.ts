import type { Town } from '#kit/http/types.ts'
import { openShowcase, showLine, writeIntro } from './actions.ts'
import { shownInTown } from './content/demo-showcase.ts'

/** De Waterlelie shows six partners; Het Molentje has chosen one and keeps its page off. */
export async function demo(town: Town) {
  for (const { by, school, intro, isOpen, lines } of shownInTown) {
    const who = town.actors.get(by)!
    const done = [await town.as(who, (tx, me) => writeIntro(tx, me, { intro }))]
    for (const { line, name, website, why } of lines) {
      const said = { name: name ?? line, website: website ?? null, why, today: town.today }
      const relationId = town.recall(`${school}: ${line}`)
      done.push(await town.as(who, (tx, me) => showLine(tx, me, relationId, said)))
    }
    if (isOpen) done.push(await town.as(who, (tx, me) => openShowcase(tx, me, new Date(`${town.today}T08:00:00Z`))))
    for (const one of done) if (!one.ok) throw new Error(`the page of ${school}: ${one.because}`)
  }
}
