import { sayWeekday, sayWeekdays, type Weekday } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { Reach } from '#ui/person.tsx'
import type { Hours } from '../queries.ts'
import { words } from '../words/words.ts'

/** Says working days as people do: “ma t/m wo, vr”. Nothing when we do not know. */
export function useDays() {
  const language = useLanguage()
  const t = words.use()
  return (days: readonly number[] | null | undefined) =>
    days?.length ? sayWeekdays(days, language, t['days.until']) : undefined
}

/** The ways to reach somebody, as links that ring or write. */
export function useReach() {
  const t = words.use()
  return ({ name, phone, mail }: { name?: string; phone?: string | null; mail?: string | null }): Reach[] => [
    ...(phone
      ? [
          {
            href: `tel:${phone.replace(/[^\d+]/g, '')}`,
            label: fill(t['reach.call'], { phone }),
            icon: 'phone' as const,
          },
        ]
      : []),
    // A first name reads better than an address that breaks over three lines; the link itself knows the address.
    ...(mail
      ? [
          {
            href: `mailto:${mail}`,
            label: fill(t['reach.mail'], { mail: name?.split(' ')[0] ?? mail }),
            icon: 'mail' as const,
          },
        ]
      : []),
  ]
}

/** “di 09:00–12:00, spreekkamer: korte vragen”. */
export function useHours() {
  const language = useLanguage()
  return ({ weekday, from, until, space, what }: Hours) =>
    `${sayWeekday(weekday as Weekday, language)} ${from}–${until}${space ? `, ${space}` : ''}${what ? `: ${what}` : ''}`
}

/** A distance that is as exact as a postcode allows. */
export function useKm() {
  const t = words.use()
  return (km: number) => (km < 1 ? t['km.less'] : fill(t['km.some'], { km: Math.round(km) }))
}
