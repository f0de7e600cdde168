import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq, sql } from 'drizzle-orm'
import { type Chance, chanceOf } from '#kit/chance/chance.ts'
import type { Actor } from '#kit/db/actor.ts'
import { actingAs, actingAsAccount, actingAsKeeper, type Tx } from '#kit/db/database.ts'
import { organisations } from '#rooms/organisations/door.ts'
import { memberships, whoIsThis } from '#rooms/people/door.ts'
import { relations } from '#rooms/relations/door.ts'
import { freshDatabase } from '#test/engine.ts'
import { somebody } from '#test/small-town.ts'
import { hangings } from '../../main/rooms.ts'
import { answer, askSuccessors, startHandover, takeBack } from './actions.ts'
import { giveBack, handOn, settle } from './moving/actions.ts'
import { itemsOf } from './queries.ts'

/** Random schools, random lines, random yes, no and silence: whatever happens, nothing is nobody's. */
const db = await freshDatabase()
const towns = 20
const [today, lastDay, after] = ['2026-11-23', '2026-12-18', '2026-12-19']
const [now, day] = [new Date(`${today}T09:00:00Z`), new Date(`${lastDay}T15:00:00Z`)]
const keeper = <T>(work: (tx: Tx) => Promise<T>) => actingAsKeeper(db, work)

const roles = [['directeur'], ['leerkracht'], ['ib'], ['leerkracht', 'cultuurcoordinator'], ['administratie'], ['ict']]

async function aSchool(chance: Chance, round: number) {
  const [row] = await keeper((tx) =>
    tx
      .insert(organisations)
      .values({ kind: 'school', name: `School ${round}`, source: 'typed' })
      .returning(),
  )
  const school = row!.id
  const staff: Actor[] = []
  const size = chance.between(2, 5)
  for (let at = 0; at < size; at += 1)
    staff.push(await somebody(db, school, `Persoon ${round} ${at}`, at === 0 ? ['directeur'] : chance.pick(roles)))
  const any = () => (chance.between(0, 4) ? chance.pick(staff).personId : null)
  const lines = Array.from({ length: chance.between(0, 11) }, (_, at) => {
    const [ownerId, deputyId] = [any(), any()]
    return {
      schoolId: school,
      name: `Lijn ${at}`,
      levels: [],
      ownerId,
      deputyId: deputyId === ownerId ? null : deputyId,
    }
  })
  await keeper(async (tx) => {
    if (lines.length) await tx.insert(relations).values(lines)
    for (const { personId } of staff)
      if (chance.between(0, 1))
        await tx
          .update(memberships)
          .set({ deputyId: chance.pick(staff).personId })
          .where(and(eq(memberships.organisationId, school), eq(memberships.personId, personId)))
    for (const topic of ['pesten', 'dyslexie'])
      await tx.execute(sql`insert into routes (school_id, topic, owner_id, updated_on)
        values (${school}, ${topic}, ${any()}, ${today})`)
  })
  return { school, staff }
}

const held = (school: string) =>
  keeper((tx) =>
    tx
      .select({ id: relations.id, ownerId: relations.ownerId, deputyId: relations.deputyId })
      .from(relations)
      .where(eq(relations.schoolId, school))
      .orderBy(relations.id),
  )

/** Some are asked of one, some of several, some of nobody; some say yes, some no, some nothing. */
async function talk(chance: Chance, holder: Actor, staff: readonly Actor[], leaver: Actor, id: string) {
  const others = staff.filter((one) => one !== leaver)
  const items = await actingAs(db, holder, (tx) => itemsOf(tx, holder.organisationId, id))
  const each = new Map(
    items.filter(() => chance.between(0, 3)).map((item) => [item.id, chance.pick(others).personId] as const),
  )
  const all = chance.between(0, 4) ? null : chance.pick(others).personId
  const asked = await actingAs(db, holder, (tx) => askSuccessors(tx, holder, id, { all, each, now, today }))
  assert.ok(asked.ok)
  for (const item of await actingAs(db, holder, (tx) => itemsOf(tx, holder.organisationId, id))) {
    const who = others.find(({ personId }) => personId === item.successorId)
    const mood = chance.between(0, 2)
    if (who && item.state === 'asked' && mood)
      await actingAs(db, who, (tx) => answer(tx, who, item.id, { accepted: mood === 1, note: null, now }))
    await keeper((tx) => handOn(tx, item, { hangings, now }))
  }
}

test(`in ${towns} random towns nothing is orphaned, no one stands in for herself, and who is back has hers`, async () => {
  const chance = chanceOf('towns')
  let moved = 0
  for (let round = 0; round < towns; round += 1) {
    const { school, staff } = await aSchool(chance, round)
    const leaver = staff[chance.between(0, staff.length - 1)]!
    const holder = leaver === staff[0] || chance.between(0, 1) ? leaver : staff[0]!
    const lasting = chance.between(0, 2) > 0
    const before = await held(school)
    const said = { personId: leaver.personId, lasting, lastDay, backOn: null }
    const started = await actingAs(db, holder, (tx) => startHandover(tx, holder, said, { hangings, now, today }))
    assert.ok(started.ok)
    const one = { schoolId: school, id: started.id }
    await talk(chance, holder, staff, leaver, started.id)
    assert.ok(await keeper((tx) => settle(tx, one, { hangings, now: lasting ? day : new Date(`${after}T15:00:00Z`) })))

    const since = await held(school)
    const there = new Set(staff.filter((person) => person !== leaver).map(({ personId }) => personId))
    for (const [at, line] of since.entries()) {
      const was = before[at]!
      assert.ok(was.ownerId === null || there.has(line.ownerId ?? ''), `round ${round}: a line is nobody's`)
      assert.notEqual(line.deputyId, leaver.personId, `round ${round}: she still stands in`)
      assert.ok(line.ownerId === null || line.ownerId !== line.deputyId, `round ${round}: stands in for herself`)
      if (was.ownerId !== line.ownerId) moved += 1
    }
    for (const { kind, list, falls } of hangings.kinds) {
      const left = await keeper((tx) => list(tx, { organisationId: school, personId: leaver.personId, today: after }))
      if (falls !== false) assert.deepEqual(left, [], `round ${round}: ${kind}`)
    }
    const manages = holder.roles.some((role) => ['directeur', 'administratie'].includes(role))
    const places = await actingAsAccount(db, leaver.accountId, (tx) => whoIsThis(tx, leaver.accountId, after))
    if (lasting && manages) assert.deepEqual(places?.places, [], `round ${round}: no door opens after her last day`)

    if (!lasting) await isBack(holder, one, before, round)
  }
  assert.ok(moved > 20, `${moved} lines went to another`)
})

async function isBack(
  holder: Actor,
  one: { schoolId: string; id: string },
  before: Awaited<ReturnType<typeof held>>,
  round: number,
) {
  assert.ok((await actingAs(db, holder, (tx) => takeBack(tx, holder, one.id, { hangings, now: day }))).ok)
  await keeper((tx) => giveBack(tx, one, { hangings, now: day }))
  const now_ = await held(one.schoolId)
  assert.deepEqual(
    now_.map(({ ownerId }) => ownerId),
    before.map(({ ownerId }) => ownerId),
    `round ${round}: who is back holds what was hers`,
  )
  assert.deepEqual(now_, before, `round ${round}: and who stood in does so again`)
}
