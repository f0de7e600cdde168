import type { Ways } from '#ui/ways.tsx'
import type { words } from './words/words.ts'

type Words = ReturnType<typeof words.in>
type Page = { href: string; label: keyof Words; only?: 'arranges' | 'keeps' | 'pedals' }

type Group = { label: keyof Words; pages: readonly [Page, ...Page[]] }

/** The ways into the network: four, each with the pages that belong together. Pages of many rooms, so they are named here. */
const network: readonly Group[] = [
  {
    label: 'ways.partners',
    pages: [
      { href: '/netwerk', label: 'way.list' },
      { href: '/netwerk/witte-vlekken', label: 'way.spots' },
      { href: '/netwerk/stille-lijntjes', label: 'way.silent' },
      { href: '/netwerk/vervanging', label: 'way.alone' },
      { href: '/delen', label: 'way.sharing' },
    ],
  },
  {
    label: 'ways.picture',
    pages: [
      { href: '/kaart', label: 'way.map' },
      { href: '/wie-heeft-wat', label: 'way.holders', only: 'arranges' },
      { href: '/organogram', label: 'way.organogram' },
      { href: '/kennisgroepen', label: 'way.circles' },
      { href: '/rollen', label: 'way.roles' },
      { href: '/partnerpagina', label: 'way.showcase' },
    ],
  },
  {
    label: 'ways.keeping',
    pages: [
      { href: '/afspraken', label: 'way.turns' },
      { href: '/signalen', label: 'way.signals' },
      { href: '/jaarronde', label: 'way.round' },
      { href: '/attenties', label: 'way.occasions' },
      { href: '/overdracht', label: 'way.handover' },
      { href: '/tandem', label: 'way.tandem', only: 'pedals' },
    ],
  },
  {
    label: 'ways.choosing',
    pages: [
      { href: '/keuzes', label: 'way.choices' },
      { href: '/besluiten', label: 'way.resolutions' },
      { href: '/stemmingen', label: 'way.polls' },
      { href: '/voorstellen', label: 'way.desk' },
      { href: '/visie', label: 'way.vision' },
      { href: '/profielraster', label: 'way.profile' },
      { href: '/ruimte', label: 'way.space' },
    ],
  },
]

/** The ways into the agenda: who is there, the week of externals, what is planned, and one's own calendar. */
const agenda: readonly Group[] = [
  {
    label: 'ways.inHouse',
    pages: [
      { href: '/agenda', label: 'way.thisWeek' },
      { href: '/agenda/scherm', label: 'way.hall', only: 'keeps' },
    ],
  },
  {
    label: 'ways.timetable',
    pages: [
      { href: '/rooster', label: 'way.timetable' },
      { href: '/rooster/uitzonderingen', label: 'way.once' },
      { href: '/rooster/gemist', label: 'way.missed' },
      { href: '/rooster/sessies', label: 'way.sessions' },
      { href: '/rooster/lessen', label: 'way.lessons' },
    ],
  },
  {
    label: 'ways.planning',
    pages: [
      { href: '/bijeenkomsten', label: 'way.meetings' },
      { href: '/jaarplan', label: 'way.year' },
      { href: '/draaiboeken', label: 'way.playbooks' },
    ],
  },
  {
    label: 'ways.mine',
    pages: [
      { href: '/agenda/abonnementen', label: 'way.feeds' },
      { href: '/agenda/eigen', label: 'way.own' },
    ],
  },
]

/** On one of these pages: the groups, and the pages of its own. Below them a page has a way back instead. */
export function waysAt(
  path: string,
  viewer: { arranges: boolean; keeps: boolean; pedals: boolean },
  t: Words,
): Ways | undefined {
  const groups = [network, agenda].find((one) => one.some(({ pages }) => pages.some(({ href }) => href === path)))
  const here = groups?.find(({ pages }) => pages.some(({ href }) => href === path))
  if (!groups || !here) return undefined
  return {
    label: t[groups === network ? 'ways.label' : 'agenda'],
    groups: groups.map((group) => ({
      href: group.pages[0].href,
      label: t[group.label],
      current: group !== here ? false : path === group.pages[0].href ? true : ('within' as const),
    })),
    beside: t[here.label],
    pages: here.pages
      .filter(({ only }) => !only || viewer[only])
      .map(({ href, label }) => ({ href, label: t[label], current: href === path })),
  }
}

/** Below which of the main ways these pages are: all of them are of the network. */
export const isOfNetwork = (path: string) =>
  path === '/peiling' ||
  network.some(({ pages }) => pages.some(({ href }) => path === href || path.startsWith(`${href}/`)))
