import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import type { Laid } from '../rules.ts'
import { words } from '../words/words.ts'
import { errorsOf, useTopics } from './type.tsx'

/** The public form of a school: what somebody offers, for whom, and where an answer goes. */
export const OfferPage = ({ at, school, said }: { at: string; school: string; said: Said }) => {
  const t = words.use()
  const errors = errorsOf(said, t)
  const { values } = said
  return (
    <Page title={fill(t['offer.title'], { school })} lead={fill(t['offer.lead'], { school })} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={at}>
        <TextField
          name="name"
          label={t['offer.name']}
          value={values['name']}
          error={errors['name']}
          autocomplete="organization"
          required
        />
        <TextField
          name="contact"
          label={t['offer.contact']}
          value={values['contact']}
          error={errors['contact']}
          autocomplete="name"
          required
        />
        <TextField
          name="mail"
          type="email"
          label={t['offer.mail']}
          value={values['mail']}
          error={errors['mail']}
          autocomplete="email"
          required
        />
        <TextField
          name="phone"
          type="tel"
          label={t['offer.phone']}
          value={values['phone']}
          error={errors['phone']}
          autocomplete="tel"
        />
        <Select
          name="topic"
          label={t['offer.topic']}
          blank={t['offer.topic.none']}
          value={values['topic']}
          error={errors['topic']}
          options={[...useTopics(), { value: 'other', label: t['offer.topic.other'] }]}
          required
        />
        <TextArea
          name="what"
          label={t['offer.what']}
          hint={t['offer.what.hint']}
          value={values['what']}
          error={errors['what']}
          rows={4}
          maxlength={1000}
          required
        />
        <CalmLine>{fill(t['offer.privacy'], { school })}</CalmLine>
        <Submit>{t['offer.send']}</Submit>
      </Form>
    </Page>
  )
}

/** It lies on the desk; or the school does not begin this theme, and one need not wait. */
export const ThanksPage = ({ school, laid }: { school: string; laid: Laid }) => {
  const t = words.use()
  return (
    <Page title={t[`thanks.${laid}.title`]} narrow>
      <p>{fill(t[`thanks.${laid}.text`], { school })}</p>
    </Page>
  )
}

export const WaitPage = () => {
  const t = words.use()
  return (
    <Page title={t['wait.title']} narrow>
      <p>{t['wait.text']}</p>
    </Page>
  )
}
