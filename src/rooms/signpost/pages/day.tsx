import { type Day, sayDay, sayLongDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { InBuilding } from '#rooms/agenda/door.ts'
import { Page } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import type { Bell } from '../queries.ts'
import { type GroupToday, type Held, numbers, worksOn } from '../rules.ts'
import { words } from '../words/words.ts'
import { useRole } from './contact.tsx'

export type DayAtSchool = {
  school: string
  bells: readonly Bell[]
  groups: readonly GroupToday[]
  turnTo: readonly Held[]
  present: readonly InBuilding[]
}

/** One A4 for whoever stands in today: the bell, the groups, whom to turn to, who is in the building. */
export const DayPage = ({ at, today, address }: { at: DayAtSchool; today: Day; address: string }) => {
  const t = words.use()
  const language = useLanguage()
  const title = fill(t['day.title'], { school: at.school })
  return (
    <Page title={title} heading={null}>
      <Sheet title={title} address={address} date={sayDay(today, language)} print={t.print}>
        <p>{fill(t['day.lead'], { day: sayLongDay(today, language) })}</p>
        <h2>{t['day.numbers']}</h2>
        <p>
          <strong>{fill(t['safety.line'], numbers)}</strong>
        </p>
        <TurnTo turnTo={at.turnTo} today={today} />
        <Bells bells={at.bells} />
        <InHouse present={at.present} />
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
      <p>{t['day.child']}</p>
      <Table
        caption={t['day.turnTo']}
        captionHidden
        columns={[t['day.role'], t['day.who'], t['day.phone'], t['day.there']].map((label) => ({ label }))}
        rows={turnTo.map(({ colleague, roles }) => ({
          cells: [
            roles.map(sayRole).join(', '),
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
        <p>{bells.map(({ from, until, part }) => `${from}–${until} ${t[`day.part.${part}`]}`).join(' · ')}</p>
      )}
    </section>
  )
}

const InHouse = ({ present }: Pick<DayAtSchool, 'present'>) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['day.inHouse']}</h2>
      {present.length === 0 ? (
        <p>{t['day.inHouse.none']}</p>
      ) : (
        <Table
          caption={t['day.inHouse']}
          captionHidden
          columns={[t['ten.partner'], t['day.time'], t['day.where']].map((label) => ({ label }))}
          rows={present.map(({ partner, from, until, space }) => ({
            cells: [partner, fill(t['presence.time'], { from, until }), space ?? '–'],
          }))}
        />
      )}
    </section>
  )
}

const Groups = ({ groups }: Pick<DayAtSchool, 'groups'>) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['day.groups']}</h2>
      {groups.length === 0 ? (
        <p>{t['day.groups.none']}</p>
      ) : (
        <Table
          caption={t['day.groups']}
          captionHidden
          columns={[t['day.group'], t['day.teachers'], t['day.away']].map((label) => ({ label }))}
          rows={groups.map(({ name, today, away }) => ({
            cells: [name, today.join(', ') || '–', away.join(', ') || '–'],
          }))}
        />
      )}
    </section>
  )
}
