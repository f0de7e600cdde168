import type { Child } from 'hono/jsx'
import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { Choice, Choices, Tick } from '#ui/choice.tsx'
import { type Fact, FactList } from '#ui/facts.tsx'
import { Select, TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import type { Around } from '../queries.ts'
import { distances } from '../rules.ts'
import { audiences } from '../tables.ts'
import { words } from '../words/words.ts'

export type OfferPageProps = {
  name: string
  /** Where the form goes, and where one came from. */
  action: string
  back: string
  what: Fact[]
  /** All of it at length, where it is more than a fact. */
  whole?: Child
  /** What does not go along, where it is not what stays behind of a partner. */
  lead?: string
  faces: { id: string; name: string; work: string | null }[]
  schools: Around[]
  isOffered: boolean
  said: Said
}

/** One thing offered to other schools: what goes along, who of the people there, and to whom. */
export const OfferPage = ({ name, action, back, what, whole, lead, isOffered, ...form }: OfferPageProps) => {
  const t = words.use()
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(form.said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page
      title={fill(t['offer.title'], { name })}
      lead={lead ?? t['offer.lead']}
      back={{ href: back, label: t['offer.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {isOffered ? (
        <p>
          {t['offer.already']} <a href="/delen">{t['offer.already.link']}</a>
        </p>
      ) : (
        <>
          <section id="what">
            <h2>{t['offer.what']}</h2>
            {whole ?? <FactList facts={what} />}
          </section>
          <OfferForm action={action} errors={errors} {...form} />
        </>
      )}
    </Page>
  )
}

type FormProps = Pick<OfferPageProps, 'action' | 'faces' | 'schools' | 'said'> & { errors: Record<string, string> }

const OfferForm = ({ action, faces, schools, said, errors }: FormProps) => {
  const t = words.use()
  const { values } = said
  return (
    <Form action={action}>
      <TextArea
        name="note"
        label={t['offer.note']}
        hint={t['offer.note.hint']}
        value={values['note']}
        error={errors['note']}
        rows={2}
        maxlength={300}
      />
      {faces.length > 0 && (
        <>
          <Choices
            name="faces"
            label={t['offer.faces']}
            hint={t['offer.faces.hint']}
            values={values['faces']}
            options={faces.map((face) => ({
              value: face.id,
              label: [face.name, face.work].filter(Boolean).join(', '),
            }))}
          />
          <Tick
            name="agreed"
            label={t['offer.agreed']}
            checked={[values['agreed']].flat().some(Boolean)}
            error={errors['agreed']}
          />
        </>
      )}
      <Audience schools={schools} said={said} errors={errors} />
      <Submit>{t['offer.do']}</Submit>
    </Form>
  )
}

const Audience = ({ schools, said: { values }, errors }: Pick<FormProps, 'schools' | 'said' | 'errors'>) => {
  const t = words.use()
  const hasBoard = schools.some(({ sameBoard }) => sameBoard)
  const isNear = schools.some(({ km }) => km !== undefined)
  const possible = audiences.filter((audience) =>
    audience === 'board' ? hasBoard : audience === 'chosen' ? schools.length > 0 : true,
  )
  return (
    <>
      <Choice
        name="audience"
        label={t['offer.audience']}
        value={values['audience']}
        error={errors['audience']}
        options={possible.map((audience) => ({ value: audience, label: t[`audience.${audience}`] }))}
      />
      {(isNear || possible.includes('near')) && (
        <Select
          name="km"
          label={t['offer.km']}
          value={values['km']}
          options={distances.map((km) => ({ value: String(km), label: fill(t['offer.km.some'], { km }) }))}
        />
      )}
      {schools.length > 0 && (
        <Choices
          name="schools"
          label={t['offer.schools']}
          hint={t['offer.schools.hint']}
          values={values['schools']}
          error={errors['schools']}
          options={schools.slice(0, 30).map(({ id, name, place }) => ({
            value: id,
            label: [name, place].filter(Boolean).join(', '),
          }))}
        />
      )}
    </>
  )
}
