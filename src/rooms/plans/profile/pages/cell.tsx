import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { Contribution, Named } from '../rules.ts'
import { words } from '../words/words.ts'
import { sayErrors } from './grid.tsx'

type Props = {
  unit: Named
  competence: Named
  by: readonly Contribution[]
  lines: readonly Named[]
  said: Said
}

/** One place of the grid: who feeds it, and one more. */
export const CellPage = ({ unit, competence, by, lines, said }: Props) => {
  const t = words.use()
  const errors = sayErrors(said, t)
  const at = `/eenheden/${unit.id}/competenties/${competence.id}`
  return (
    <Page
      title={fill(t['cell.title'], { competence: competence.name, unit: unit.name })}
      lead={t['cell.lead']}
      back={{ href: '/profielraster', label: t['cell.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <section>
        <h2>{t['cell.now']}</h2>
        {by.length === 0 && <p>{t['cell.none']}</p>}
        {by.length > 0 && (
          <List label={t['cell.now']}>
            {by.map(({ relationId, partner, what, runs }) => (
              <Row
                title={partner}
                href={`/netwerk/${relationId}`}
                line={what}
                when={runs ? undefined : t['cell.ended']}
                action={
                  <ButtonForm
                    action={`${at}/partners/${relationId}/verwijdering`}
                    label={t['draw.remove']}
                    about={partner}
                    kind="quiet"
                  />
                }
              />
            ))}
          </List>
        )}
      </section>
      <Form action={at}>
        <Select
          name="relationId"
          label={t['cell.partner']}
          blank={t['cell.partner.none']}
          value={said.values['relationId']}
          error={errors['relationId']}
          options={lines.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          name="what"
          label={t['cell.what']}
          hint={t['cell.what.hint']}
          value={said.values['what']}
          error={errors['what']}
          maxlength={160}
        />
        <Submit>{t['cell.add']}</Submit>
      </Form>
    </Page>
  )
}
