import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { agree, lookBack, sayKept, setAim, setManners } from './actions.ts'
import { demo as weighings } from './balance/demo.ts'
import { noteContact } from './contacts/actions.ts'
import { demoContacts, demoKeeping } from './content/demo-keeping.ts'
import { agreementsOf, aimsOf } from './queries.ts'
import { demo as tables } from './sides/demo.ts'

const noManners = {
  ...{ everyWeeks: null, nextOn: null, tone: null, channel: null, route: null, style: null, procedure: null },
  ...{ procedureNote: null, refuses: null, label: null },
}

/** What De Waterlelie agreed with some of its partners, which rhythms there are, and when one last spoke. */
export async function demo(town: Town) {
  const { today } = town
  const nadia = town.actors.get('Nadia Bouzid')!
  for (const told of demoKeeping) {
    const relationId = town.recall(`De Waterlelie: ${told.partner}`)
    const { aim, agreed, manners } = told
    await must(
      town.as(nadia, (tx, me) => setManners(tx, me, relationId, { ...noManners, ...manners })),
      told.partner,
    )
    if (!aim) continue
    const day = dayPlus(today, -aim.writtenDaysAgo)
    const sentence = { success: aim.success, lookOn: dayPlus(today, aim.lookIn), startsOn: dayPlus(day, 7), today: day }
    await must(
      town.as(nadia, (tx, me) => setAim(tx, me, relationId, sentence)),
      aim.success,
    )
    for (const { what, part, untilIn, madeAgo, kept, by } of agreed) {
      const madeOn = madeAgo === undefined ? day : dayPlus(today, -madeAgo)
      const personId = by ? town.recall(by) : null
      const said = { what, part, personId, until: dayPlus(today, untilIn), success: null, lookOn: null, startsOn: null }
      await must(
        town.as(nadia, (tx, me) => agree(tx, me, relationId, { ...said, today: madeOn })),
        what,
      )
      if (kept === undefined) continue
      await town.as(nadia, async (tx, me) => {
        const made = (await agreementsOf(tx, me.organisationId, relationId)).find((one) => one.what === what)
        return made && sayKept(tx, me, made.id, { kept, today })
      })
    }
    if (aim.outcome)
      await town.as(nadia, async (tx, me) => {
        const [open] = await aimsOf(tx, me.organisationId, relationId)
        return open && lookBack(tx, me, open.id, { outcome: aim.outcome ?? 'reached', today })
      })
  }
  await contacts(town)
  await elsewhere(town)
  await theirWord(town)
  await tables(town)
  await weighings(town)
}

async function contacts(town: Town) {
  for (const { partner, by, daysAgo, nextIn, ...told } of demoContacts) {
    const who = town.actors.get(by)
    if (!who) throw new Error(`The story has no ${by}.`)
    const nextOn = nextIn ? dayPlus(town.today, nextIn) : null
    const said = { ...told, nextOn, day: dayPlus(town.today, -daysAgo), today: town.today }
    await must(
      town.as(who, (tx, me) => noteContact(tx, me, town.recall(`De Waterlelie: ${partner}`), said)),
      told.line,
    )
  }
}

/** Het Molentje began with one agreement. */
async function elsewhere(town: Town) {
  const ilse = town.actors.get('Ilse Wagenaar')!
  const relationId = town.recall('Het Molentje: Molenaar Van Dam')
  const { today } = town
  const said = {
    ...{ what: 'De molenaar opent in mei de molen voor groep 5', part: 'partner' as const, personId: null },
    ...{ until: dayPlus(today, 150), success: 'elke groep een keer in de molen was' },
    ...{ lookOn: dayPlus(today, 200), startsOn: null },
  }
  await must(
    town.as(ilse, (tx, me) => agree(tx, me, relationId, { ...said, today })),
    said.what,
  )
  const spoken = { line: 'Koffie in de molen', kind: 'spoke' as const, day: dayPlus(today, -20), today }
  await must(
    town.as(ilse, (tx, me) => noteContact(tx, me, relationId, spoken)),
    spoken.line,
  )
}

/** Spraakwijzer has an account, and says for itself whether it kept its part. */
async function theirWord(town: Town) {
  const [sanne, nadia] = [town.actors.get('Sanne ter Horst')!, town.actors.get('Nadia Bouzid')!]
  const relationId = town.recall('De Waterlelie: Logopedie Spraakwijzer')
  const made = await town.as(nadia, (tx, me) => agreementsOf(tx, me.organisationId, relationId))
  const theirs = made.find(({ part }) => part === 'partner')
  if (!theirs) throw new Error('nothing was agreed with Spraakwijzer')
  await must(
    town.as(sanne, (tx, me) => sayKept(tx, me, theirs.id, { kept: true, today: town.today })),
    theirs.what,
  )
}

async function must(outcome: Promise<{ ok: true } | { ok: false; because: string }>, about: string) {
  const done = await outcome
  if (!done.ok) throw new Error(`${about}: ${done.because}`)
}
