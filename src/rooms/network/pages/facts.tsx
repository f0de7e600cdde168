import { sayMonth } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { choicesOf } from '#rooms/relations/door.ts'
import { nameOf, sectorOfType } from '#rooms/trade/door.ts'
import { type Fact, FactList } from '#ui/facts.tsx'
import { safeHref } from '#ui/href.ts'
import { CalmLine } from '#ui/notice.tsx'
import { Stack } from '#ui/say.tsx'
import { type Hue, SectorTag } from '#ui/tag.tsx'
import type { Card } from '../queries.ts'
import { words } from '../words/words.ts'
import { useKm } from './said.tsx'

/** Before one rings: which tone, how they like to be reached, how they decide. Professional facts only. */
export const StyleOf = ({ card: { id, style }, mayTend }: { card: Card; mayTend: boolean }) => {
  const t = words.use()
  const { tone, channel, route, note } = style ?? {}
  const said = [
    [tone && t[`tone.${tone}`], channel && t[`channel.${channel}`]].filter(Boolean).join(', '),
    route && fill(t['card.route'], { route }),
    note,
  ].filter(Boolean)
  if (!said.length && !mayTend) return null
  return (
    <CalmLine icon="people">
      {said.length ? <strong>{t['card.style']}: </strong> : `${t['card.style.ask']} `}
      {said.join(' · ')}{' '}
      {mayTend && <a href={`/netwerk/${id}/omgang`}>{t[said.length ? 'card.style.change' : 'card.style.do']}</a>}
    </CalmLine>
  )
}

/** What we know of a partner; what nobody has said is left out. */
export const FactsOf = ({ card }: { card: Card }) => {
  const t = words.use()
  return (
    <Stack>
      <h2>{t['card.facts']}</h2>
      <FactList facts={[...useKind(card), ...useWhy(card), ...useWhere(card), ...useSince(card)]} />
    </Stack>
  )
}

function useKind({ type, form, levels }: Card): Fact[] {
  const t = words.use()
  const language = useLanguage()
  const sector = sectorOfType(type)
  const label = sector && nameOf('sector', sector.id, language)
  return [
    ...(sector && label
      ? [{ term: t['fact.sector'], value: <SectorTag hue={sector.hue as Hue} label={label} /> }]
      : []),
    ...(type ? [{ term: t['fact.type'], value: nameOf('partnerType', type, language) }] : []),
    { term: t['fact.form'], value: named('form', form, language) },
    ...(levels.length
      ? [{ term: t['fact.levels'], value: levels.map((level) => named('level', level, language)).join(', ') }]
      : []),
  ]
}

const named = (kind: Parameters<typeof choicesOf>[0], value: string, language: string) =>
  choicesOf(kind, language).find((choice) => choice.value === value)?.label ?? value

function useWhy({ reason }: Card): Fact[] {
  const t = words.use()
  const language = useLanguage()
  if (!reason) return []
  const { obligation, legalNote, motives, about } = reason
  const must = [obligation && named('obligation', obligation, language), legalNote].filter(Boolean).join(': ')
  return [
    ...(must ? [{ term: t['fact.obligation'], value: must }] : []),
    ...(motives.length
      ? [{ term: t['fact.motives'], value: motives.map((motive) => nameOf('motive', motive, language)).join(', ') }]
      : []),
    ...(about ? [{ term: t['fact.about'], value: about.split('\n').map((line) => <p>{line}</p>) }] : []),
  ]
}

function useWhere({ scale, km, place, postcode, phone, website }: Card): Fact[] {
  const t = words.use()
  const language = useLanguage()
  const sayKm = useKm()
  const where = [scale && named('scale', scale, language), km === undefined ? '' : sayKm(km)].filter(Boolean).join(', ')
  const address = [postcode, place].filter(Boolean).join(' ')
  return [
    ...(where ? [{ term: t['fact.scale'], value: where }] : []),
    ...(address ? [{ term: t['fact.address'], value: address }] : []),
    ...(phone
      ? [{ term: t['fact.phone'], value: <a href={safeHref(`tel:${phone.replace(/[^\d+]/g, '')}`)}>{phone}</a> }]
      : []),
    ...(website ? [{ term: t['fact.website'], value: <a href={safeHref(website)}>{website}</a> }] : []),
  ]
}

function useSince({ since }: Card): Fact[] {
  const t = words.use()
  const language = useLanguage()
  return since ? [{ term: t['fact.since'], value: sayMonth(since, language) }] : []
}

/** What the partner says of itself, the same for every school. */
export const ProfileOf = ({ card }: { card: Card }) => {
  const t = words.use()
  const parts = (['can', 'wants', 'gives', 'asks'] as const).flatMap((part) => {
    const said = card.profile?.[part]
    return said ? [{ term: t[`profile.${part}`], value: said.split('\n').map((line) => <p>{line}</p>) }] : []
  })
  if (!parts.length) return null
  return (
    <Stack>
      <h2>{fill(t['card.profile'], { name: card.name })}</h2>
      <FactList facts={parts} />
    </Stack>
  )
}
