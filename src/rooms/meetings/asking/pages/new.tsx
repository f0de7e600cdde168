import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Choice, Choices } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { useErrors } from '../../pages/parts.tsx'
import { meetingKinds } from '../../tables.ts'
import { words } from '../../words/words.ts'
import { durations, longestTitle } from '../forms.ts'
import type { WhoCanBeAsked } from '../queries.ts'

type Props = { who: WhoCanBeAsked; said: Said }

/** What, how long and with whom. */
export const NewPage = ({ who, said }: Props) => {
  const t = words.use()
  const errors = useErrors()(said.errors)
  const { values } = said
  return (
    <Page title={t['new.title']} lead={t['new.lead']} back={{ href: '/bijeenkomsten', label: t['new.back'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/bijeenkomsten">
        <CalmLine icon="lock">{t['new.child']}</CalmLine>
        <TextField
          name="title"
          label={t['new.name']}
          hint={t['new.name.hint']}
          maxlength={longestTitle}
          value={values.title}
          error={errors.title}
          autofocus={!errors.title}
        />
        <Select
          name="kind"
          label={t['new.kind']}
          value={values.kind}
          error={errors.kind}
          options={meetingKinds.map((value) => ({ value, label: t[`kind.${value}`] }))}
        />
        <Choice
          name="minutes"
          label={t['new.minutes']}
          value={values.minutes}
          error={errors.minutes}
          inRow
          options={durations.map((value) => ({ value, label: fill(t['new.minutes.of'], { minutes: value }) }))}
        />
        <Whom who={who} said={said} />
        <Actions>
          <Submit>{t['new.do']}</Submit>
          <ButtonLink href="/bijeenkomsten" kind="quiet">
            {t['new.cancel']}
          </ButtonLink>
        </Actions>
      </Form>
    </Page>
  )
}

/** Colleagues, partners, and others by name and mail address. */
export const Whom = ({ who, said }: { who: Pick<WhoCanBeAsked, 'colleagues' | 'faces'>; said: Said }) => {
  const t = words.use()
  const errors = useErrors()(said.errors)
  return (
    <>
      <Choices
        name="colleagues"
        label={t['new.colleagues']}
        values={said.values.colleagues}
        error={errors.colleagues}
        options={who.colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
      />
      <Partners faces={who.faces} said={said} errors={errors} />
      <TextArea
        name="outsiders"
        label={t['new.outsiders']}
        hint={t['new.outsiders.hint']}
        rows={3}
        value={said.values.outsiders}
        error={errors.outsiders}
      />
    </>
  )
}

/** Folded: a school knows many. Open when somebody of them was chosen. */
type PartnersProps = { faces: WhoCanBeAsked['faces']; said: Said; errors: Record<string, string> }
const Partners = ({ faces, said, errors }: PartnersProps) => {
  const t = words.use()
  const chosen = [said.values.faces ?? []].flat()
  if (!faces.length) return <p class="soft">{t['new.faces.none']}</p>
  return (
    <Details summary={t['new.faces']} open={chosen.length > 0 || errors.faces !== undefined}>
      <Choices
        name="faces"
        label={<span class="only-heard">{t['new.faces']}</span>}
        values={chosen}
        error={errors.faces}
        options={faces.map(({ id, name, partner }) => ({ value: id, label: `${name}, ${partner}` }))}
      />
    </Details>
  )
}
