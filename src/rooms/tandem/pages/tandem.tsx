import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay, sayLongDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import type { Group } from '#rooms/signals/door.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { longest } from '../forms.ts'
import type { TandemPoint } from '../tables.ts'
import { words } from '../words/words.ts'
import { Proposals } from './signals.tsx'

type Points = readonly TandemPoint[]
export type TandemProps = {
  next: Day
  now: Points
  later: Points
  settled: Points
  /** All that is open, and of that what does not stand on the agenda yet. */
  signals: readonly Group[]
  proposed: readonly Group[]
  today: Day
}
type Props = TandemProps & { said: Said }

/** What the two speak about next, what the network proposes, and what they agreed before. */
export const TandemPage = ({ next, now, later, settled, signals, proposed, said, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page title={t.title} lead={t.lead}>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <h2>{fill(t.next, { day: sayLongDay(next, language) })}</h2>
      <Actions>
        <ButtonLink href="/tandem/blad" kind="quiet" icon="print">
          {t['sheet.print']}
        </ButtonLink>
      </Actions>
      <Details summary={t['day.change']} open={Boolean(errors['day'])}>
        <Form action="/tandem/dag">
          <DateField
            name="day"
            label={t['day.label']}
            hint={t['day.hint']}
            min={today}
            value={said.values['day'] ?? next}
            error={errors['day']}
          />
          <Submit kind="quiet">{t['day.do']}</Submit>
        </Form>
      </Details>
      <section>
        <h2>{t['now.title']}</h2>
        {now.length === 0 && <p>{t['now.none']}</p>}
        {now.map((point) => (
          <PointCard point={point} said={said} error={errors[`outcome-${point.id}`]} />
        ))}
      </section>
      <Proposals signals={signals} proposed={proposed} />
      <OwnPoint said={said} error={errors['what']} />
      <Later points={later} today={today} />
      <Settled points={settled} today={today} />
    </Page>
  )
}

/** One point: what was agreed about it is one line; else it waits until next time. */
const PointCard = ({ point, said, error }: { point: TandemPoint; said: Said; error: string | undefined }) => {
  const t = words.use()
  const at = `/tandem/punten/${point.id}`
  return (
    <Card title={point.what} level={3}>
      <p class="soft">{point.signal ? t['now.signal'] : t['now.own']}</p>
      <Form action={`${at}/uitkomst`}>
        <TextField
          id={`outcome-${point.id}`}
          name="outcome"
          label={t['outcome.label']}
          maxlength={longest.outcome}
          autocomplete="off"
          value={error ? said.values['outcome'] : ''}
          error={error}
        />
        <Submit icon="check">{t['outcome.do']}</Submit>
      </Form>
      <Actions>
        <ButtonForm action={`${at}/doorschuiving`} label={t['carry.do']} about={point.what} kind="quiet" icon="next" />
        <ButtonForm action={`${at}/verwijdering`} label={t['remove.do']} about={point.what} kind="quiet" />
      </Actions>
    </Card>
  )
}

const OwnPoint = ({ said, error }: { said: Said; error: string | undefined }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['own.title']}</h2>
      <Form action="/tandem/punten">
        <TextField
          name="what"
          label={t['own.label']}
          hint={t['own.hint']}
          maxlength={longest.what}
          autocomplete="off"
          value={said.values['what']}
          error={error}
        />
        <Submit kind="quiet">{t['own.do']}</Submit>
      </Form>
    </section>
  )
}

const Later = ({ points, today }: { points: Points; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  if (!points.length) return null
  return (
    <section>
      <h2>{t['later.title']}</h2>
      <List label={t['later.title']}>
        {points.map(({ id, what, carriedTo }) => (
          <Row
            title={what}
            when={carriedTo && sayDay(carriedTo, language, today)}
            action={
              <ButtonForm action={`/tandem/punten/${id}/terugkeer`} label={t['back.do']} about={what} kind="quiet" />
            }
          />
        ))}
      </List>
    </section>
  )
}

const Settled = ({ points, today }: { points: Points; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  if (!points.length) return null
  return (
    <section>
      <h2>{t['settled.title']}</h2>
      <List label={t['settled.title']}>
        {points.map(({ what, outcome, settledOn }) => (
          <Row title={what} line={outcome} when={settledOn && sayDay(settledOn, language, today)} />
        ))}
      </List>
      <p class="soft">{t['settled.more']}</p>
    </section>
  )
}
