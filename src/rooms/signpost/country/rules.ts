import type { Chance } from '#kit/chance/chance.ts'
import type { Thing } from '#kit/chance/country.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { topics } from '#rooms/trade/door.ts'

const ways = [
  'Bespreek het eerst in de bouw. Daarna kijkt de IB’er mee en bellen we samen.',
  'Ouders melden zelf aan; wij geven het dossier mee als zij dat willen.',
  'Loop even langs in de Spreekkamer, zonder naam. Daarna kiezen we samen een stap.',
]

/** “Zo doen wij het hier” for some eight topics. */
export const inventRoutes = (chance: Chance, staff: readonly Thing[], today: Day) =>
  chance.some(topics, chance.between(5, 11)).map(({ id: topic, first_role }) => ({
    topic,
    text: chance.pick(ways),
    ownerId: staff.find(({ as }) => as.includes(first_role))?.id ?? staff[0]?.id ?? null,
    source: 'Schoolgids',
    updatedOn: dayPlus(today, -chance.between(0, 500)),
  }))
