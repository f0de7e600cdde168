import type { Child } from 'hono/jsx'
import { Actions, ButtonForm } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import type { Noun, SaidAt } from '../forms.ts'
import { longestText } from '../forms.ts'
import { declineReasons, outcomes } from '../tables.ts'
import { words } from '../words/words.ts'
import { useErrors } from './parts.tsx'

/** `at`: the address of this request for whoever looks. `voice`: a colleague (“je”), or who came by a link (“u”). */
export type DeedProps = { at: string; said: SaidAt | undefined; voice: 'one' | 'guest' }
type FormProps = DeedProps & { noun: Noun; children?: Child; submit: string; kind?: 'do' | 'quiet' }

const DeedForm = ({
  at,
  noun,
  children,
  submit,
  kind = 'do',
}: Pick<FormProps, 'at' | 'noun' | 'children' | 'submit' | 'kind'>) => (
  <Form action={`${at}/${noun}`}>
    {children}
    <Submit kind={kind}>{submit}</Submit>
  </Form>
)

/** What was said back for this form; another form of the page starts empty. */
function useSaid(said: SaidAt | undefined, noun: Noun) {
  const errorsOf = useErrors()
  const mine = said?.noun === noun ? said : undefined
  return { values: mine?.values ?? {}, errors: errorsOf(mine?.errors ?? {}), open: mine !== undefined }
}

export const AcceptButtons = ({ at, voice }: Pick<DeedProps, 'at' | 'voice'>) => {
  const t = words.use()
  return (
    <Actions>
      <ButtonForm action={`${at}/acceptatie`} label={t[`${voice}.accept`]} icon="check" />
      {voice === 'guest' && <ButtonForm action={`${at}/gezien`} label={t['guest.seen']} kind="quiet" />}
    </Actions>
  )
}

export const AnswerForm = ({ at, said, voice }: DeedProps) => {
  const t = words.use()
  const { values, errors } = useSaid(said, 'antwoord')
  return (
    <DeedForm at={at} noun="antwoord" submit={t[`${voice}.answer.send`]}>
      <TextArea
        name="text"
        id="antwoord-text"
        label={t[`${voice}.answer.text`]}
        hint={t[`${voice}.answer.hint`]}
        rows={4}
        maxlength={longestText}
        value={values.text}
        error={errors.text}
      />
    </DeedForm>
  )
}

export const DeclineForm = ({ at, said, voice }: DeedProps) => {
  const t = words.use()
  const { values, errors, open } = useSaid(said, 'afwijzing')
  return (
    <Details summary={t[`${voice}.decline`]} open={open}>
      <DeedForm at={at} noun="afwijzing" submit={t[`${voice}.decline.send`]} kind="quiet">
        <Choice
          name="reason"
          id="afwijzing-reason"
          label={t[`${voice}.decline.reason`]}
          value={values.reason}
          error={errors.reason}
          options={declineReasons.map((value) => ({ value, label: t[`reason.${value}`] }))}
        />
        <TextArea
          name="text"
          id="afwijzing-text"
          label={t[`${voice}.decline.text`]}
          hint={t[`${voice}.answer.hint`]}
          rows={2}
          maxlength={longestText}
          value={values.text}
          error={errors.text}
        />
      </DeedForm>
    </Details>
  )
}

/** `first`: it is the next step, so it lies open on the page. */
export const CloseForm = ({ at, said, voice, first = false }: DeedProps & { first?: boolean }) => {
  const t = words.use()
  const { values, errors, open } = useSaid(said, 'afronding')
  const inside = (
    <DeedForm at={at} noun="afronding" submit={t[`${voice}.close.send`]} kind={first ? 'do' : 'quiet'}>
      <Choice
        name="outcome"
        id="afronding-outcome"
        label={t[`${voice}.close.outcome`]}
        value={values.outcome}
        error={errors.outcome}
        options={outcomes.map((value) => ({ value, label: t[`outcome.${value}`] }))}
      />
      <TextArea
        name="text"
        id="afronding-text"
        label={t[`${voice}.close.text`]}
        hint={t[`${voice}.close.text.hint`]}
        rows={2}
        maxlength={longestText}
        value={values.text}
        error={errors.text}
      />
    </DeedForm>
  )
  return first ? (
    inside
  ) : (
    <Details summary={t[`${voice}.close`]} open={open}>
      {inside}
    </Details>
  )
}

type Words = { summary: string; label: string; send: string; hint: string }
const TextForm = ({ at, said, noun, say }: DeedProps & { noun: 'aanvulling' | 'vervolg'; say: Words }) => {
  const { values, errors, open } = useSaid(said, noun)
  return (
    <Details summary={say.summary} open={open}>
      <DeedForm at={at} noun={noun} submit={say.send} kind="quiet">
        <TextArea
          name="text"
          id={`${noun}-text`}
          label={say.label}
          hint={say.hint}
          rows={3}
          maxlength={longestText}
          value={values.text}
          error={errors.text}
        />
      </DeedForm>
    </Details>
  )
}

export const NoteForm = (props: DeedProps) => {
  const t = words.use()
  const { voice } = props
  const say = { summary: t[`${voice}.note`], label: t[`${voice}.note.text`], send: t[`${voice}.note.send`] }
  return <TextForm {...props} noun="aanvulling" say={{ ...say, hint: t[`${voice}.answer.hint`] }} />
}

export const FollowUpForm = (props: DeedProps) => {
  const t = words.use()
  const say = { summary: t['one.followUp'], label: t['one.followUp.text'], send: t['one.followUp.send'] }
  return <TextForm {...props} noun="vervolg" say={{ ...say, hint: t['one.answer.hint'] }} />
}
