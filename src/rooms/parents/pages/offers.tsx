import type { Said } from '#kit/form/form.ts'
import { ButtonForm } from '#ui/button.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { List, Row } from '#ui/list.tsx'
import type { ParentOffer } from '../tables.ts'
import { words } from '../words/words.ts'
import { errorsOf } from './settings.tsx'

/** What there is for families in the building, as the school keeps it. */
export const Offers = ({ offers, said, mayArrange }: { offers: ParentOffer[]; said: Said; mayArrange: boolean }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['set.offers']}</h2>
      {offers.length === 0 ? (
        <p>{t['set.offers.none']}</p>
      ) : (
        <List label={t['set.offers']}>
          {offers.map(({ id, what, forWhom, times, joining }) => (
            <Row
              title={what}
              line={[forWhom, times, joining].filter(Boolean).join(' · ')}
              action={
                mayArrange && (
                  <ButtonForm
                    action={`/ouderpagina/aanbod/${id}/verwijdering`}
                    label={t['offer.remove']}
                    about={what}
                    kind="quiet"
                  />
                )
              }
            />
          ))}
        </List>
      )}
      {mayArrange && <AddOffer said={said} />}
    </section>
  )
}

const AddOffer = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = errorsOf(said, t)
  return (
    <Form action="/ouderpagina/aanbod">
      {(['what', 'forWhom', 'times', 'joining'] as const).map((name) => (
        <TextField
          name={name}
          label={t[`offer.${name}`]}
          hint={name === 'joining' ? t['offer.joining.hint'] : undefined}
          value={said.values[name]}
          error={errors[name]}
        />
      ))}
      <Submit>{t['offer.add']}</Submit>
    </Form>
  )
}
