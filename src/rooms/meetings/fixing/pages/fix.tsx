import type { Said } from '#kit/form/form.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Choice } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, Select, TextField, TimeField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Pair } from '#ui/say.tsx'
import { longestPlace } from '../../asking/forms.ts'
import { sayMoment, useErrors } from '../../pages/parts.tsx'
import { useWhy } from '../../pages/results.tsx'
import { dayIn, type Invited, localOf, type Offered, timeIn, weighed } from '../../rules.ts'
import { Repeat } from '../../series/pages/repeat.tsx'
import { words } from '../../words/words.ts'
import type { RoomInUse } from '../queries.ts'
import { anyRoom, freeRoom } from '../rules.ts'

type Room = { id: string; name: string }
type WhereProps = {
  rooms: readonly Room[]
  said: Said | undefined
  errors: Record<string, string>
  spaceId?: string | null
}

const Where = ({ rooms, said, errors, spaceId }: WhereProps) => {
  const t = words.use()
  return (
    <>
      {rooms.length > 0 && (
        <Select
          name="spaceId"
          label={t['fix.space']}
          blank={t['fix.space.none']}
          value={said ? said.values.spaceId : spaceId}
          error={errors.spaceId}
          options={[
            { value: anyRoom, label: t['fix.space.any'] },
            ...rooms.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextField
        name="place"
        label={t['fix.place']}
        hint={t['fix.place.hint']}
        maxlength={longestPlace}
        value={said?.values.place}
        error={errors.place}
      />
    </>
  )
}

type ChooseProps = {
  at: string
  options: readonly Offered[]
  invited: readonly Invited[]
  quorum: number | null
  rooms: readonly RoomInUse[]
  minutes: number
  said: Said | undefined
  today: Day
}

/** The moment, the room, and off go the invitations. The best moment is chosen already, and a room that is free then. */
export const ChooseForm = ({ at, options, invited, quorum, rooms, minutes, said, today }: ChooseProps) => {
  const t = words.use()
  const language = useLanguage()
  const why = useWhy(invited.length)
  const errors = useErrors()(said?.errors ?? {})
  const ranked = weighed(options, invited, quorum)
  const free = (startsAt: Date) => freeRoom(rooms, [startsAt], minutes)?.name
  const sayFree = (room: string | undefined) =>
    room ? fill(t['find.why.room'], { room }) : rooms.length ? t['fix.space.full'] : ''
  return (
    <section>
      <h2>{t['fix.title']}</h2>
      <Form action={at}>
        <Choice
          name="option"
          label={t['fix.option']}
          value={said ? said.values.option : ranked[0]?.id}
          error={errors.option}
          options={ranked.map((one) => ({
            value: one.id,
            label: sayMoment(one.startsAt, minutes, language, today),
            hint: `${why(one)} ${sayFree(free(one.startsAt))}`.trim(),
          }))}
        />
        <Where
          rooms={rooms}
          said={said}
          errors={errors}
          spaceId={ranked[0] && free(ranked[0].startsAt) ? anyRoom : null}
        />
        <Repeat said={said} errors={errors} today={today} />
        <CalmLine icon="lock">{t['fix.calm']}</CalmLine>
        <Submit icon="calendar">{t['fix.do']}</Submit>
      </Form>
    </section>
  )
}

type MoveProps = {
  at: string
  startsAt: Date
  spaceId: string | null
  rooms: readonly Room[]
  said: Said | undefined
  today: Day
}
/** Another day, time or room; everybody hears of it. */
export const MoveForm = (props: MoveProps) => {
  const t = words.use()
  return (
    <Details summary={t['move.title']} open={props.said !== undefined}>
      <MoveFields {...props} />
    </Details>
  )
}

/** The same without the fold: of one date in a series it is the page. */
export const MoveFields = ({ at, startsAt, spaceId, rooms, said, today }: MoveProps) => {
  const t = words.use()
  const errors = useErrors()(said?.errors ?? {})
  const local = localOf(startsAt)
  return (
    <Form action={at}>
      <Pair>
        <DateField
          name="day"
          label={t['move.day']}
          min={today}
          max={dayPlus(today, 400)}
          value={said ? said.values.day : dayIn(local)}
          error={errors.day}
        />
        <TimeField
          name="time"
          label={t['move.time']}
          value={said ? said.values.time : timeIn(local)}
          error={errors.time}
        />
      </Pair>
      <Where rooms={rooms} said={said} errors={errors} spaceId={spaceId} />
      <Submit kind="quiet">{t['move.do']}</Submit>
    </Form>
  )
}

type AtOnceProps = { at: string; rooms: readonly Room[]; said: Said | undefined; today: Day }
/** The moment is known already: nobody has to be asked. */
export const AtOnceForm = ({ at, rooms, said, today }: AtOnceProps) => {
  const t = words.use()
  const errors = useErrors()(said?.errors ?? {})
  return (
    <Details summary={t['fix.atOnce']} open={said !== undefined}>
      <Form action={at}>
        <p class="soft">{t['fix.atOnce.hint']}</p>
        <Pair>
          <DateField
            name="day"
            label={t['move.day']}
            min={today}
            max={dayPlus(today, 365)}
            value={said?.values.day}
            error={errors.day}
          />
          <TimeField name="time" label={t['move.time']} value={said?.values.time} error={errors.time} />
        </Pair>
        <Where rooms={rooms} said={said} errors={errors} spaceId={anyRoom} />
        <Repeat said={said} errors={errors} today={today} />
        <CalmLine icon="lock">{t['fix.calm']}</CalmLine>
        <Submit icon="calendar">{t['fix.do']}</Submit>
      </Form>
    </Details>
  )
}
