import type { Child } from 'hono/jsx'
import { safeHref } from '#ui/href.ts'
import { Icon, type IconName } from '#ui/icon.tsx'

export type Reach = { href: string; label: string; icon?: IconName | undefined }
export type PersonProps = {
  name: string
  /** Under the name: what they do. */
  line?: Child
  /** When they are there, in words. */
  days?: string | undefined
  photo?: string | undefined
  href?: string | undefined
  reach?: Reach[] | undefined
  small?: boolean | undefined
}

/** A person one can ring: face or initials, name, what they do, when they are there, how to reach them. */
export const Person = ({ name, line, days, photo, href, reach, small }: PersonProps) => (
  <div class="person">
    <Face name={name} photo={photo} small={small} />
    <div>
      <p class="person-name">{href ? <a href={safeHref(href)}>{name}</a> : name}</p>
      {line && <p class="person-line">{line}</p>}
      {days && (
        <p class="person-days">
          <Icon name="clock" /> {days}
        </p>
      )}
      {reach && reach.length > 0 && <ReachList reach={reach} />}
    </div>
  </div>
)

const ReachList = ({ reach }: { reach: Reach[] }) => (
  <ul class="reach">
    {reach.map((way) => (
      <li>
        <a href={safeHref(way.href)}>
          {way.icon && <Icon name={way.icon} />}
          {way.label}
        </a>
      </li>
    ))}
  </ul>
)

export type FaceProps = { name: string; photo?: string | undefined; small?: boolean | undefined }

/** A photo if there is one, else initials in a calm shape. The name always stands beside it, so it is not heard. */
export const Face = ({ name, photo, small }: FaceProps) => {
  const look = small ? 'face face-small' : 'face'
  if (photo) return <img class={look} src={safeHref(photo)} alt="" width={48} height={48} loading="lazy" />
  return (
    <span class={look} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

/** First letter of the first and of the last word that starts with a capital: "Fatima el Amrani" is FA. */
export function initials(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[\s-]+/)
    .filter(Boolean)
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  const chosen = capitals.length > 0 ? capitals : words
  const letters = chosen.length > 1 ? [chosen[0], chosen.at(-1)] : chosen
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}
