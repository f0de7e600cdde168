import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Actions, Button, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { longestReason } from '../forms.ts'
import type { Decided, LineOfRound, Prepared } from '../queries.ts'
import { nextAfter } from '../rules.ts'
import { decisions, type Round } from '../tables.ts'
import { words } from '../words/words.ts'
import { Facts } from './facts.tsx'

type Props = {
  line: Prepared
  round: Round
  lines: readonly LineOfRound[]
  decided: readonly Decided[]
  said: Said | undefined
  mayDecide: boolean
  today: Day
}

/** One line for one minute: what is known, why, and four buttons. Enter goes on. */
export const LinePage = ({ line, round, lines, decided, said, mayDecide, today }: Props) => {
  const t = words.use()
  const at = lines.findIndex(({ id }) => id === line.id) + 1
  const now = decided.find(({ roundId }) => roundId === round.id)
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said?.errors ?? {}).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  const next = nextAfter(lines, line.id)
  return (
    <Page
      title={line.name}
      lead={at > 0 ? fill(t['line.place'], { at, all: lines.length }) : undefined}
      back={{ href: '/jaarronde', label: t['line.back'] }}
      narrow
      ownFocus={mayDecide}
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Facts line={line} today={today} />
      {line.began?.obligation === 'law' && <CalmLine>{t['line.law']}</CalmLine>}
      {mayDecide && (
        <DecisionForm
          id={line.id}
          said={said ?? valuesOf(now)}
          errors={errors}
          autofocus={!Object.keys(errors).length}
        />
      )}
      <DecisionsAbout decided={decided} today={today} />
      <Actions>
        {mayDecide && next && (
          <ButtonLink href={`/jaarronde/${next.id}`} kind="quiet" icon="next">
            {t['line.skip']}
          </ButtonLink>
        )}
        {mayDecide && now && (
          <ButtonLink href={`/jaarronde/${line.id}/brief`} kind="quiet" icon="print">
            {t['line.letter']}
          </ButtonLink>
        )}
        {mayDecide && now?.decision === 'stop' && !line.until && (
          <ButtonLink href={`/netwerk/${line.id}/vervolg`} kind="quiet" icon="close">
            {fill(t['line.end'], { name: line.name })}
          </ButtonLink>
        )}
        <ButtonLink href={`/netwerk/${line.id}`} kind="quiet">
          {t['line.card']}
        </ButtonLink>
      </Actions>
    </Page>
  )
}

const valuesOf = (now: Decided | undefined): Said => ({
  values: { reason: now?.reason ?? '', tell: now?.tell ?? '' },
  errors: {},
})

type FormProps = { id: string; said: Said; errors: Record<string, string>; autofocus: boolean }

// The first button is the one that Enter presses: most lines go on.
const DecisionForm = ({ id, said: { values }, errors, autofocus }: FormProps) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['line.question']}</h2>
      <Form action={`/jaarronde/${id}/besluit`}>
        <TextField
          name="reason"
          label={t['line.reason']}
          hint={t['line.reason.hint']}
          maxlength={longestReason}
          autocomplete="off"
          autofocus={autofocus}
          value={values['reason']}
          error={errors['reason']}
        />
        <div class="actions" id="decision">
          {decisions.map((decision) => (
            <Button name="decision" value={decision} kind={decision === 'on' ? 'do' : 'quiet'}>
              {t[`decision.${decision}`]}
            </Button>
          ))}
        </div>
        <Details summary={t['line.tell.summary']} open={Boolean(values['tell'] || errors['tell'])}>
          <TextArea
            name="tell"
            label={t['line.tell']}
            hint={t['line.tell.hint']}
            rows={3}
            maxlength={800}
            value={values['tell']}
            error={errors['tell']}
          />
        </Details>
      </Form>
    </section>
  )
}

/** What was decided about a line over the years, and why. */
export const DecisionsAbout = ({ decided, today }: { decided: readonly Decided[]; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  if (!decided.length) return null
  return (
    <section>
      <h2>{t['line.before']}</h2>
      <ul>
        {decided.map(({ decision, decidedOn, by, reason }) => (
          <li>
            {fill(by ? t['line.before.by'] : t['line.before.nobody'], {
              decision: t[`decided.${decision}`],
              day: sayDay(decidedOn, language, today),
              name: by ?? '',
            })}
            {reason && `: ${reason}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
