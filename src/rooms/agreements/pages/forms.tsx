import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Copy } from '#ui/copy.tsx'
import { DateField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Notice } from '#ui/notice.tsx'
import { longestLine, rhythms } from '../forms.ts'
import { channels, parts, procedures, tones } from '../tables.ts'
import { words } from '../words/words.ts'

type Partner = { id: string; name: string }
type Errors = Record<string, string>

/** What is not right yet, said in words, by the field it belongs to. */
function useErrors() {
  const t = words.use()
  return ({ errors }: Said): Errors =>
    Object.fromEntries(Object.entries(errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
}
const useBack = ({ id, name }: Partner) => ({
  href: `/netwerk/${id}/afspraken`,
  label: fill(words.use()['keeping.title'], { name }),
})

const AimFields = ({ values, errors, today }: { values: Said['values']; errors: Errors; today: string }) => {
  const t = words.use()
  return (
    <>
      <TextField
        name="success"
        label={t['aim.success']}
        hint={t['aim.success.hint']}
        maxlength={longestLine}
        value={values['success']}
        error={errors['success']}
      />
      <DateField
        name="lookOn"
        label={t['aim.lookOn']}
        hint={t['aim.lookOn.hint']}
        min={today}
        value={values['lookOn']}
        error={errors['lookOn']}
      />
      <DateField
        name="startsOn"
        label={t['aim.startsOn']}
        hint={t['aim.startsOn.hint']}
        value={values['startsOn']}
        error={errors['startsOn']}
      />
    </>
  )
}

type AimProps = { partner: Partner; said: Said; today: string }

/** The sentence that says when it has succeeded, and the day to look. */
export const AimPage = ({ partner, said, today }: AimProps) => {
  const t = words.use()
  const errors = useErrors()(said)
  return (
    <Page title={t['aim.title']} lead={t['agreement.new.lead']} back={useBack(partner)} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/netwerk/${partner.id}/succes`}>
        <AimFields values={said.values} errors={errors} today={today} />
        <Submit>{t['aim.save']}</Submit>
      </Form>
    </Page>
  )
}

type AgreementProps = AimProps & {
  colleagues: readonly Colleague[]
  hasAim: boolean
  /** It comes from elsewhere, with what it is about in it. */
  begun: boolean
}

/** Who does what, until when; and with the first, when it has succeeded. */
export const AgreementPage = ({ partner, said, today, colleagues, hasAim, begun }: AgreementProps) => {
  const t = words.use()
  const errors = useErrors()(said)
  const { values } = said
  return (
    <Page
      title={fill(t['agreement.new'], { name: partner.name })}
      lead={t['agreement.new.lead']}
      back={useBack(partner)}
      narrow
    >
      {begun && <Notice kind="tell" text={t['agreement.begun']} />}
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/netwerk/${partner.id}/afspraken`}>
        {!hasAim && (
          <>
            <p>{t['agreement.first']}</p>
            <AimFields values={values} errors={errors} today={today} />
          </>
        )}
        <TextField
          name="what"
          label={t['agreement.what']}
          hint={t['agreement.what.hint']}
          maxlength={longestLine}
          value={values['what']}
          error={errors['what']}
        />
        <Choice
          name="part"
          label={t['agreement.part']}
          value={values['part']}
          error={errors['part']}
          options={parts.map((value) => ({ value, label: t[`part.${value}`] }))}
        />
        <Select
          name="personId"
          label={t['agreement.person']}
          blank={t['agreement.person.none']}
          value={values['personId']}
          error={errors['personId']}
          options={colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <DateField
          name="until"
          label={t['agreement.until']}
          min={today}
          value={values['until']}
          error={errors['until']}
        />
        <Submit>{t['agreement.save']}</Submit>
      </Form>
    </Page>
  )
}

type MannersProps = {
  partner: Partner
  said: Said
  /** The address for copies: none yet, or the house receives no mail. */
  copies: { address: string | undefined; isOn: boolean }
}

/** Rhythm, tone, whose procedure leads, and where copies of letters go. */
export const MannersPage = ({ partner, said, copies }: MannersProps) => {
  const t = words.use()
  const errors = useErrors()(said)
  const { values } = said
  const at = `/netwerk/${partner.id}`
  return (
    <Page
      title={fill(t['manners.title'], { name: partner.name })}
      lead={t['manners.lead']}
      back={useBack(partner)}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`${at}/omgang`}>
        <Select
          name="everyWeeks"
          label={t['manners.everyWeeks']}
          blank={t['manners.everyWeeks.none']}
          value={values['everyWeeks']}
          error={errors['everyWeeks']}
          options={rhythms.map((weeks) => ({ value: String(weeks), label: t[`rhythm.${weeks}`] }))}
        />
        <DateField
          name="nextOn"
          label={t['manners.nextOn']}
          hint={t['manners.nextOn.hint']}
          value={values['nextOn']}
          error={errors['nextOn']}
        />
        <p class="soft">{t['manners.professional']}</p>
        <Select
          name="tone"
          label={t['manners.tone']}
          blank={t['manners.tone.none']}
          value={values['tone']}
          error={errors['tone']}
          options={tones.map((value) => ({ value, label: t[`tone.${value}`] }))}
        />
        <Select
          name="channel"
          label={t['manners.channel']}
          blank={t['manners.channel.none']}
          value={values['channel']}
          error={errors['channel']}
          options={channels.map((value) => ({ value, label: t[`channel.${value}`] }))}
        />
        <Line name="route" label={t['manners.route']} hint={t['manners.route.hint']} {...{ values, errors }} />
        <Line name="style" label={t['manners.style']} hint={t['manners.style.hint']} {...{ values, errors }} />
        <Select
          name="procedure"
          label={t['manners.procedure']}
          blank={t['manners.procedure.none']}
          value={values['procedure']}
          error={errors['procedure']}
          options={procedures.map((value) => ({ value, label: t[`procedure.${value}`] }))}
        />
        <Line name="procedureNote" label={t['manners.procedureNote']} {...{ values, errors }} />
        <Line name="refuses" label={t['manners.refuses']} hint={t['manners.refuses.hint']} {...{ values, errors }} />
        <TextArea
          name="label"
          label={t['manners.label']}
          rows={3}
          maxlength={longestLine}
          value={values['label']}
          error={errors['label']}
        />
        <Submit>{t['manners.save']}</Submit>
      </Form>
      <section>
        <h2>{t['copy.title']}</h2>
        <p>{copies.isOn ? t['copy.text'] : t['copy.off']}</p>
        {copies.isOn && copies.address && (
          <>
            <Copy text={copies.address} label={t['copy.copy']} done={t['copy.done']} />
            <p>{t['copy.from']}</p>
          </>
        )}
        {copies.isOn && (
          <ButtonForm
            action={`${at}/kopie-adres`}
            label={copies.address ? t['copy.again'] : t['copy.make']}
            kind="quiet"
            icon="mail"
          />
        )}
      </section>
    </Page>
  )
}

type LineProps = { name: string; label: string; hint?: string; values: Said['values']; errors: Errors }
const Line = ({ name, label, hint, values, errors }: LineProps) => (
  <TextField {...{ name, label, hint }} maxlength={longestLine} value={values[name]} error={errors[name]} />
)
