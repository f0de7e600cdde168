import type { Said } from '#kit/form/form.ts'
import { sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf, topics } from '#rooms/trade/door.ts'
import { Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'

export const errorsOf = ({ errors }: Said, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))

export function useTopics() {
  const language = useLanguage()
  return topics
    .map(({ id }) => ({ value: id, label: nameOf('topic', id, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
}

/** What came by letter or telephone, typed by the school. */
export const TypePage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = errorsOf(said, t)
  const { values } = said
  return (
    <Page title={t['type.title']} lead={t['type.lead']} back={{ href: '/voorstellen', label: t['one.back'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/voorstellen">
        <TextField name="name" label={t['type.name']} value={values['name']} error={errors['name']} required />
        <TextField name="contact" label={t['type.contact']} value={values['contact']} error={errors['contact']} />
        <TextField
          name="mail"
          type="email"
          label={t['type.mail']}
          hint={t['type.mail.hint']}
          value={values['mail']}
          error={errors['mail']}
          autocomplete="off"
        />
        <TextField
          name="phone"
          type="tel"
          label={t['type.phone']}
          value={values['phone']}
          error={errors['phone']}
          autocomplete="off"
        />
        <Select
          name="topic"
          label={t['type.topic']}
          blank={t['type.topic.none']}
          value={values['topic']}
          error={errors['topic']}
          options={useTopics()}
        />
        <TextArea
          name="what"
          label={t['type.what']}
          value={values['what']}
          error={errors['what']}
          rows={4}
          maxlength={1000}
          required
        />
        <Submit>{t['type.save']}</Submit>
      </Form>
    </Page>
  )
}
