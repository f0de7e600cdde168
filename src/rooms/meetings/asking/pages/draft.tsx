import type { Said } from '#kit/form/form.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { fill } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Choices, Tick } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, TimeField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Pair } from '#ui/say.tsx'
import { Proposals } from '../../finding/pages/proposals.tsx'
import type { Found } from '../../finding/rules.ts'
import { AtOnceForm } from '../../fixing/pages/fix.tsx'
import { useErrors } from '../../pages/parts.tsx'
import { Agenda } from '../../points/pages/agenda.tsx'
import { words as pointWords } from '../../points/words/words.ts'
import type { Meeting } from '../../tables.ts'
import { Wishes } from '../../wishes/pages/wishes.tsx'
import { words } from '../../words/words.ts'
import { ownRows } from '../forms.ts'

type Props = {
  meeting: Meeting
  invitees: readonly Person[]
  rooms: readonly { id: string; name: string }[]
  points: readonly string[]
  found: Found
  said: Said
  /** What was said back of the moment that is known already. */
  fix: Said | undefined
  today: Day
}
type Person = { id: string; name: string; personId: string | null; travel: number }

/** Which moments, who must, and how open it is. After this the letters go. */
export const DraftPage = ({ meeting, invitees, rooms, points, found, said, fix, today }: Props) => {
  const t = words.use()
  const sayErrors = useErrors()
  const errors = sayErrors(said.errors)
  const { values } = said
  const at = `/bijeenkomsten/${meeting.id}`
  return (
    <Page
      title={meeting.title}
      lead={`${fill(t['one.minutes'], { minutes: meeting.minutes })}. ${t['draft.lead']}`}
      back={{ href: '/bijeenkomsten', label: t['one.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={{ ...errors, ...sayErrors(fix?.errors ?? {}) }} />
      <p>
        {fill(t['draft.with'], { names: invitees.map(({ name }) => name).join(', ') })}{' '}
        <a href={`${at}/genodigden`}>{t['draft.invited']}</a>
      </p>
      <Details summary={pointWords.use().heading} open={false}>
        <Agenda meeting={meeting} points={points} isMaker bare />
      </Details>
      <AtOnceForm at={`${at}/vaststelling`} rooms={rooms} said={fix} today={today} />
      <Form action={`${at}/uitvraag`}>
        <h2>{t['draft.who']}</h2>
        <Choices
          name="required"
          label={t['draft.required']}
          hint={t['draft.required.hint']}
          values={values.required}
          error={errors.required}
          options={invitees.map(({ id, name, personId }) => ({
            value: id,
            label: personId === meeting.madeBy ? fill(t['one.you'], { name }) : name,
          }))}
        />
        <Wishes at={`${at}/wensen`} invitees={invitees} madeBy={meeting.madeBy} said={said} />
        <h2>{t['draft.moments']}</h2>
        <Proposals found={found} chosen={[values.moment ?? []].flat()} error={errors.moment} today={today} />
        <OwnMoments
          open={!found.proposals.length || ownRows.some((nr) => values[`day${nr}`] || errors[`day${nr}`])}
          said={said}
          today={today}
        />
        <DateField
          name="answerBy"
          label={t['draft.answerBy']}
          hint={t['draft.answerBy.hint']}
          min={today}
          max={dayPlus(today, 90)}
          value={values.answerBy}
          error={errors.answerBy}
        />
        <Tick name="showsAnswers" label={t['draft.showsAnswers']} checked={values.showsAnswers === 'yes'} />
        <Tick
          name="showsMails"
          label={t['draft.showsMails']}
          hint={t['draft.showsMails.hint']}
          checked={values.showsMails === 'yes'}
        />
        <Tick name="takesOptions" label={t['draft.takesOptions']} checked={values.takesOptions === 'yes'} />
        <Submit icon="mail">{t['draft.do']}</Submit>
      </Form>
      <ButtonForm action={`${at}/verwijdering`} label={t['draft.drop']} kind="quiet" />
    </Page>
  )
}

/** Folded where the house found moments: whoever wants another types it. */
const OwnMoments = ({ open, said, today }: { open: boolean; said: Said; today: Day }) => {
  const t = words.use()
  const errors = useErrors()(said.errors)
  return (
    <Details summary={t['find.also']} open={open}>
      <p class="soft">{t['draft.own.hint']}</p>
      {ownRows.map((nr) => (
        <Pair>
          <DateField
            name={`day${nr}`}
            label={fill(t['draft.day'], { nr })}
            value={said.values[`day${nr}`]}
            error={errors[`day${nr}`]}
            min={today}
          />
          <TimeField name={`time${nr}`} label={fill(t['draft.time'], { nr })} value={said.values[`time${nr}`]} />
        </Pair>
      ))}
    </Details>
  )
}
