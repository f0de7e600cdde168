import type { Town } from '#kit/http/types.ts'
import { writeRoute } from './actions.ts'

const ways = [
  {
    by: 'Marjolein van Veen',
    topic: 'dyslexie',
    text: 'Eerst twintig weken extra lezen volgens plan, met twee metingen. Daarna kijkt de IB’er met jou en de ouders of het dossier klaar is. Ouders melden zelf aan; wij geven het leesdossier mee.',
  },
  {
    by: 'Marjolein van Veen',
    topic: 'spraak_taal',
    text: 'Ouders melden hun kind zelf aan. Loop op maandag of woensdag gerust even langs de Spreekkamer om te overleggen, zonder naam.',
  },
  {
    by: 'Fenna Dijkstra',
    topic: 'cultuureducatie',
    text: 'Elke groep kiest in juni één bezoek en één reeks lessen uit het cultuurmenu. Extra wensen? Mail Fenna vóór de herfstvakantie.',
  },
  {
    by: 'Nadia Bouzid',
    topic: 'vervanging',
    text: 'Bel de directeur vóór 7.15 uur. Is er om 7.45 uur niemand, dan verdelen we de groep volgens de lijst in de koffiekamer.',
  },
  {
    by: 'Nadia Bouzid',
    topic: 'verzuim',
    text: 'Niet afgemeld om 8.45 uur? De administratie belt. Bij zestien uur ongeoorloofd in vier weken meldt de directeur.',
  },
]

/** “Zo doen wij het hier” for five topics at De Waterlelie. */
export async function demo(town: Town) {
  for (const { by, topic, text } of ways) {
    const source = 'Schoolgids 2026-2027'
    const written = await town.as(town.actors.get(by)!, (tx, me) =>
      writeRoute(tx, me, topic, { role: null, text, source, today: town.today }),
    )
    if (!written.ok) throw new Error(`${by} could not write about ${topic}: ${written.because}`)
  }
}
