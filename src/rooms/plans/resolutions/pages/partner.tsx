import type { Said } from '#kit/form/form.ts'
import { type Day, dayPlus, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { longestLine } from '../forms.ts'
import { involving, type Resolution } from '../tables.ts'
import { words } from '../words/words.ts'
import { sayErrors } from './form.tsx'

type Props = {
  resolution: Pick<Resolution, 'id' | 'title' | 'decidesOn'>
  line: { id: string; name: string }
  said: Said
  isTicked: boolean
  today: Day
}

/** How one partner takes part, until when its view is asked, and what it said. */
export const InvolvementPage = ({ resolution, line, said, isTicked, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const { values } = said
  const errors = sayErrors(said, t)
  const at = `/besluiten/${resolution.id}`
  return (
    <Page
      title={fill(t['partner.title'], { name: line.name })}
      lead={fill(t['partner.lead'], { title: resolution.title, day: sayDay(resolution.decidesOn, language, today) })}
      back={{ href: at, label: t['partner.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`${at}/partners/${line.id}`}>
        <Choice
          name="way"
          label={t['partner.way']}
          value={values['way']}
          error={errors['way']}
          options={involving.map((value) => ({ value, label: t[`way.${value}`], hint: t[`way.${value}.hint`] }))}
        />
        <TextField
          name="why"
          label={t['partner.why']}
          value={values['why']}
          error={errors['why']}
          maxlength={longestLine}
        />
        <DateField
          name="askUntil"
          label={t['partner.askUntil']}
          hint={t['partner.askUntil.hint']}
          value={values['askUntil']}
          error={errors['askUntil']}
          max={dayPlus(resolution.decidesOn, -1)}
        />
        <TextField
          name="said"
          label={t['partner.said']}
          hint={t['partner.said.hint']}
          value={values['said']}
          error={errors['said']}
          maxlength={longestLine}
        />
        <Submit>{t['partner.save']}</Submit>
      </Form>
      {isTicked && (
        <ButtonForm action={`${at}/partners/${line.id}/verwijdering`} label={t['partner.untick']} kind="quiet" />
      )}
    </Page>
  )
}
