import type { Town } from '#kit/http/types.ts'
import { demoProfiles } from '../content/demo-profile.ts'
import { addCompetence, addUnit, contribute } from './actions.ts'
import { competencesOf, unitsOf } from './queries.ts'

/** Both schools drew up a grid. It has gaps, and one place where two partners do the same. */
export async function demo(town: Town) {
  for (const { by, school, units, competences, given } of demoProfiles)
    await town.as(town.actors.get(by)!, async (tx, me) => {
      for (const name of units) must(await addUnit(tx, me, name), name)
      for (const name of competences) must(await addCompetence(tx, me, name), name)
      const idOf = (list: readonly { id: string; name: string }[], name: string) =>
        list.find((one) => one.name === name)?.id ?? ''
      const [here, there] = [await unitsOf(tx, me.organisationId), await competencesOf(tx, me.organisationId)]
      for (const [unit, competence, line, what] of given) {
        const at = { unitId: idOf(here, unit), competenceId: idOf(there, competence) }
        const said = { relationId: town.recall(`${school}: ${line}`), what, today: town.today }
        must(await contribute(tx, me, at, said), line)
      }
    })
}

function must(done: { ok: true } | { ok: false; because: string }, what: string) {
  if (!done.ok) throw new Error(`${what}: ${done.because}`)
}
