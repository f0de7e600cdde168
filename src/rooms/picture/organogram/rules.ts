import type { Day } from '#kit/time/day.ts'

type Topic = { first_role: string; also_roles: readonly string[]; partners: readonly string[] }
export type Line = { id: string; name: string; type: string | null; ownerId: string | null }
export type Colleague = {
  personId: string
  name: string
  roles: readonly string[]
  days: readonly number[]
  deputy: string | null
  /** A year, for working with partners; null while nothing was agreed. */
  hours: number | null
  from: Day | null
}
export type Holder<L extends Line, C extends Colleague> = C & { lines: L[] }
export type Branch<L extends Line, C extends Colleague> = {
  role: string
  holders: Holder<L, C>[]
  /** Who has this role too, and no line by it. */
  others: string[]
}
export type Organogram<L extends Line, C extends Colleague> = { branches: Branch<L, C>[]; unheld: L[] }

type Trade = { roles: readonly { id: string }[]; topics: readonly Topic[] }

/**
 * Role, colleague, partners: drawn from who has which role and who holds which line, so that it never differs from them.
 * A colleague with several roles stands under each; a line stands once, under the role that fits the partner best.
 */
export function organogramOf<L extends Line, C extends Colleague>(
  { colleagues, lines, today }: { colleagues: readonly C[]; lines: readonly L[]; today: Day },
  trade: Trade,
): Organogram<L, C> {
  const here = colleagues.filter(({ from }) => from === null || from <= today)
  const rolesOf = new Map(here.map(({ personId, roles }) => [personId, roles]))
  const byRole = new Map<string, L[]>()
  for (const line of lines) {
    const role = line.ownerId && roleForLine(line, rolesOf.get(line.ownerId) ?? [], trade)
    if (!role) continue
    const key = `${line.ownerId} ${role}`
    byRole.set(key, [...(byRole.get(key) ?? []), line])
  }
  const branches = trade.roles.map(({ id: role }) => {
    const all = here
      .filter(({ roles }) => roles.includes(role))
      .map((one) => ({ ...one, lines: byRole.get(`${one.personId} ${role}`) ?? [] }))
    return {
      role,
      holders: all.filter(({ lines: mine }) => mine.length > 0),
      others: all.filter(({ lines: mine }) => mine.length === 0).map(({ name }) => name),
    }
  })
  return {
    branches: branches.filter(({ holders, others }) => holders.length + others.length > 0),
    unheld: lines.filter(({ ownerId }) => ownerId === null || !rolesOf.has(ownerId)),
  }
}

/** Of somebody's roles, the one that is asked first about what this kind of partner does; else the first of the trade's list. */
export function roleForLine({ type }: Line, held: readonly string[], { roles, topics }: Trade): string | undefined {
  const about = topics.filter(({ partners }) => type !== null && partners.includes(type))
  const inOrder = roles.map(({ id }) => id).filter((id) => held.includes(id))
  return (
    inOrder.find((role) => about.some(({ first_role }) => first_role === role)) ??
    inOrder.find((role) => about.some(({ also_roles }) => also_roles.includes(role))) ??
    inOrder[0]
  )
}
