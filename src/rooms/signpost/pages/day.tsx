import { type Day, sayDay, sayLongDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { InBuilding } from '#rooms/agenda/door.ts'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import {
  endOf,
  type GroupOtherwise,
  type GroupSessions,
  type GroupToday,
  type Held,
  numbers,
  worksOn,
} from '../rules.ts'
import { words } from '../words/words.ts'
import { useRole } from './contact.tsx'
import { useFrameOfSheet } from './sheet.tsx'

export type DayAtSchool = {
  bells: readonly { from: string; until: string; part: 'lesson' | 'break' | 'lunch' }[]
  groups: readonly GroupToday[]
  turnTo: readonly Held[]
  present: readonly InBuilding[]
  /** What groups have else than every week. */
  otherwise: readonly GroupOtherwise[]
  sessions: readonly GroupSessions[]
}

/** One A4 for whoever stands in today: the bell, the groups, whom to turn to, who is in the building. */
export const DayPage = ({ at, today, address }: { at: DayAtSchool; today: Day; address: string }) => {
  const t = words.use()
  const language = useLanguage()
  const title = fill(t['day.title'], { school: useFrame().me?.place ?? '' })
  return (
    <Page title={title} heading={null} frame={useFrameOfSheet()}>
      <Sheet title={title} address={address} date={sayDay(today, language)} print={t.print}>
        <p>{fill(t['day.lead'], { day: sayLongDay(today, language) })}</p>
        <p class="small">
          <strong>{fill(t['safety.line'], numbers)}</strong>
        </p>
        <TurnTo turnTo={at.turnTo} today={today} />
        <Bells bells={at.bells} />
        <Otherwise otherwise={at.otherwise} />
        <InHouse present={at.present} />
        <OutOfClass sessions={at.sessions} />
        <Groups groups={at.groups} />
      </Sheet>
    </Page>
  )
}

const TurnTo = ({ turnTo, today }: Pick<DayAtSchool, 'turnTo'> & { today: Day }) => {
  const t = words.use()
  const sayRole = useRole()
  return (
    <section>
      <h2>{t['day.turnTo']}</h2>
      <p class="small">{t['day.child']}</p>
      <Table
        caption={t['day.turnTo']}
        captionHidden
        columns={[t['day.role'], t['day.who'], t['day.phone'], t['day.there']].map((label) => ({ label }))}
        rows={turnTo.map(({ colleague, roles }) => ({
          cells: [
            <span class="small">{roles.map(sayRole).join(', ')}</span>,
            colleague.name,
            colleague.phone ?? '–',
            worksOn(colleague, today) ? t['day.today'] : colleague.days.length ? t['day.notToday'] : t['days.unknown'],
          ],
        }))}
      />
    </section>
  )
}

const Bells = ({ bells }: Pick<DayAtSchool, 'bells'>) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['day.bells']}</h2>
      {bells.length === 0 ? (
        <p>{t['day.bells.none']}</p>
      ) : (
        <p class="small">
          {bells.map(({ from, until, part }) => `${from}–${until} ${t[`day.part.${part}`]}`).join(' · ')}
        </p>
      )}
    </section>
  )
}

const Otherwise = ({ otherwise }: Pick<DayAtSchool, 'otherwise'>) => {
  const t = words.use()
  if (!otherwise.length) return null
  return (
    <section>
      <h2>{t['day.otherwise']}</h2>
      <ul class="small">
        {otherwise.map(({ group, kind, title, from, until }) => (
          <li>
            <strong>{group}</strong> {`${from}–${until} ${title}`}
            {kind === 'lesson' ? '' : ` (${t[`day.otherwise.${kind}`]})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

// A sheet of paper has no room for tables of fourteen groups: one line of text says as much.
const InHouse = ({ present }: Pick<DayAtSchool, 'present'>) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['day.inHouse']}</h2>
      {present.length === 0 && <p>{t['day.inHouse.none']}</p>}
      <ul class="small">
        {present.map(({ partner, from, until, space }) => (
          <li>{[`${from}–${until} ${partner}`, space].filter(Boolean).join(', ')}</li>
        ))}
      </ul>
    </section>
  )
}

// Groups and hours, never who: the child knows, and the partner comes to fetch.
const OutOfClass = ({ sessions }: Pick<DayAtSchool, 'sessions'>) => {
  const t = words.use()
  if (!sessions.length) return null
  return (
    <section>
      <h2>{t['day.out']}</h2>
      <ul class="small">
        {sessions.map(({ group, sessions: mine }) => (
          <li>
            <strong>{group}</strong>{' '}
            {mine
              .map((one) => [`${one.from}–${endOf(one)} ${one.partner}`, one.space].filter(Boolean).join(', '))
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Groups = ({ groups }: Pick<DayAtSchool, 'groups'>) => {
  const t = words.use()
  const sayAway = (away: readonly string[]) =>
    away.length ? ` (${fill(t['day.away'], { names: away.join(', ') })})` : ''
  return (
    <section>
      <h2>{t['day.groups']}</h2>
      {groups.length === 0 && <p>{t['day.groups.none']}</p>}
      <p class="small">
        {groups.map(({ name, today, away }, place) => (
          <>
            {place > 0 && ' · '}
            <strong>{name}</strong> {today.join(', ') || '–'}
            {sayAway(away)}
          </>
        ))}
      </p>
    </section>
  )
}
