import { type SQL, sql } from 'drizzle-orm'
import { type Actor, recognise } from '#kit/db/actor.ts'
import { actingAsKeeper, type Database } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, people } from '#rooms/people/door.ts'
import { freshDatabase } from './engine.ts'

/** Two schools of one board, a partner and a board, one or two persons in each. Made by the keeper, in one go. */
export async function aSmallTown() {
  const db = await freshDatabase()
  const board = await organisation(db, 'board', 'Stichting Veen')
  const school = await organisation(db, 'school', 'De Regenboog', board)
  const other = await organisation(db, 'school', 'De Buren', board)
  const partner = await organisation(db, 'partner', 'Spraakwater')
  return {
    db,
    school,
    other,
    partner,
    board,
    head: await somebody(db, school, 'Hanna Hoofd', ['directeur']),
    teacher: await somebody(db, school, 'Joris Juf', ['leerkracht']),
    ib: await somebody(db, school, 'Ineke Begeleider', ['ib', 'aandachtsfunctionaris']),
    neighbour: await somebody(db, other, 'Nico Naast', ['directeur']),
    therapist: await somebody(db, partner, 'Lotte Logopedist', ['partnercontact']),
    trustee: await somebody(db, board, 'Bea Bestuur', ['bestuurder']),
    /** As whoever owns the tables: only to show what an intruder in the database could do. */
    asOwner: (statement: SQL) => db.owner(statement),
  }
}

const organisation = (
  db: Database,
  kind: 'board' | 'school' | 'partner',
  name: string,
  boardId?: string,
): Promise<string> =>
  actingAsKeeper(db, async (tx) => {
    const [row] = await tx
      .insert(organisations)
      .values({ kind, name, source: 'typed', boardId: boardId ?? null })
      .returning()
    return row!.id
  })

export const somebody = (db: Database, organisationId: string, name: string, roles: string[]): Promise<Actor> =>
  actingAsKeeper(db, async (tx) => {
    const accountId = name.toLowerCase().replace(/\W+/g, '-')
    const [person] = await tx
      .insert(people)
      .values({ name, accountId, source: 'test', notedBy: organisationId })
      .returning()
    await tx.insert(memberships).values({ organisationId, personId: person!.id, roles, days: [1, 2, 3, 4, 5] })
    return recognise({ accountId, personId: person!.id, organisationId, roles })
  })

/** Everyone a school has to do with: its staff by task, next door, the partner, the board, and who reads along. */
export async function everyone({ db, school, ...town }: Awaited<ReturnType<typeof aSmallTown>>) {
  const { head, ib, teacher, neighbour, therapist, trustee } = town
  return {
    ...{ head, ib, teacher, neighbour, therapist, trustee },
    leader: await somebody(db, school, 'Tine Leider', ['teamleider']),
    office: await somebody(db, school, 'Olga Kantoor', ['administratie']),
    mr: await somebody(db, school, 'Mia Raad', ['mr']),
  }
}

export const count = sql<number>`count(*)::int`
