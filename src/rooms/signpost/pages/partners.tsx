import { fill, useLanguage } from '#kit/words/words.ts'
import type { InBuilding } from '#rooms/agenda/door.ts'
import { TipLines } from '#rooms/network/door.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { AskButton } from '#rooms/requests/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions } from '#ui/button.tsx'
import { Line } from '#ui/line.tsx'
import { List, Row } from '#ui/list.tsx'
import type { PersonProps } from '#ui/person.tsx'
import type { Near, PartnerLine } from '../queries.ts'
import { words } from '../words/words.ts'
import { useDays, useReach } from './contact.tsx'

type LinesProps = {
  lines: readonly PartnerLine[]
  present: readonly InBuilding[]
  colleagues: readonly Colleague[]
  /** Who stands on the page already with days and number: her name is enough from there on. */
  told?: readonly string[] | undefined
  /** The subject is wider than one child, so that it can be asked in writing. */
  mayAsk?: boolean | undefined
}

/** Short lines: from the colleague who holds each to the face that picks up, in the order to ask. */
export const PartnerLines = ({ lines, title, told = [], ...rest }: LinesProps & { title?: string | undefined }) => {
  const t = words.use()
  if (!lines.length) return null
  return (
    <section>
      <h2>{title ?? t['partners.title']}</h2>
      <ol class="stack">
        {lines.map((line, place) => (
          <li>
            <PartnerLineView line={line} told={[...told, ...ownersOf(lines.slice(0, place))]} {...rest} />
            {line.isQuiet && <p class="soft">{t['partners.quiet']}</p>}
            {line.tips && <TipLines tips={line.tips} />}
          </li>
        ))}
      </ol>
    </section>
  )
}

const ownersOf = (lines: readonly PartnerLine[]) => lines.flatMap(({ ownerId }) => ownerId ?? [])

type LineProps = Omit<LinesProps, 'lines'> & { line: PartnerLine }

const PartnerLineView = ({ line, present, colleagues, told = [], mayAsk }: LineProps) => {
  const t = words.use()
  const sayPresence = usePresence()
  const sayDays = useDays()
  const [face] = line.faces
  const here = present.find((one) => one.relationId === line.id)
  const reachable =
    face?.moment ?? (face?.days.length ? fill(t['partners.days'], { days: sayDays(face.days) }) : undefined)
  const phone = face?.phone ?? line.phone
  return (
    <>
      <Line
        label={fill(t['partners.label'], { owner: line.owner ?? t['partners.noOwner'], partner: line.name })}
        from={useHolder(line, colleagues, told)}
        how={phone ? t['partners.call'] : face?.mail ? t['partners.mail'] : t['partners.knows']}
        when={
          [here && sayPresence(here), reachable, line.reply && fill(t['partners.reply'], { reply: line.reply })]
            .filter(Boolean)
            .join(' · ') || undefined
        }
        to={useFace(line)}
      />
      {mayAsk && (
        <Actions>
          <AskButton to={{ relationId: line.id }} kind="quiet" about={line.name} />
        </Actions>
      )}
    </>
  )
}

function useHolder(line: PartnerLine, colleagues: readonly Colleague[], told: readonly string[]): PersonProps {
  const t = words.use()
  const sayDays = useDays()
  const reach = useReach()
  const holder = colleagues.find((one) => one.personId === line.ownerId)
  if (!line.owner) return { name: t['partners.noOwner'], href: `/netwerk/${line.id}`, small: true }
  if (line.ownerId && told.includes(line.ownerId))
    return { name: line.owner, href: `/school/mensen/${line.ownerId}`, small: true }
  return {
    name: line.owner,
    small: true,
    ...(line.deputy ? { line: fill(t['contact.deputy'], { deputy: line.deputy }) } : {}),
    ...(holder
      ? {
          days: sayDays(holder.days),
          reach: reach({ ...holder, mail: null }),
          href: `/school/mensen/${holder.personId}`,
        }
      : {}),
  }
}

function useFace(line: PartnerLine): PersonProps {
  const t = words.use()
  const reach = useReach()
  const language = useLanguage()
  const [face, second] = line.faces
  const what = line.type ? nameOf('partnerType', line.type, language) : undefined
  if (!face)
    return {
      name: line.name,
      href: `/netwerk/${line.id}`,
      line: [what, t['partners.noFace']].filter(Boolean).join(' · '),
      reach: reach({ name: line.name, phone: line.phone, mail: null }),
    }
  const also = second ? fill(t['contact.deputy'], { deputy: second.name }) : undefined
  return {
    name: face.name,
    href: `/netwerk/${line.id}`,
    line: [line.name, face.work, also].filter(Boolean).join(' · '),
    reach: reach({ ...face, phone: face.phone ?? line.phone }, true),
  }
}

function usePresence() {
  const t = words.use()
  return ({ from, until, space }: InBuilding) =>
    space ? fill(t['partners.today.space'], { from, until, space }) : fill(t['partners.today'], { from, until })
}

/** Kinds of partner that fit the question and are not here yet. */
export const MissingPartners = ({ types, any }: { types: readonly string[]; any: boolean }) => {
  const t = words.use()
  const language = useLanguage()
  if (!types.length) return null
  return (
    <section>
      <h2>{t['missing.title']}</h2>
      {!any && <p>{t['missing.none']}</p>}
      <List label={t['missing.title']}>
        {types.map((type) => (
          <Row
            title={nameOf('partnerType', type, language)}
            action={<a href={`/netwerk/nieuw?type=${type}`}>{t['missing.not']}</a>}
          />
        ))}
      </List>
    </section>
  )
}

/** Who is near: schools of the national list, or partners that made themselves known. */
export const NearOnes = ({ near }: { near: readonly Near[] }) => {
  const t = words.use()
  const language = useLanguage()
  if (!near.length) return null
  const sayKm = (km: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(km)
  const sayPlace = ({ place, km }: Near) =>
    km === undefined ? place : fill(t['near.line'], { place: place ?? '', km: sayKm(km) })
  return (
    <section>
      <h2>{t['near.title']}</h2>
      <List label={t['near.title']}>
        {near.map((one) => (
          <Row
            title={one.name}
            line={[one.type ? nameOf('partnerType', one.type, language) : '', sayPlace(one), one.phone]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </List>
      {near.some((one) => !one.type) && <p class="source">{t['near.source']}</p>}
    </section>
  )
}
