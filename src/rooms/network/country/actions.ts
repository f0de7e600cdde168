import type { Stretch } from '#kit/chance/country.ts'
import { insertMany } from '#kit/db/many.ts'
import { answers, profiles } from '../tables.ts'
import { inventAnswers, inventProfiles } from './rules.ts'

/** Which partner is asked about what, and what partners say of themselves. */
export async function fill({ tx, plots, around }: Stretch): Promise<number> {
  const answered = plots.flatMap(({ id: schoolId, chance, recall }) =>
    inventAnswers(chance('answers'), recall('lines')).map((one) => ({ schoolId, ...one })),
  )
  const said = inventProfiles(around.chance('profiles'), around.recall('partners'))
  return (await insertMany(tx, answers, answered)) + (await insertMany(tx, profiles, said, { unlessThere: true }))
}
