import type { Visitor } from './people.ts'

export type Asked = { method: 'GET' | 'POST'; path: string; body?: string }
export type Page = {
  name: string
  ask: (visitor: Visitor, turn: number) => Asked
  /** What each visitor does once before it, so that there is something to see. */
  first?: Asked
}

const questions = [
  'kind praat onverstaanbaar',
  'wie helpt bij dyslexie',
  'ouders willen gescheiden praten',
  'kind komt steeds te laat',
  'we zoeken een gastles over muziek',
]

/** The pages of which the cost is told. */
export const pages: readonly Page[] = [
  {
    name: 'signpost',
    ask: (_, turn) => ({
      method: 'POST',
      path: '/bij-wie',
      body: new URLSearchParams({ question: questions[turn % questions.length] ?? '' }).toString(),
    }),
  },
  { name: 'partner list', ask: () => ({ method: 'GET', path: '/netwerk' }) },
  { name: 'partner card', ask: ({ card }) => ({ method: 'GET', path: `/netwerk/${card}` }) },
  {
    name: 'search',
    ask: ({ word }) => ({
      method: 'POST',
      path: '/zoeken',
      body: new URLSearchParams({ wish: word }).toString(),
    }),
  },
  { name: 'home', ask: () => ({ method: 'GET', path: '/' }) },
  { name: 'today', ask: () => ({ method: 'GET', path: '/agenda' }) },
  { name: 'week', ask: () => ({ method: 'GET', path: '/rooster' }) },
  { name: 'find', ask: ({ meeting }) => ({ method: 'GET', path: `/bijeenkomsten/${meeting}` }) },
  {
    name: 'yearly round',
    first: { method: 'POST', path: '/jaarronde', body: '' },
    ask: () => ({ method: 'GET', path: '/jaarronde' }),
  },
  { name: 'who holds what', ask: () => ({ method: 'GET', path: '/wie-heeft-wat' }) },
  { name: 'map data', ask: () => ({ method: 'GET', path: '/kaart/gegevens' }) },
]
