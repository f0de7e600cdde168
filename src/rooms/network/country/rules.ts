import type { Chance } from '#kit/chance/chance.ts'
import type { Thing } from '#kit/chance/country.ts'
import { topics } from '#rooms/trade/door.ts'

/** Which questions the partners of one school answer: the usual ones for their kind, in an order the school chose. */
export const inventAnswers = (chance: Chance, lines: readonly Thing[]) =>
  topics
    .filter(() => chance.falls(70))
    .flatMap(({ id: topic, partners }) =>
      chance
        .some(
          lines.filter(({ as }) => partners.includes(as[0] ?? '')),
          3,
        )
        .map(({ id: relationId }, rank) => ({ topic, relationId, rank })),
    )

/** Two in three partners that speak for themselves have said what they can. */
export const inventProfiles = (chance: Chance, partners: readonly Thing[]) =>
  partners
    .filter(() => chance.falls(67))
    .map(({ id: organisationId }) => ({
      organisationId,
      can: 'Meedenken over een vraag, een gesprek op school, een kort traject met een groep.',
      wants: 'Vroeg meekijken, zodat later minder nodig is.',
      gives: chance.falls(50) ? 'Twee keer per jaar een half uur in de teamvergadering.' : null,
      asks: 'Een vaste, stille kamer en een vaste contactpersoon.',
    }))
