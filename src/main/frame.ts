import type { Config } from '#kit/config/read.ts'
import { holdsSecret } from '#kit/http/shield.ts'
import type { StreetVariables } from '#kit/http/types.ts'
import { sayDay } from '#kit/time/day.ts'
import { directionOf, fill } from '#kit/words/words.ts'
import { accentPath } from '#ui/accent.ts'
import type { Frame } from '#ui/frame.tsx'
import { secretAddresses } from './rooms.ts'
import { isOfNetwork, waysAt } from './ways.ts'
import { words } from './words/words.ts'

/** Who is looking, as far as the frame of a page needs to know. */
export type Viewer =
  | {
      name: string
      place: string
      side: 'school' | 'partner'
      isBoard: boolean
      /** May make tokens for programs. */
      integrates: boolean
      isPartner: boolean
      /** Works inside a school; arranges its people. */
      works: boolean
      arranges: boolean
      /** Arranges its people, or keeps its network. */
      keeps: boolean
      /** Head or care coordinator: the two of the tandem. */
      pedals: boolean
      look: { accent: string | null; brand: string | null }
      /** The day from which she needs a second step and has none. */
      secondStepFrom?: string | null
    }
  | undefined

type Around = {
  street: Pick<StreetVariables, 'language' | 'nonce' | 'today'>
  config: Config
  assets: Frame['assets']
  path: string
  viewer: Viewer
  notice?: Frame['notice']
}

/** What stands around a page: the same on every page, made from who looks and where. */
export function frameOf({ street, config, assets, path, viewer, notice }: Around): Frame {
  const t = words.in(street.language)
  const due = path === '/' ? viewer?.secondStepFrom : undefined
  const dueSoon = due ? { text: fill(t.secondStepSoon, { day: sayDay(due, street.language) }) } : undefined
  return {
    language: street.language,
    dir: directionOf(street.language),
    nonce: street.nonce,
    assets,
    nav: navOf(viewer, t).map((item) => ({ ...item, current: isAt(path, item.href) })),
    ...(viewer?.side === 'school' && viewer.works ? { ways: waysAt(path, viewer, t) } : {}),
    ...(viewer ? { me: { name: viewer.name, place: viewer.place, href: '/mij' } } : {}),
    ...(config.mode === 'demo' ? { banner: { text: t.demo, href: '/inloggen', action: t.demoSwitch } } : {}),
    ...(viewer?.side === 'school' ? { askBox: askBox(t) } : {}),
    helpNow: { href: '/hulp-nu', label: t.helpNow },
    ...(viewer?.look.accent ? { accent: accentPath(viewer.look.accent) } : {}),
    ...(viewer?.look.brand ? { brand: viewer.look.brand } : {}),
    words: { product: t.product, skip: t.skip, nav: t.navigation, menu: t.more, keysOff: t.keysOff, keysOn: t.keysOn },
    footer: { links: footLinks(config, viewer, t), note: t.sources },
    ...(notice || dueSoon ? { notice: notice ?? dueSoon } : {}),
    // Questions may be about a child: no page of the signpost is kept or fetched ahead. Nor where a secret stands.
    noSnapshot: path.startsWith('/bij-wie') || holdsSecret(secretAddresses, path),
    // A sheet of paper lies about: a secret in an address does not go onto it.
    print: {
      address: `${config.baseUrl}${holdsSecret(secretAddresses, path) ? '' : path}`,
      date: sayDay(street.today, street.language),
    },
  }
}

type Words = ReturnType<typeof words.in>

function navOf(viewer: Viewer, t: Words) {
  if (!viewer) return []
  if (viewer.side === 'partner')
    return [
      { href: '/', label: t.today, icon: 'today' },
      { href: '/vragen', label: t.requests, icon: 'mail' },
      ...(viewer.isPartner ? [{ href: '/afspraken', label: t.agreements, icon: 'check' as const }] : []),
      { href: '/scholen', label: t.schools, icon: 'building' },
      { href: '/profiel', label: t.profile, icon: 'edit' },
      ...(viewer.isPartner || viewer.isBoard
        ? [{ href: '/collegas', label: t.colleagues, icon: 'people' as const }]
        : []),
      ...(viewer.isBoard ? [{ href: '/huisstijl', label: t.look, icon: 'star' }] : []),
    ]
  return [
    { href: '/', label: t.today, icon: 'today' },
    { href: '/bij-wie', label: t.who, icon: 'ask' },
    { href: '/netwerk', label: t.network, icon: 'network' },
    { href: '/vragen', label: t.requests, icon: 'mail' },
    { href: '/agenda', label: t.agenda, icon: 'calendar' },
    { href: '/school', label: t.school, icon: 'building' },
  ]
}

// Groups are one of the four things that make up a school.
const partOf: Record<string, string> = {
  '/groepen': '/school',
  '/welkomstmap': '/school',
  '/ouderpagina': '/school',
  '/uitnodigingen': '/school',
  '/rooster': '/agenda',
  '/jaarplan': '/agenda',
  '/draaiboeken': '/agenda',
  '/bijeenkomsten': '/agenda',
}
const isAt = (path: string, href: string): boolean => {
  if (href === '/') return path === '/'
  if (path === href || path.startsWith(`${href}/`)) return true
  return href === '/netwerk' ? isOfNetwork(path) : partOf[`/${path.split('/')[1]}`] === href
}

const askBox = (t: Words) => ({
  action: '/bij-wie',
  label: t.ask,
  placeholder: t.askPlaceholder,
  button: t.askButton,
  name: 'question',
})

const footLinks = (config: Config, viewer: Viewer, t: Words) => [
  ...(viewer ? [{ href: '/zoeken', label: t.search, shortcut: 'z' }] : []),
  { href: '/over', label: t.about },
  { href: '/taal', label: t.language },
  ...(viewer?.integrates ? [{ href: '/koppelingen', label: t.integrations }] : []),
  ...(config.mode === 'demo' ? [{ href: '/postvak', label: t.mailbox }] : []),
]
