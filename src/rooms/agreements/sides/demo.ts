import type { Town } from '#kit/http/types.ts'
import { sitDown, sitOpposite } from './actions.ts'
import type { Answers } from './forms.ts'

const school: Answers = {
  does: 'Lesgeven aan alle kinderen, in de groep. Wij kennen de klas en de dag.',
  never: 'Wij stellen geen diagnose en behandelen niet.',
  judged: 'Op het onderwijs aan de hele groep.',
  needs: 'Een advies dat in de klas past, in gewone taal.',
  wants: 'Dat elk kind durft te praten in de kring.',
  gains: 'Leerkrachten die eerder zien wat er speelt.',
  hears: 'Dezelfde week',
  deputises: 'Marjolein van Veen',
  drops: 'Het tweede aanmeldformulier',
}
const partner: Answers = {
  does: 'Onderzoeken en behandelen van spraak en taal, en meekijken in de groep.',
  never: 'Wij nemen geen besluit over de groep waarin een kind zit.',
  judged: 'Op behandelduur en op wat de verwijzer ervan vindt.',
  needs: 'Een vaste, stille kamer en een rooster dat klopt.',
  wants: 'Vroeg meekijken, zodat behandelen soms niet nodig is.',
  gains: 'Wij zien kinderen waar ze echt praten: op school.',
  hears: 'Binnen twee weken',
  deputises: 'De collega die op dinsdag in huis is',
  drops: 'Het tweede aanmeldformulier',
}

/** De Waterlelie and Spraakwijzer sat at one table. On how fast one hears something they differ. */
export async function demo(town: Town) {
  const relationId = town.recall('De Waterlelie: Logopedie Spraakwijzer')
  const [nadia, sanne] = [town.actors.get('Nadia Bouzid')!, town.actors.get('Sanne ter Horst')!]
  const sat = await town.as(nadia, (tx, me) => sitDown(tx, me, relationId, school, town.today))
  const opposite = await town.as(sanne, (tx, me) => sitOpposite(tx, me, relationId, partner, town.today))
  if (!sat.ok || !opposite.ok) throw new Error('they did not sit down')
}
