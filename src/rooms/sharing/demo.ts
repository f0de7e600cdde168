import type { Town } from '#kit/http/types.ts'
import { offerPartner, offerPlaybook, offerText, take } from './actions.ts'

const everyone = { note: null, faces: [], agreed: false, audience: 'board' as const, km: 5, schools: [] }

/** What the two schools of one board offer each other, and one thing that was taken over. */
export async function demo(town: Town) {
  const [nadia, ilse] = [town.actors.get('Nadia Bouzid')!, town.actors.get('Ilse Wagenaar')!]
  const { today } = town
  const made = [
    await town.as(ilse, (tx, me) =>
      offerPartner(tx, me, town.recall('Het Molentje: Molenaar Van Dam'), {
        ...{ ...everyone, note: 'Een ochtend in de molen, voor elke groep anders.', today },
      }),
    ),
    await town.as(nadia, (tx, me) =>
      offerPartner(tx, me, town.recall('De Waterlelie: Natuurcentrum De Wilgenhof'), {
        ...{ ...everyone, note: 'De leskisten kun je ook los lenen.', today },
      }),
    ),
    await town.as(ilse, (tx, me) =>
      offerPlaybook(tx, me, town.recall('Het Molentje: draaiboek openday'), {
        ...{ ...everyone, note: 'Werkt ook met een klein team.', today, language: 'nl' },
      }),
    ),
    await town.as(nadia, (tx, me) => offerText(tx, me, 'verzuim', { ...everyone, today })),
    await town.as(nadia, (tx, me) =>
      offerText(tx, me, 'dyslexie', { ...everyone, audience: 'chosen', schools: [town.recall('Het Molentje')], today }),
    ),
  ]
  const refused = made.find((one) => !one.ok)
  const text = made.at(-1)
  if (refused || !text?.ok) throw new Error(`nothing was offered: ${JSON.stringify(refused)}`)
  const sourceOf = (giver: string) => `Overgenomen van ${giver}, ${today}`
  const taken = await town.as(ilse, (tx, me) => take(tx, me, text.id, { sourceOf, today }))
  if (!taken.ok) throw new Error(`nothing was taken over: ${taken.because}`)
}
