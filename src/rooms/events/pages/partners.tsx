import type { Said } from '#kit/form/form.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { List, Row } from '#ui/list.tsx'
import { shortKind } from '../copies/rules.ts'
import { longest } from '../forms.ts'
import type { PlaybookShown } from '../queries.ts'
import { typesToFind } from '../rules.ts'
import { words } from '../words/words.ts'
import { useErrors } from './parts.tsx'

type Props = {
  playbook: PlaybookShown
  lines: readonly { id: string; name: string }[]
  said: Said
  mayDirect: boolean
}

/** Who takes part, when and where they come; and which kinds of partner belong to such a day besides. */
export const Partners = ({ playbook, lines, said, mayDirect }: Props) => {
  const t = words.use()
  const { id, partners } = playbook
  const at = `/draaiboeken/${id}/partners`
  return (
    <section>
      <h2>{t['one.partners']}</h2>
      {partners.length === 0 && <p>{t['one.partners.none']}</p>}
      {partners.length > 0 && (
        <List label={t['one.partners']}>
          {partners.map(({ id: line, name, note }) => (
            <Row
              title={name}
              href={`/netwerk/${line}`}
              line={note ?? undefined}
              action={
                mayDirect && (
                  <ButtonForm
                    action={`${at}/${line}/verwijdering`}
                    label={t['partner.remove']}
                    about={name}
                    kind="quiet"
                  />
                )
              }
            />
          ))}
        </List>
      )}
      <ToFind playbook={playbook} />
      {mayDirect && lines.length > 0 && (
        <Details summary={t['partner.add']} open={Boolean(said.errors['relationId'] ?? said.errors['note'])}>
          <AddPartner at={at} lines={lines} said={said} />
        </Details>
      )}
    </section>
  )
}

const ToFind = ({ playbook: { partnerTypes, partners } }: Pick<Props, 'playbook'>) => {
  const t = words.use()
  const language = useLanguage()
  const kinds = typesToFind(partnerTypes, partners).map((type) => shortKind(nameOf('partnerType', type, language)))
  if (!kinds.length) return null
  return (
    <p class="soft">
      {fill(t['one.find'], { kinds: kinds.join(', ') })} <a href="/netwerk">{t['one.find.do']}</a>
    </p>
  )
}

const AddPartner = ({ at, lines, said }: { at: string } & Pick<Props, 'lines' | 'said'>) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Form action={at}>
      <Select
        name="relationId"
        label={t['partner.which']}
        blank={t['partner.choose']}
        value={said.values['relationId']}
        error={errors['relationId']}
        options={lines.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        name="note"
        label={t['partner.note']}
        hint={t['partner.note.hint']}
        maxlength={longest.note}
        value={said.values['note']}
        error={errors['note']}
      />
      <Submit kind="quiet">{t['partner.do']}</Submit>
    </Form>
  )
}
