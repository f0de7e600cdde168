import type { Town } from '#kit/http/types.ts'
import { writePack } from './actions.ts'

/** How De Waterlelie works, for whoever comes new. */
export async function demo(town: Town) {
  const head = town.actors.get('Nadia Bouzid')!
  const said = {
    vision: 'Elk kind doet mee, ook op een moeilijke dag. We vragen eerst wat er wel lukt.',
    methods: 'Alle groepen werken met dagtaken. Rekenen en taal zijn ’s ochtends, projecten ’s middags.',
    rules:
      'Meld je bij de administratie.\nIn de klas gaat de telefoon uit.\nFoto’s maken doen we alleen met toestemming.',
    whom: 'Een ruimte nodig? De conciërge. Vragen over ondersteuning? De intern begeleider.',
  }
  await town.as(head, (tx, me) => writePack(tx, me, said, town.today))
}
