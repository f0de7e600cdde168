import type { Town } from '#kit/http/types.ts'
import { setAnswers } from './actions.ts'
import { answersOfMolentje, answersOfWaterlelie } from './content/demo-answers.ts'
import { tellProfile } from './profiles/actions.ts'
import { demo as spots } from './spots/demo.ts'
import { demo as tips } from './tips/demo.ts'

/** Which partner is asked about what, and what Spraakwijzer says of itself. */
export async function demo(town: Town) {
  await tell(town, 'De Waterlelie', 'Nadia Bouzid', answersOfWaterlelie)
  await tell(town, 'Het Molentje', 'Ilse Wagenaar', answersOfMolentje)
  await town.as(town.actors.get('Sanne ter Horst')!, (tx, me) =>
    tellProfile(
      tx,
      me,
      {
        can: 'Onderzoek en behandeling van spraak, taal, stem en slikken; screening van kleuters.',
        wants: 'Vroeg meekijken, zodat behandelen soms niet nodig is.',
        gives: 'Elk halfjaar een kort verhaal in de bouwvergadering over taal stimuleren in de klas.',
        asks: 'Een vaste, stille kamer en tien minuten per week met de taalcoördinator.',
      },
      new Date(),
    ),
  )
  await spots(town)
  await tips(town)
}

async function tell(town: Town, school: string, teller: string, answers: Readonly<Record<string, string[]>>) {
  for (const [partner, topics] of Object.entries(answers)) {
    const set = await town.as(town.actors.get(teller)!, (tx, me) =>
      setAnswers(tx, me, town.recall(`${school}: ${partner}`), topics),
    )
    if (!set.ok) throw new Error(`${partner} answers nothing: ${set.because}`)
  }
}
