import type { MeetingKind, Stage } from '../tables.ts'

/** A meeting that is over, and who said yes to it. Days are counted back from today, so that it is never on a Sunday. */
export type Past = {
  by: string
  title: string
  kind: MeetingKind
  minutes: number
  colleagues: string[]
  faces: string[]
  points?: readonly string[]
  place: string
  weeksAgo: number
  weekday: number
  time: string
  /** So many days before it was. */
  askedBefore: number
  fixedBefore: number
  /** The other days that were offered, counted from the day it was. */
  also: readonly number[]
  said: Record<string, readonly Stage[]>
}

export const demoPast: readonly Past[] = [
  {
    ...{ by: 'Marjolein van Veen', title: 'Kennismaking bso', kind: 'introduction', minutes: 30 },
    ...{ colleagues: ['Peter Smit'], faces: ['Johan Feenstra'], place: 'koffiehoek' },
    ...{ weeksAgo: 5, weekday: 1, time: '15:15', askedBefore: 14, fixedBefore: 11, also: [1] },
    said: { 'Peter Smit': ['yes', 'yes'], 'Johan Feenstra': ['yes', 'if_needed'] },
  },
  {
    ...{ by: 'Joost Hendriks', title: 'Voorbereiding sportdag', kind: 'working_group', minutes: 45 },
    ...{ colleagues: ['Bas Verhoeven'], faces: ['Yassin Haddou'], place: 'speellokaal' },
    ...{ weeksAgo: 3, weekday: 5, time: '15:00', askedBefore: 12, fixedBefore: 9, also: [3, 5] },
    said: { 'Bas Verhoeven': ['yes', 'no', 'yes'], 'Yassin Haddou': ['if_needed', 'yes', 'no'] },
  },
  {
    ...{ by: 'Nadia Bouzid', title: 'Voortgang bibliotheek', kind: 'review', minutes: 45 },
    ...{ colleagues: ['Lotte Kramer'], faces: ['Marloes Tamminga', 'Stef Buist'], place: 'bibliotheekplein' },
    points: [
      'Wat ging goed met de leskisten',
      'Wat liep stroef',
      'De bibliotheek komt voorlezen in groep 3',
      'Wanneer we weer kijken',
    ],
    ...{ weeksAgo: 0, weekday: 2, time: '15:30', askedBefore: 15, fixedBefore: 9, also: [2] },
    said: { 'Lotte Kramer': ['yes', 'no'], 'Marloes Tamminga': ['yes', 'yes'], 'Stef Buist': ['if_needed', 'no'] },
  },
  {
    ...{ by: 'Marjolein van Veen', title: 'Wijkoverleg De Plas', kind: 'working_group', minutes: 60 },
    ...{ colleagues: ['Aylin Kaya'], faces: ['Fatma Yilmaz', 'Hilde Ottens', 'Erik Boonstra'] },
    points: [
      'Wat we de laatste tijd zien in de wijk',
      'Wie er is in de vakantie',
      'Ouders die we nog niet bereiken',
      'Wie doet wat, en wanneer',
    ],
    ...{ place: 'Buurthuis De Plas', weeksAgo: 0, weekday: 4, time: '13:00' },
    ...{ askedBefore: 20, fixedBefore: 12, also: [1, 5] },
    said: {
      'Aylin Kaya': ['yes', 'yes', 'yes'],
      'Fatma Yilmaz': ['yes', 'no', 'yes'],
      'Hilde Ottens': ['yes', 'if_needed', 'no'],
      'Erik Boonstra': ['if_needed', 'no', 'yes'],
    },
  },
]
