import { dayPlus, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm } from '#ui/button.tsx'
import { Days } from '#ui/days.tsx'
import { Page } from '#ui/frame.tsx'
import { Notice } from '#ui/notice.tsx'
import { Progress } from '#ui/progress.tsx'
import { Table } from '#ui/table.tsx'
import { schoolDays } from '../../rules.ts'
import { sayBehind, sayGroups } from '../../week/pages/week.tsx'
import { type Facts, groupsOf } from '../../week/rules.ts'
import { words as ofWeek } from '../../words/words.ts'
import type { Found, Proposed } from '../rules.ts'
import type { WeekPlan } from '../tables.ts'
import { words } from '../words/words.ts'

/** While the machine thinks: how far it is, and a button that says it is enough. */
export const ThinkingPage = ({ plan }: { plan: WeekPlan }) => {
  const t = words.use()
  const language = useLanguage()
  const here = `/rooster/weekvoorstellen/${plan.id}`
  const said =
    plan.points === null
      ? fill(t.searching, { seconds: plan.seconds })
      : fill(t.soFar, { seconds: plan.seconds, points: plan.points, bound: plan.bound ?? 0 })
  return (
    <Page
      title={fill(t.thinking, { day: sayDay(plan.monday, language) })}
      lead={fill(t['thinking.lead'], { most: plan.most })}
      back={{ href: `/rooster?week=${plan.monday}`, label: t.back }}
      narrow
    >
      <Progress
        id="plan"
        label={t.progress}
        said={said}
        done={Math.min(plan.seconds, plan.most)}
        total={plan.most}
        moving
        again={{ href: here, label: t.look }}
      />
      <ButtonForm action={`${here}/einde`} label={t.stop} kind="quiet" />
    </Page>
  )
}

type Props = { plan: WeekPlan; found: Found; facts: Facts; cards: Proposed[] }

/** What the machine found, what it costs in words, and the choice: take it over or throw it away. */
export const ProposalPage = ({ plan, found, facts, cards }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const week = ofWeek.use()
  const here = `/rooster/weekvoorstellen/${plan.id}`
  const moved = cards.filter((one) => one.moved).length
  return (
    <Page
      title={fill(t.title, { day: sayDay(plan.monday, language) })}
      lead={t[found.unplaced.length ? 'partly' : 'whole']}
      back={{ href: `/rooster?week=${plan.monday}`, label: t.back }}
    >
      {plan.takenAt ? (
        <Notice text={t.isTaken} />
      ) : (
        <Actions>
          {cards.length > 0 && <ButtonForm action={`${here}/aanvaarding`} label={t.take} icon="check" />}
          <ButtonForm action={`${here}/verwijdering`} label={t.drop} kind="quiet" />
        </Actions>
      )}
      {found.clashes.length > 0 && <Notice text={t.clashes} kind="waits" />}
      <Unplaced found={found} facts={facts} />
      <Cost found={found} moved={moved} />
      <Days
        label={t.week}
        columns={schoolDays.map((weekday) => ({
          key: String(weekday),
          label: sayDay(dayPlus(plan.monday, weekday - 1), language),
          cards: cards
            .filter((card) => card.weekday === weekday)
            .map((card) => ({
              ...{ id: card.id, from: card.from, time: `${card.from}–${card.until}`, title: card.partner },
              lines: [sayGroups(card.groups, week), card.room ?? '', sayBehind(card.behind, week)].filter(Boolean),
              tag: card.byHand ? t.fixed : card.moved ? t.new : undefined,
            })),
        }))}
      />
    </Page>
  )
}

const Cost = ({ found, moved }: { found: Found; moved: number }) => {
  const t = words.use()
  const { points, bound, proven, gap } = found
  const rows = (['core', 'again', 'moved'] as const).map((what) => ({
    cells: [t[`points.${what}`], t[`points.${what}.why`], String(points[what])],
  }))
  return (
    <section>
      <h2>{t.cost}</h2>
      <p>{proven ? t.proven : fill(t.gap, { gap, bound })}</p>
      <Table
        caption={t.cost}
        captionHidden
        columns={[{ label: t.what }, { label: t.why }, { label: t.points, numeric: true }]}
        rows={[...rows, { cells: [t.total, fill(t.moved, { moved }), String(points.total)] }]}
      />
    </section>
  )
}

/** Who found no place and why; and which single wish, let go, would give everything one. */
const Unplaced = ({ found, facts }: { found: Found; facts: Facts }) => {
  const t = words.use()
  const week = ofWeek.use()
  if (!found.unplaced.length) return null
  const partner = (id: string) => facts.sessions.find((one) => one.relationId === id)?.partner ?? ''
  return (
    <section class="notice notice-waits">
      <div>
        <h2>{t.unplaced}</h2>
        <ul>
          {found.unplaced.map(({ session: id, because, times }) => {
            const session = facts.sessions.find((one) => one.id === id)
            if (!session) return null
            const groups = sayGroups(groupsOf(facts, session), week)
            return (
              <li>
                {fill(t.out, { partner: session.partner, groups, times })} {t[`because.${because}`]}
              </li>
            )
          })}
        </ul>
        <h3>{t.help}</h3>
        {found.wouldHelp.length === 0 ? (
          <p>{t['help.none']}</p>
        ) : (
          <ul>
            {found.wouldHelp.map(({ what, by, externals }) => (
              <li>{fill(t[`help.${what}`], { by: by ?? 1, externals: (externals ?? []).map(partner).join(', ') })}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
