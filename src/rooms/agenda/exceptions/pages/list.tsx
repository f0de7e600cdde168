import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { sayGroups } from '../../week/pages/week.tsx'
import { type Facts, groupsOf } from '../../week/rules.ts'
import { words as ofWeek } from '../../words/words.ts'
import type { Reason, Undone } from '../rules.ts'
import { words } from '../words/words.ts'

type May = { makeWeek: boolean; typeLessons: boolean; tendPartners: boolean }
type Props = { facts: Facts; partners: { id: string; name: string }[]; may: May; today: Day }

type Line = { what: Undone; id: string; day: Day; said: string; reason?: Reason; mine: boolean }

/** Everything that is otherwise on one date, from this week on; each goes back in one step. */
export const ExceptionsPage = ({ facts, partners, may, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const lines = useLines(facts, partners, may)
  return (
    <Page title={t.title} lead={t.lead} narrow>
      {lines.length === 0 ? (
        <Empty title={t.empty}>{t['empty.text']}</Empty>
      ) : (
        <List label={t.title}>
          {lines.map(({ what, id, day, said, reason, mine }) => (
            <Row
              title={sayDay(day, language, today)}
              line={[said, reason && t[`reason.${reason}`]].filter(Boolean).join(' · ')}
              action={
                mine && (
                  <ButtonForm
                    action={`/rooster/uitzonderingen/${what}/${id}/verwijdering`}
                    label={t.undo}
                    about={`${sayDay(day, language, today)} ${said}`}
                    kind="quiet"
                  />
                )
              }
            />
          ))}
        </List>
      )}
      <Actions>
        {may.makeWeek && facts.sessions.length > 0 && (
          <ButtonLink href="/rooster/uitzonderingen/sessies" kind="quiet">
            {t['session.title']}
          </ButtonLink>
        )}
        {may.typeLessons && (
          <ButtonLink href="/rooster/uitzonderingen/groepen" kind="quiet">
            {t['group.title']}
          </ButtonLink>
        )}
        {may.tendPartners && (
          <ButtonLink href="/rooster/uitzonderingen/partners" kind="quiet">
            {t['partner.title']}
          </ButtonLink>
        )}
      </Actions>
    </Page>
  )
}

function useLines(facts: Facts, partners: Props['partners'], may: May): Line[] {
  const t = words.use()
  const week = ofWeek.use()
  const language = useLanguage()
  const ofSessions = facts.changes.sessions.flatMap(({ id, sessionId, kind, day, toDay, from, reason }) => {
    const session = facts.sessions.find((one) => one.id === sessionId)
    if (!session) return []
    const stood = facts.placed.find((one) => one.sessionId === sessionId)
    const said = fill(t[`line.${kind}`], {
      ...{ partner: session.partner, groups: sayGroups(groupsOf(facts, session), week) },
      ...{ from: from ?? stood?.from ?? '', to: sayDay(toDay ?? day, language, day) },
    })
    return [{ what: 'sessies' as const, id, day, said, reason, mine: may.makeWeek }]
  })
  const ofPartners = facts.changes.presences.flatMap(({ id, relationId, kind, day, from, until, reason }) => {
    const partner = partners.find((one) => one.id === relationId)?.name
    if (!partner) return []
    const said =
      kind === 'away'
        ? fill(t['line.away'], { partner })
        : fill(t['line.here'], { partner, from: from ?? '', until: until ?? '' })
    return [{ what: 'partners' as const, id, day, said, reason, mine: may.tendPartners }]
  })
  const ofGroups = facts.changes.groups.flatMap(({ id, groupId, kind, day, from, until, title }) => {
    const group = facts.groups.find((one) => one.id === groupId)?.name
    return group
      ? [
          {
            ...{ what: 'groepen' as const, id, day, mine: may.typeLessons },
            said: fill(t[`line.${kind}`], { group, title, from, until }),
          },
        ]
      : []
  })
  return [...ofSessions, ...ofPartners, ...ofGroups]
    .filter(({ day }) => day >= facts.monday)
    .sort((a, b) => a.day.localeCompare(b.day) || a.said.localeCompare(b.said))
}
