import type { Said } from '#kit/form/form.ts'
import { type Day, dayPlus } from '#kit/time/day.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { DateField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import type { PollShown } from '../queries.ts'
import { takesVotes } from '../rules.ts'
import { votes, ways } from '../tables.ts'
import { words } from '../words/words.ts'
import { HowFar } from './poll.tsx'
import { errorsOf } from './vote.tsx'

/** Beside a plan: what the team thinks of it, and the way to vote. */
export const PollSummary = ({ poll, today }: { poll: PollShown; today: Day }) => {
  const t = words.use()
  const isMine = takesVotes(poll, today) && poll.mine === false
  const counts = poll.kind === 'open' ? countsOf(poll) : poll
  return (
    <section>
      <h2>{t['poll.title']}</h2>
      <HowFar poll={poll} today={today} />
      {(poll.kind === 'open' || poll.yes !== null) && (
        <p>{votes.map((vote) => `${t[`vote.${vote}`]}: ${counts[vote] ?? 0}`).join(' · ')}</p>
      )}
      <ButtonLink href={`/stemmingen/${poll.id}`} kind={isMine ? 'do' : 'quiet'}>
        {t[isMine ? 'poll.go' : 'poll.see']}
      </ButtonLink>
    </section>
  )
}

const countsOf = ({ open }: PollShown) =>
  Object.fromEntries(votes.map((vote) => [vote, open.filter((one) => one.vote === vote).length])) as Record<
    (typeof votes)[number],
    number
  >

/** Asks the team about a plan: openly or with totals only, and until when. */
export const AskTheTeam = ({ action, said, today }: { action: string; said: Said; today: Day }) => {
  const t = words.use()
  const errors = errorsOf(said, t)
  return (
    <section>
      <h2>{t['ask.title']}</h2>
      <p>{t['ask.lead']}</p>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={action}>
        <Choice
          name="kind"
          label={t['ask.kind']}
          value={said.values['kind']}
          error={errors['kind']}
          options={ways.map((way) => ({ value: way, label: t[`kind.${way}`] }))}
        />
        <DateField
          name="closesOn"
          label={t['ask.closesOn']}
          hint={t['ask.closesOn.hint']}
          value={said.values['closesOn'] ?? dayPlus(today, 7)}
          error={errors['closesOn']}
        />
        <Submit kind="quiet">{t['ask.do']}</Submit>
      </Form>
    </section>
  )
}
