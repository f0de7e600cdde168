import { and, asc, eq, gte, ilike, inArray, isNull, lte, not, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '#kit/db/database.ts'
import type { Day } from '#kit/time/day.ts'
import { presences } from '#rooms/agenda/door.ts'
import { manners } from '#rooms/agreements/door.ts'
import { circlesOnLine } from '#rooms/circles/door.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people, spaces } from '#rooms/people/door.ts'
import { resolutionsOnLine } from '#rooms/plans/door.ts'
import { faces, reasons, relations } from '#rooms/relations/door.ts'
import { decidedOnLine } from '#rooms/rounds/door.ts'
import { partnerTypes, sectorOfType } from '#rooms/trade/door.ts'
import { desksOnLine } from './desks/queries.ts'
import type { Filter } from './forms.ts'
import { aYearBefore, inOrder, kmBetween } from './rules.ts'
import { answers, profiles } from './tables.ts'
import { tipsOnLine } from './tips/queries.ts'
import { tips } from './tips/tables.ts'
import type { Used } from './upkeep/rules.ts'

export const owners = alias(people, 'owners')
export const deputies = alias(people, 'deputies')
const assurers = alias(people, 'assurers')
const wholes = alias(relations, 'wholes')
const ownerships = alias(memberships, 'ownerships')
const deputyships = alias(memberships, 'deputyships')

export type FaceShown = {
  id: string
  name: string
  work: string | null
  phone: string | null
  mail: string | null
  days: number[]
  moment: string | null
}
export type Hours = { weekday: number; from: string; until: string; space: string | null; what: string | null }

const ofLine = (table: typeof faces | typeof presences) =>
  sql`${table.schoolId} = ${relations.schoolId} and ${table.relationId} = ${relations.id}`

/** Who can be rung there today, the first first; who has left is not among them. */
const facesNow = (today: Day) => sql<
  FaceShown[]
>`coalesce((select json_agg(json_build_object('id', ${faces.id}, 'name', ${faces.name}, 'work', ${faces.work},
  'phone', ${faces.phone}, 'mail', ${faces.mail}, 'days', ${faces.days}, 'moment', ${faces.moment}) order by ${faces.rank}, ${faces.name})
  from ${faces} where ${ofLine(faces)} and (${faces.leftOn} is null or ${faces.leftOn} > ${today})), '[]'::json)`

export const hoursInHouse = sql<
  Hours[]
>`coalesce((select json_agg(json_build_object('weekday', ${presences.weekday}, 'from', to_char(${presences.from}, 'HH24:MI'),
  'until', to_char(${presences.until}, 'HH24:MI'), 'space', ${spaces.name}, 'what', ${presences.what}) order by ${presences.weekday}, ${presences.from})
  from ${presences} left join ${spaces} on ${spaces.schoolId} = ${presences.schoolId} and ${spaces.id} = ${presences.spaceId}
  where ${ofLine(presences)}), '[]'::json)`

const answered = sql<
  { topic: string; rank: number }[]
>`coalesce((select json_agg(json_build_object('topic', ${answers.topic}, 'rank', ${answers.rank}) order by ${answers.topic})
  from ${answers} where ${answers.schoolId} = ${relations.schoolId} and ${answers.relationId} = ${relations.id}), '[]'::json)`

const partnerFields = (today: Day) => ({
  id: relations.id,
  name: relations.name,
  form: relations.form,
  type: relations.type,
  place: relations.place,
  phone: relations.phone,
  reply: relations.reply,
  website: relations.website,
  scale: relations.scale,
  owner: { id: owners.id, name: owners.name, phone: owners.phone, mail: owners.mail },
  ownerIn: { roles: ownerships.roles, days: ownerships.days },
  deputy: { id: deputies.id, name: deputies.name, phone: deputies.phone, mail: deputies.mail },
  deputyIn: { roles: deputyships.roles, days: deputyships.days },
  faces: facesNow(today),
  hours: hoursInHouse,
})

const membershipOf = (
  ships: typeof ownerships | typeof deputyships,
  person: typeof relations.ownerId | typeof relations.deputyId,
) => and(eq(ships.organisationId, relations.schoolId), eq(ships.personId, person))

// What says whether anybody took this road lately; asked along, so that it costs no question of its own.
const usedOnLine = sql<Used>`json_build_object('assuredOn', ${relations.assuredOn}, 'since', ${relations.since},
  'addedOn', to_char(${relations.createdAt}, 'YYYY-MM-DD'),
  'obligation', (select ${reasons.obligation} from ${reasons} where ${reasons.schoolId} = ${relations.schoolId}
    and ${reasons.relationId} = ${relations.id}),
  'isPresent', exists (select 1 from ${presences} where ${presences.schoolId} = ${relations.schoolId}
    and ${presences.relationId} = ${relations.id}),
  'lastTip', (select max(${tips.usedOn}) from ${tips} where ${tips.schoolId} = ${relations.schoolId}
    and ${tips.relationId} = ${relations.id}))`

export const isOpen = (today: Day) => or(isNull(relations.until), gte(relations.until, today)) as SQL

/**
 * Who answers a question for this school: partners it chose for the topic in its own order, then those of the usual
 * kinds. One query.
 */
export async function partnersFor(
  tx: Tx,
  schoolId: string,
  { topic, usualTypes, today }: { topic: string; usualTypes: readonly string[]; today: Day },
) {
  const found = await tx
    .select({ ...partnerFields(today), rank: answers.rank, tips: tipsOnLine(topic, today), used: usedOnLine })
    .from(relations)
    .leftJoin(
      answers,
      and(eq(answers.schoolId, relations.schoolId), eq(answers.relationId, relations.id), eq(answers.topic, topic)),
    )
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .leftJoin(ownerships, membershipOf(ownerships, relations.ownerId))
    .leftJoin(deputies, eq(deputies.id, relations.deputyId))
    .leftJoin(deputyships, membershipOf(deputyships, relations.deputyId))
    .where(
      and(
        eq(relations.schoolId, schoolId),
        isOpen(today),
        or(sql`${answers.rank} is not null`, inArray(relations.type, [...usualTypes, ''])),
      ),
    )
  return inOrder(found, usualTypes)
}
export type PartnerAnswer = Awaited<ReturnType<typeof partnersFor>>[number]

const cards = (tx: Tx, today: Day) =>
  tx
    .select({
      ...partnerFields(today),
      ...{
        schoolId: relations.schoolId,
        ownerId: relations.ownerId,
        deputyId: relations.deputyId,
        postcode: relations.postcode,
      },
      ...{
        levels: relations.levels,
        since: relations.since,
        until: relations.until,
        assuredOn: relations.assuredOn,
        assuredBy: assurers.name,
        ...{ partOf: wholes.name, desks: desksOnLine(today) },
      },
      // Drizzle takes a joined object for absent when its first column is null, so the key comes first.
      reason: {
        relationId: reasons.relationId,
        obligation: reasons.obligation,
        legalNote: reasons.legalNote,
        motives: reasons.motives,
        about: reasons.about,
      },
      /** How they like to be dealt with: what one wants to know before ringing. */
      style: {
        relationId: manners.relationId,
        tone: manners.tone,
        channel: manners.channel,
        route: manners.route,
        note: manners.style,
      },
      profile: {
        organisationId: profiles.organisationId,
        can: profiles.can,
        wants: profiles.wants,
        gives: profiles.gives,
        asks: profiles.asks,
      },
      school: { latitude: organisations.latitude, longitude: organisations.longitude },
      topics: answered,
      decided: decidedOnLine,
      ...{ resolutions: resolutionsOnLine, circles: circlesOnLine },
    })
    .from(relations)
    .innerJoin(organisations, eq(organisations.id, relations.schoolId))
    .leftJoin(wholes, and(eq(wholes.schoolId, relations.schoolId), eq(wholes.id, relations.partOfId)))
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .leftJoin(ownerships, membershipOf(ownerships, relations.ownerId))
    .leftJoin(deputies, eq(deputies.id, relations.deputyId))
    .leftJoin(deputyships, membershipOf(deputyships, relations.deputyId))
    .leftJoin(assurers, eq(assurers.id, relations.assuredBy))
    .leftJoin(reasons, and(eq(reasons.schoolId, relations.schoolId), eq(reasons.relationId, relations.id)))
    .leftJoin(manners, and(eq(manners.schoolId, relations.schoolId), eq(manners.relationId, relations.id)))
    .leftJoin(profiles, eq(profiles.organisationId, relations.organisationId))

/** Everything about one partner, for its card. One query. */
export async function findCard(tx: Tx, schoolId: string, id: string, today: Day) {
  const [card] = await cards(tx, today).where(and(everyone(schoolId), eq(relations.id, id)))
  return card && { ...card, km: kmBetween(card.school, card.postcode, card.place) }
}
export type Card = NonNullable<Awaited<ReturnType<typeof findCard>>>

/** Every open line with all that is on its card, for a list to take elsewhere. One query. */
export const allCards = (tx: Tx, schoolId: string, today: Day) =>
  cards(tx, today)
    .where(and(everyone(schoolId), isOpen(today)))
    .orderBy(sql`${relations.name} collate "und-x-icu"`, asc(relations.id))
export type ListCard = Awaited<ReturnType<typeof allCards>>[number]

const everyone = (schoolId: string) => eq(relations.schoolId, schoolId)
export const pageSize = 50

/** One page of the list, and how many there are in all. */
export const listPartners = (tx: Tx, schoolId: string, filter: Filter, today: Day) =>
  tx
    .select({
      id: relations.id,
      name: relations.name,
      type: relations.type,
      place: relations.place,
      phone: relations.phone,
      levels: relations.levels,
      assuredOn: relations.assuredOn,
      until: relations.until,
      owner: owners.name,
      faces: facesNow(today),
      count: sql<number>`count(*) over ()::int`,
    })
    .from(relations)
    .leftJoin(owners, eq(owners.id, relations.ownerId))
    .leftJoin(reasons, and(eq(reasons.schoolId, relations.schoolId), eq(reasons.relationId, relations.id)))
    .where(and(everyone(schoolId), ...wishes(filter, today)))
    .orderBy(...orderOf(filter), sql`${relations.name} collate "und-x-icu"`)
    .limit(pageSize)
    .offset((filter.pagina - 1) * pageSize)
export type Listed = Awaited<ReturnType<typeof listPartners>>[number]

/** How many partners this school has, a municipality with its departments as one; and who holds lines, for the filter. */
export const countPartners = (tx: Tx, schoolId: string, today: Day): Promise<number> =>
  tx.$count(relations, and(everyone(schoolId), isOpen(today), isNull(relations.partOfId)))

export const holdersOf = (tx: Tx, schoolId: string) =>
  tx
    .selectDistinct({ id: owners.id, name: owners.name })
    .from(relations)
    .innerJoin(owners, eq(owners.id, relations.ownerId))
    .where(everyone(schoolId))
    .orderBy(asc(owners.name))

function wishes(filter: Filter, today: Day): (SQL | undefined)[] {
  const { zoek, niveau, sector, schaal, reden, collega, zonder, klopt, oud } = filter
  return [
    ...zoek.split(/\s+/).filter(Boolean).slice(0, 6).map(contains),
    niveau ? sql`${niveau} = any(${relations.levels})` : undefined,
    sector ? inArray(relations.type, ['', ...kinds(({ id }) => sectorOfType(id)?.id === sector)]) : undefined,
    schaal ? eq(relations.scale, schaal) : undefined,
    reden ? eq(reasons.obligation, reden) : undefined,
    collega ? eq(relations.ownerId, collega) : undefined,
    zonder ? not(hasFace(today)) : undefined,
    klopt ? or(isNull(relations.assuredOn), lte(relations.assuredOn, aYearBefore(today))) : undefined,
    oud ? undefined : isOpen(today),
  ]
}

const kinds = (fits: (type: (typeof partnerTypes)[number]) => boolean) => partnerTypes.filter(fits).map(({ id }) => id)

const hasFace = (today: Day) =>
  sql`exists (select 1 from ${faces} where ${ofLine(faces)} and (${faces.leftOn} is null or ${faces.leftOn} > ${today}))`

/** A word of the search: in the name, the place, the kind, or a person on either side of the line. */
function contains(word: string): SQL | undefined {
  const anywhere = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  const meant = kinds(({ nl, en }) => `${nl} ${en}`.toLowerCase().includes(word.toLowerCase()))
  return or(
    ilike(relations.name, anywhere),
    ilike(relations.place, anywhere),
    ilike(owners.name, anywhere),
    meant.length ? inArray(relations.type, meant) : undefined,
    sql`exists (select 1 from ${faces} where ${ofLine(faces)} and ${faces.name} ilike ${anywhere})`,
  )
}

const orderOf = ({ volgorde }: Filter): SQL[] =>
  ({
    naam: [],
    collega: [sql`${owners.name} collate "und-x-icu" nulls first`],
    klopt: [sql`${relations.assuredOn} nulls first`],
    sinds: [sql`${relations.since} desc nulls last`],
  })[volgorde]

/** For one partner: each question it answers, with all who answer that question, in order. */
export const answersBeside = (tx: Tx, schoolId: string, relationId: string) => {
  const mine = alias(answers, 'mine')
  return tx
    .select({ topic: answers.topic, relationId: answers.relationId, rank: answers.rank, name: relations.name })
    .from(mine)
    .innerJoin(answers, and(eq(answers.schoolId, mine.schoolId), eq(answers.topic, mine.topic)))
    .innerJoin(relations, and(eq(relations.schoolId, answers.schoolId), eq(relations.id, answers.relationId)))
    .where(and(eq(mine.schoolId, schoolId), eq(mine.relationId, relationId)))
    .orderBy(asc(answers.topic), asc(answers.rank), asc(relations.name))
}
export type Beside = Awaited<ReturnType<typeof answersBeside>>[number]

/** The school's own answers, to put a new one behind the others. */
export const answersOf = (tx: Tx, schoolId: string) => tx.select().from(answers).where(eq(answers.schoolId, schoolId))
