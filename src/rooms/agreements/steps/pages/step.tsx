import type { Said } from '#kit/form/form.ts'
import { type Day, sayDate, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Notice } from '#ui/notice.tsx'
import { Letter, PrintButton } from '#ui/sheet.tsx'
import { longestReason } from '../forms.ts'
import type { SignedFor, StepShown } from '../queries.ts'
import { stateOfStep, usuallyWakes } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = { steps: readonly StepShown[]; said: Said | undefined; today: Day; tends: boolean }

/** What was decided, and the click that does it. */
export const StepPage = ({ steps, said, today, tends }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const [last] = steps
  if (!last) return null
  const { step, line } = last
  const { name } = line
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said?.errors ?? {}).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  const state = stateOfStep(step, line, today)
  return (
    <Page
      title={fill(t[`title.${step.step}`], { name })}
      lead={fill(t['lead'], { day: sayDay(step.decidedOn, language, today) })}
      back={{ href: `/netwerk/${line.id}`, label: fill(t['back'], { name }) }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <p>
        <a href={step.path}>{t['decision']}</a>
      </p>
      {state === 'done' && <Notice text={fill(t[`is.${step.step}`], { name })} />}
      {state === 'declined' && <Notice kind="tell" text={fill(t['is.declined'], { reason: step.declined ?? '' })} />}
      {state === 'waits' && !tends && <Notice kind="waits" text={t['waits']} />}
      {state === 'waits' && tends && <DoIt last={last} said={said} errors={errors} today={today} />}
      {tends && (
        <Actions>
          <ButtonLink href={`/netwerk/${line.id}/vervolg/brief`} kind="quiet" icon="print">
            {t['letter']}
          </ButtonLink>
        </Actions>
      )}
    </Page>
  )
}

type DoProps = { last: StepShown; said: Said | undefined; errors: Record<string, string>; today: Day }

const DoIt = ({ last: { step, line }, said, errors, today }: DoProps) => {
  const t = words.use()
  const at = `/netwerk/${line.id}`
  const ends = step.step === 'ends'
  const values = said?.values ?? {}
  return (
    <>
      <Form action={ends ? `${at}/afsluiting` : `${at}/vervolg/slaap`}>
        <DateField
          name="until"
          label={t[`day.${step.step}`]}
          hint={t[`day.${step.step}.hint`]}
          value={values['until'] ?? (ends ? today : usuallyWakes(today))}
          error={errors['until']}
        />
        <Submit>{t[`do.${step.step}`]}</Submit>
      </Form>
      <Details summary={t['decline']} open={Boolean(errors['reason'])}>
        <Form action={`${at}/vervolg/afwijzing`}>
          <TextArea
            name="reason"
            label={t['decline.reason']}
            hint={t['decline.hint']}
            rows={2}
            maxlength={longestReason}
            value={values['reason']}
            error={errors['reason']}
          />
          <Submit kind="quiet">{t['decline.do']}</Submit>
        </Form>
      </Details>
    </>
  )
}

/** On a list of what waits: decided, and not done yet. */
export const StepRows = ({ steps, today }: { steps: readonly StepShown[]; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const open = steps.filter(({ step, line }) => stateOfStep(step, line, today) === 'waits')
  if (!open.length) return null
  return (
    <section>
      <h2>{t['rows.title']}</h2>
      <List label={t['rows.title']}>
        {open.map(({ step, line }) => (
          <Row
            title={line.name}
            href={`/netwerk/${line.id}/vervolg`}
            line={t[`row.${step.step}`]}
            when={fill(t['row.decided'], { day: sayDay(step.decidedOn, language, today) })}
          />
        ))}
      </List>
    </section>
  )
}

type LetterProps = { found: StepShown; signed: SignedFor; today: Day }

/** The letter that goes with it: short, kind, and true. */
export const StepLetterPage = ({ found: { step, line }, signed, today }: LetterProps) => {
  const t = words.use()
  const language = useLanguage()
  const { name, label, postcode, place, until, sleepsUntil } = line
  const to = label?.split('\n') ?? [name, [postcode, place].filter(Boolean).join(' ')]
  const day = sayDay(step.step === 'ends' ? (until ?? today) : (sleepsUntil ?? usuallyWakes(today)), language)
  return (
    <Page
      title={fill(t['letter.title'], { name })}
      lead={t['letter.lead']}
      back={{ href: `/netwerk/${line.id}/vervolg`, label: fill(t[`title.${step.step}`], { name }) }}
    >
      <PrintButton>{t['letter.print']}</PrintButton>
      <Letter
        to={to.filter(Boolean)}
        day={[place, sayDate(today, language)].filter(Boolean).join(', ')}
        subject={t['letter.subject']}
      >
        <p>{fill(t['letter.dear'], { name: signed.face ?? name })}</p>
        <p>{fill(t[`letter.${step.step}`], { day })}</p>
        <p>{t['letter.thanks']}</p>
        <p>{t['letter.bye']}</p>
        <p class="letter-sign">{[signed.owner, signed.school].filter(Boolean).join(', ')}</p>
      </Letter>
    </Page>
  )
}
