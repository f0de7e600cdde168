import type { Said } from '#kit/form/form.ts'
import { sayKey } from '#kit/words/words.ts'
import { Choice, Tick } from '#ui/choice.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { votes, type Way } from '../tables.ts'
import { words } from '../words/words.ts'

export const errorsOf = ({ errors }: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

/** A thumb, and of an open vote a reason and who would take it up. */
export const VoteForm = ({ at, kind, said }: { at: string; kind: Way; said: Said }) => {
  const t = words.use()
  const errors = errorsOf(said, t)
  const isOpen = kind === 'open'
  return (
    <Form action={at}>
      <CalmLine icon={isOpen ? 'people' : 'leaf'}>{t[isOpen ? 'poll.public' : 'poll.secret']}</CalmLine>
      <Choice
        name="vote"
        label={t['vote.label']}
        value={said.values['vote']}
        error={errors['vote']}
        options={votes.map((vote) => ({ value: vote, label: t[`vote.${vote}`] }))}
      />
      {isOpen && (
        <>
          <TextField
            name="why"
            label={t['vote.why']}
            value={said.values['why']}
            error={errors['why']}
            maxlength={300}
          />
          <Tick name="takesUp" label={t['vote.takesUp']} checked={said.values['takesUp'] === 'yes'} />
        </>
      )}
      <Submit>{t['vote.do']}</Submit>
    </Form>
  )
}
