import type { Deed } from '../actions.ts'

/** What happened next: by somebody with an account, by the partner's link when nobody is named, or sent on to another. */
type Step = { daysAgo: number } & ({ by?: string; does: Deed } | { onTo: string })
export type DemoRequest = {
  school: 'De Waterlelie' | 'Het Molentje'
  by: string
  to?: string
  colleague?: string
  level: 'group' | 'organisation'
  what: string
  forWhom: string
  daysAgo: number
  wishIn: number
  next: Step[]
}

export const demoRequests: readonly DemoRequest[] = [
  {
    ...{ school: 'De Waterlelie', by: 'Joost Hendriks', to: 'Logopedie Spraakwijzer', level: 'group' },
    what: 'Kun je ons laten zien hoe we in de kring meer kinderen aan het praten krijgen?',
    ...{ forWhom: 'de kleuters', daysAgo: 12, wishIn: 9 },
    next: [
      { daysAgo: 10, by: 'Sanne ter Horst', does: { kind: 'accepted' } },
      {
        daysAgo: 3,
        by: 'Sanne ter Horst',
        does: {
          kind: 'answered',
          text: 'Dat kan. Op woensdag om half elf in de kring, een half uur. Ik neem de praatplaten mee.',
        },
      },
    ],
  },
  {
    ...{ school: 'De Waterlelie', by: 'Joost Hendriks', to: 'Kunstencentrum De Ketting', level: 'group' },
    what: 'Een les van een uur waarin de groep samen een verhaal speelt.',
    ...{ forWhom: 'groep 5', daysAgo: 4, wishIn: 24, next: [] },
  },
  {
    ...{ school: 'De Waterlelie', by: 'Fenna Dijkstra', to: 'Basisschool De Buizerd', level: 'organisation' },
    what: 'Zullen we de bus naar het museum delen? Wij hebben nog twintig plaatsen.',
    ...{ forWhom: 'groep 6', daysAgo: 19, wishIn: 5, next: [] },
  },
  {
    ...{ school: 'De Waterlelie', by: 'Marjolein van Veen', to: 'Onderwijsadvies Terp', level: 'organisation' },
    what: 'Een middag voor het team over samenwerken in de klas.',
    ...{ forWhom: 'het hele team', daysAgo: 9, wishIn: 30 },
    next: [
      {
        daysAgo: 2,
        does: { kind: 'declined', reason: 'full', text: 'Tot de voorjaarsvakantie zitten we vol. Daarna graag.' },
      },
    ],
  },
  {
    ...{
      school: 'De Waterlelie',
      by: 'Nadia Bouzid',
      to: 'Gemeente Wilgenveen, onderwijs en jeugd',
      level: 'organisation',
    },
    what: 'Kan de gladde stoep voor het hek worden aangepakt voor de winter?',
    ...{ forWhom: 'alle groepen', daysAgo: 41, wishIn: -12 },
    next: [
      { daysAgo: 38, does: { kind: 'accepted' } },
      { daysAgo: 30, does: { kind: 'answered', text: 'Staat op de planning voor volgende week.' } },
      {
        daysAgo: 20,
        by: 'Nadia Bouzid',
        does: { kind: 'done', outcome: 'helped', text: 'De stoep is opnieuw gelegd.' },
      },
    ],
  },
  {
    ...{ school: 'De Waterlelie', by: 'Fenna Dijkstra', to: 'Pabo Noord', level: 'group' },
    what: 'Kan een student ons helpen met de musical, twee middagen in mei?',
    ...{ forWhom: 'groep 8', daysAgo: 15, wishIn: 40 },
    next: [
      { daysAgo: 13, does: { kind: 'declined', reason: 'not_ours' } },
      { daysAgo: 11, onTo: 'Kunstencentrum De Ketting' },
      { daysAgo: 6, does: { kind: 'accepted' } },
    ],
  },
  {
    ...{ school: 'De Waterlelie', by: 'Joost Hendriks', to: 'GGD Noord, Gezonde School', level: 'group' },
    what: 'Een proefles over gezond ontbijten.',
    ...{ forWhom: 'groep 5', daysAgo: 33, wishIn: -10 },
    next: [{ daysAgo: 29, by: 'Joost Hendriks', does: { kind: 'withdrawn' } }],
  },
  {
    ...{ school: 'De Waterlelie', by: 'Joost Hendriks', colleague: 'Marjolein van Veen', level: 'group' },
    what: 'Wil je een keer meekijken hoe de groep samenwerkt aan de tafels?',
    ...{ forWhom: 'groep 5', daysAgo: 1, wishIn: 10, next: [] },
  },
  {
    ...{ school: 'Het Molentje', by: 'Ilse Wagenaar', to: 'Logopedie Spraakwijzer', level: 'group' },
    what: 'Kun je op de ouderavond iets vertellen over voorlezen?',
    ...{ forWhom: 'ouders van de onderbouw', daysAgo: 2, wishIn: 20, next: [] },
  },
  {
    ...{ school: 'Het Molentje', by: 'Ilse Wagenaar', to: 'Bibliotheek Wilgenveen', level: 'group' },
    what: 'Mogen we in januari een boekenkist lenen over dieren?',
    ...{ forWhom: 'groep 3 en 4', daysAgo: 7, wishIn: 45 },
    next: [{ daysAgo: 5, does: { kind: 'answered', text: 'De kist staat klaar vanaf de eerste schooldag.' } }],
  },
]
