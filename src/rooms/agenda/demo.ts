import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { addPresence } from './actions.ts'
import { presenceIn } from './content/demo-presence.ts'
import { addDuty } from './duties/actions.ts'
import { addHour, agreeHall } from './hall/actions.ts'
import { addFile } from './own/actions.ts'
import { hoursIn } from './own/rules.ts'
import { tellDates, tellWeek } from './week/demo.ts'

/** Who is in the building when: Sanne in the talking room on Monday, the bso from two o'clock. */
export async function demo(town: Town) {
  const heads: Record<string, string> = { 'De Waterlelie': 'Nadia Bouzid', 'Het Molentje': 'Ilse Wagenaar' }
  for (const [school, presences] of Object.entries(presenceIn))
    for (const { partner, weekday, from, until, space, what } of presences) {
      const said = {
        weekdays: [weekday],
        from,
        until,
        what,
        spaceId: space ? town.recall(`${school}: ${space}`) : null,
      }
      const added = await town.as(town.actors.get(heads[school]!)!, (tx, me) =>
        addPresence(tx, me, town.recall(`${school}: ${partner}`), said),
      )
      if (!added.ok) throw new Error(`${partner} is not in the building: ${added.because}`)
    }
  await ownCalendar(town)
  await fixedTimes(town)
  await tellWeek(town)
  await tellDates(town)
  await tellHall(town)
}

/** Two partners agreed to be on the screen in the hall; on Thursday there is coffee. */
async function tellHall(town: Town) {
  const head = town.actors.get('Nadia Bouzid')!
  const coffee = { title: 'Koffieochtend voor ouders', weekday: 4, from: '08:30', until: '09:30', place: 'Ouderkamer' }
  await town.as(head, (tx, me) => addHour(tx, me, coffee))
  for (const name of ['Logopedie Spraakwijzer', 'Bibliotheek Wilgenveen'])
    await town.as(head, (tx, me) => agreeHall(tx, me, town.recall(`De Waterlelie: ${name}`), name))
}

/** On Thursday a specialist teacher has Joost’s group for an hour; the team meets on Tuesday. */
async function fixedTimes(town: Town) {
  const meeting = { kind: 'busy', weekday: 2, from: '15:15', until: '16:30' } as const
  const gym = { kind: 'covered', weekday: 4, from: '10:30', until: '11:15' } as const
  const told = [
    ...['Nadia Bouzid', 'Marjolein van Veen', 'Joost Hendriks'].map((name) => ({ name, ...meeting })),
    { name: 'Joost Hendriks', ...gym },
  ]
  for (const { name, ...said } of told) {
    const added = await town.as(town.actors.get(name)!, (tx, me) => addDuty(tx, me, said))
    if (!added.ok) throw new Error(`${name} has no fixed times: ${added.because}`)
  }
}

/** Joost brings his calendar as a file: from it only is kept that he is busy. */
async function ownCalendar(town: Town) {
  const on = (days: number, time: string) => `${dayPlus(town.today, days).replaceAll('-', '')}T${time}00`
  const lines = [3, 5].flatMap((days, nth) => [
    ...['BEGIN:VEVENT', `UID:${nth}@school.example`, 'SUMMARY:Bespreking', 'RRULE:FREQ=WEEKLY;COUNT=20'],
    ...[`DTSTART;TZID=Europe/Amsterdam:${on(days, '1445')}`, `DTEND;TZID=Europe/Amsterdam:${on(days, '1600')}`],
    'END:VEVENT',
  ])
  const file = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
  const bytes = new TextEncoder().encode(file)
  const now = new Date(`${town.today}T08:00:00Z`)
  const read = await town.as(town.actors.get('Joost Hendriks')!, (tx, me) =>
    addFile(tx, me, hoursIn(bytes, 'file', now.getTime()), now),
  )
  if (!read.ok) throw new Error(`Joost has no calendar: ${read.because}`)
}
