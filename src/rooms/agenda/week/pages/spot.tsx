import type { Said } from '#kit/form/form.ts'
import { type Day, dayPlus, sayDay, sayWeekday, type Weekday } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Select, TimeField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { schoolDays } from '../../rules.ts'
import type { Spot } from '../../timetable/spots.ts'
import { words } from '../../words/words.ts'
import { type CardView, type Facts, groupsOf, type SessionOf, timeOf } from '../rules.ts'
import { sayBehind, sayGroups } from './week.tsx'

export type SpotProps = {
  facts: Facts
  session: SessionOf
  /** Where it stands now; without it, it has no place yet. */
  card: CardView | undefined
  others: CardView[]
  spots: Spot[]
  said: Said
}

/** One session: where it may go, cheapest first, with whom it may change places, or anywhere by hand. */
export const SpotPage = ({ facts, session, card, others, spots, said }: SpotProps) => {
  const t = words.use()
  const language = useLanguage()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  const base = card ? `/rooster/plekken/${card.id}` : `/rooster/sessies/${session.id}`
  const action = card ? `${base}/verplaatsing` : `${base}/plek`
  const where = card && `${sayWeekday(card.weekday as Weekday, language, 'long')} ${card.from}–${card.until}`
  return (
    <Page
      title={fill(t[card ? 'spot.title' : 'spot.title.new'], { partner: session.partner })}
      lead={[where, sayGroups(groupsOf(facts, session), t), card?.room, card && sayBehind(card.behind, t)]
        .filter(Boolean)
        .join(' · ')}
      back={{ href: `/rooster?week=${facts.monday}`, label: t['spot.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {card && (
        <Actions>
          <ButtonLink href={`${base}/uitzondering?week=${facts.monday}`} kind="quiet" icon="calendar">
            {fill(t['spot.once'], { day: sayDay(dayPlus(facts.monday, card.weekday - 1), language) })}
          </ButtonLink>
          <ButtonLink href={`/rooster/sessies/${session.id}/wijziging`} kind="quiet" icon="edit">
            {t['session.change']}
          </ButtonLink>
        </Actions>
      )}
      <p>{fill(t['spot.from'], { day: sayDay(facts.monday, language) })}</p>
      <Free facts={facts} spots={spots} action={action} />
      {card && <Swaps card={card} others={others} monday={facts.monday} />}
      <Form action={action}>
        <h2>{t['spot.hand']}</h2>
        <input type="hidden" name="week" value={facts.monday} />
        <Select
          name="weekday"
          label={t['spot.weekday']}
          value={said.values['weekday'] ?? String(card?.weekday ?? '')}
          error={errors['weekday']}
          options={schoolDays.map((day) => ({ value: String(day), label: sayWeekday(day, language, 'long') }))}
        />
        <TimeField
          name="from"
          label={t['presence.from']}
          value={said.values['from'] ?? card?.from}
          error={errors['from']}
        />
        <Select
          name="spaceId"
          label={t['presence.space']}
          blank={t['spot.noRoom']}
          value={said.values['spaceId'] ?? facts.rooms.find(({ name }) => name === card?.room)?.id ?? session.spaceId}
          error={errors['spaceId']}
          options={facts.rooms.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Submit>{t['spot.do']}</Submit>
      </Form>
      {card && <Rest card={card} monday={facts.monday} />}
    </Page>
  )
}

const Free = ({ facts, spots, action }: { facts: Facts; spots: Spot[]; action: string }) => {
  const t = words.use()
  const language = useLanguage()
  if (!spots.length) return <p class="soft">{t['spot.none']}</p>
  return (
    <section>
      <h2>{t['spot.free']}</h2>
      <List label={t['spot.free']}>
        {spots.slice(0, 8).map(({ weekday, from, room, misses }) => {
          const at = `${sayWeekday(weekday as Weekday, language, 'long')} ${timeOf(from)}`
          const place = facts.rooms.find(({ id }) => id === room)?.name
          const behind = misses.filter(Boolean).length
            ? fill(t['timetable.behind'], { subject: misses.filter(Boolean).join(', ') })
            : t['spot.nothing']
          const fields = { week: facts.monday, weekday: String(weekday), from: timeOf(from), spaceId: room ?? '' }
          return (
            <Row
              title={at}
              line={[place, behind].filter(Boolean).join(' · ')}
              action={<ButtonForm action={action} fields={fields} label={t['spot.here']} about={at} kind="quiet" />}
            />
          )
        })}
      </List>
    </section>
  )
}

const Swaps = ({ card, others, monday }: { card: CardView; others: CardView[]; monday: Day }) => {
  const t = words.use()
  const language = useLanguage()
  if (!others.length) return null
  return (
    <Form action={`/rooster/plekken/${card.id}/ruil`}>
      <h2>{t['spot.swap']}</h2>
      <input type="hidden" name="week" value={monday} />
      <Select
        name="other"
        label={t['spot.swap.with']}
        options={others.map((one) => ({
          value: one.id,
          label: `${sayWeekday(one.weekday as Weekday, language)} ${one.from} ${one.partner}, ${one.groups.map(({ name }) => name).join(', ')}`,
        }))}
      />
      <Submit kind="quiet">{t['spot.swap.do']}</Submit>
    </Form>
  )
}

const Rest = ({ card, monday }: { card: CardView; monday: Day }) => {
  const t = words.use()
  const fields = { week: monday, fixed: card.byHand ? '' : 'yes' }
  return (
    <Actions>
      <ButtonForm
        action={`/rooster/plekken/${card.id}/vast`}
        fields={fields}
        label={t[card.byHand ? 'spot.loosen' : 'spot.fix']}
        kind="quiet"
        icon="lock"
      />
      <ButtonForm
        action={`/rooster/plekken/${card.id}/verwijdering`}
        fields={{ week: monday }}
        label={t['spot.remove']}
        kind="quiet"
      />
    </Actions>
  )
}
