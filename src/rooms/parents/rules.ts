import { roleAndFallbacks, topicOf } from '#rooms/trade/door.ts'
import { type ParentRole, pageTopics, parentRoles } from './content/topics.ts'

export type TopicId = (typeof pageTopics)[number]['id']
export const isPageTopic = (id: string): id is TopicId => pageTopics.some((topic) => topic.id === id)
const isParentRole = (role: string): role is ParentRole => (parentRoles as readonly string[]).includes(role)

/** Somebody who let her name stand on the page, with her tasks. */
export type Named = { name: string; roles: string[] }
type Change = { topic: string; hidden: boolean; role: string | null; sentence: string | null }
export type ShownTopic = { id: TopicId; steps: number; role: ParentRole; names: string[]; sentence: string | null }

/** The topics a school shows, in the order of the page. */
export const shownTopics = (changes: readonly Change[], named: readonly Named[]): ShownTopic[] =>
  pageTopics.flatMap(({ id, steps }) => {
    const change = changes.find(({ topic }) => topic === id)
    if (change?.hidden) return []
    const role = firstRole(id, change?.role)
    return [{ id, steps, role, names: namesFor(role, named), sentence: change?.sentence ?? null }]
  })

/** Whom a parent asks first: the school's own choice, else the usual one of the taxonomy. */
export function firstRole(id: TopicId, own?: string | null): ParentRole {
  if (own && isParentRole(own)) return own
  const asked = pageTopics.find((topic) => topic.id === id)
  if (asked && 'role' in asked) return asked.role
  const usual = roleAndFallbacks(topicOf(id)?.parent_first_role ?? 'leerkracht').find(isParentRole)
  return usual ?? 'leerkracht'
}

// Every parent knows the teacher of her own child; a list of teachers would only send her to the wrong one.
const namesFor = (role: ParentRole, named: readonly Named[]) =>
  role === 'leerkracht' ? [] : named.filter(({ roles }) => roles.includes(role)).map(({ name }) => name)

/** “Joost Hendriks” or “meester Joost”: somebody who works here, by name. */
export const namesColleague = (text: string, name: string) =>
  [name, ...['juf', 'meester', 'meneer', 'mevrouw'].map((title) => `${title} ${name.split(' ')[0]}`)].some((said) =>
    ` ${text.toLowerCase().replace(/[^\p{L}\d’'-]+/gu, ' ')} `.includes(` ${said.toLowerCase()} `),
  )

export type Piece = { text: string; href?: string }
/** A text with its phone numbers and websites as links. */
export function linked(text: string): Piece[] {
  const found = /(0[89]00-\d{4,7}|\b112\b|\b[a-z]+\.nl\b)/
  return text
    .split(found)
    .filter(Boolean)
    .map((piece) => {
      if (!found.test(piece)) return { text: piece }
      return { text: piece, href: piece.endsWith('.nl') ? `https://${piece}` : telOf(piece) }
    })
}
export const telOf = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`

/** A name on the page must be gone at the next look; a page without names may be kept for five minutes. */
export const keptFor = (named: readonly Named[]) =>
  named.length > 0 ? 'public, max-age=0, must-revalidate' : 'public, max-age=300'
