import { type Day, sayWeekdays, weekdayOf } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Person, type Reach } from '#ui/person.tsx'
import { type Contact, firstName, type Held, isCrowd, shortly, telOf, worksOn } from '../rules.ts'
import { words } from '../words/words.ts'

/** Says working days as people do: “ma t/m wo, vr”. */
export function useDays() {
  const language = useLanguage()
  const t = words.use()
  return (days: readonly number[]) => (days.length ? sayWeekdays(days, language, t['days.until']) : t['days.unknown'])
}

/** A role as it is said in a sentence: “intern begeleider”. */
export function useRole() {
  const language = useLanguage()
  return (role: string) => shortly(nameOf('role', role, language))
}

type Reachable = { name: string; phone: string | null; mail: string | null }
/** Ways to reach somebody: first the telephone, then mail. `short` says “Mail Karin” instead of the whole address. */
export function useReach() {
  const t = words.use()
  return ({ name, phone, mail }: Reachable, short = false): Reach[] => [
    ...(phone ? [{ href: telOf(phone), label: fill(t['contact.call'], { phone }), icon: 'phone' as const }] : []),
    ...(mail
      ? [
          {
            href: `mailto:${mail}`,
            label: fill(t['contact.mail'], { mail: short ? firstName(name) : mail }),
            icon: 'mail' as const,
          },
        ]
      : []),
  ]
}

/** One colleague: her task, her days, who stands in, and how to reach her. */
export const ColleagueCard = ({ colleague, roles, today }: Held & { today: Day }) => {
  const t = words.use()
  const sayDays = useDays()
  const sayRole = useRole()
  const reach = useReach()(colleague, true)
  const { name, days, deputy, personId } = colleague
  const lines = [
    roles.map(sayRole).join(', '),
    ...(deputy ? [fill(t['contact.deputy'], { deputy })] : []),
    ...(reach.length ? [] : [t['contact.noReach']]),
  ]
  return (
    <Person
      name={name}
      href={`/school/mensen/${personId}`}
      line={lines.join(' · ')}
      days={[sayDays(days), ...(worksOn(colleague, today) ? [t['days.today']] : [])].join(' · ')}
      reach={reach}
    />
  )
}

/** Who of the school to ask: one person, a few, or “the child’s own teacher”. */
export const ContactView = ({ contact, today }: { contact: Contact; today: Day }) => {
  const t = words.use()
  const sayRole = useRole()
  const [first, ...rest] = contact.people
  if (isCrowd(contact)) return <Person name={sayRole(contact.role)} href="/groepen" line={t['contact.crowd']} />
  if (!first) return <p>{fill(t['say.nobody'], { role: sayRole(contact.asked) })}</p>
  return (
    <>
      <ColleagueCard colleague={first} roles={[contact.role]} today={today} />
      {rest.length > 0 && (
        <p class="small">
          {fill(t['contact.also'], { role: sayRole(contact.role), names: rest.map((one) => one.name).join(', ') })}
        </p>
      )}
    </>
  )
}

/** The part of the sentence on top that is about colleagues. */
export function useContactSentence(today: Day) {
  const t = words.use()
  const sayRole = useRole()
  const sayDays = useDays()
  return ([first, second]: readonly Contact[], colleagues: readonly Colleague[]): string[] => {
    if (!first) return []
    const one = first.people[0]
    if (!one) return [fill(t['say.nobody'], { role: sayRole(first.asked) })]
    if (isCrowd(first)) {
      const then = second && !isCrowd(second) ? second.people[0] : undefined
      return [
        fill(t['say.crowd'], { role: sayRole(first.role) }),
        ...(then && second ? [fill(t['say.then'], { name: then.name, role: sayRole(second.role) })] : []),
      ]
    }
    const who =
      first.role === first.asked
        ? fill(t['say.person'], { name: one.name, role: sayRole(first.role) })
        : fill(t['say.instead'], { name: one.name, role: sayRole(first.role), asked: sayRole(first.asked) })
    const about = { first: firstName(one.name) }
    if (!one.days.length) return [who]
    const days = fill(t['say.days'], { ...about, days: sayDays(one.days) })
    // At the weekend nobody is in, and nobody stands in.
    if (worksOn(one, today) || weekdayOf(today) > 5) return [who, days]
    const deputy = colleagues.find(({ personId }) => personId === one.deputyId)
    const standsIn = deputy && (worksOn(deputy, today) || !deputy.days.length)
    return [who, days, standsIn ? fill(t['say.deputy'], { deputy: deputy.name }) : fill(t['say.away'], about)]
  }
}
