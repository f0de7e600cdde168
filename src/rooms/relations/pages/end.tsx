import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { DateField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'
import { sayErrors } from './relation-form.tsx'

/** Before a line ends: what that means, and from when. */
export const EndPage = ({ partner, said }: { partner: { id: string; name: string }; said: Said }) => {
  const t = words.use()
  const errors = sayErrors(said, t)
  return (
    <Page
      title={fill(t['relation.end'], { name: partner.name })}
      lead={t['relation.end.lead']}
      back={{ href: `/netwerk/${partner.id}`, label: fill(t['relation.toCard'], { name: partner.name }) }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/netwerk/${partner.id}/afsluiting`}>
        <DateField name="until" label={t['relation.end.day']} value={said.values.until} error={errors.until} />
        <Submit kind="danger">{t['relation.end.do']}</Submit>
      </Form>
    </Page>
  )
}
