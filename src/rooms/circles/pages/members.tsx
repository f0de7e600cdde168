import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Select, TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { longest } from '../forms.ts'
import type { CircleShown } from '../queries.ts'
import { byUnit } from '../rules.ts'
import { words } from '../words/words.ts'
import { asOptions, type Colleagues, useErrors, Wrong } from './fields.tsx'

type Props = { circle: CircleShown; staff: Colleagues; lines: readonly { id: string; name: string }[]; said: Said }

/** Who sits in it and with whom it works: one at a time, each with a button that takes it off again. */
export const MembersPage = ({ circle, staff, lines, said }: Props) => {
  const t = words.use()
  const at = `/kennisgroepen/${circle.id}`
  return (
    <Page title={t['one.tend']} lead={circle.name} back={{ href: at, label: circle.name }} narrow>
      <Wrong said={said} />
      <section>
        <h2>{t['one.members']}</h2>
        {circle.members.length === 0 && <p>{t['one.members.none']}</p>}
        <List label={t['one.members']}>
          {byUnit(circle.members).map(({ personId, name, unit }) => (
            <Row
              title={name}
              line={unit ? fill(t['one.unit'], { unit }) : undefined}
              action={
                <ButtonForm
                  action={`${at}/leden/${personId}/verwijdering`}
                  label={t['member.remove']}
                  about={name}
                  kind="quiet"
                />
              }
            />
          ))}
        </List>
        <MemberForm {...{ at, staff, said }} />
      </section>
      <section>
        <h2>{t['one.partners']}</h2>
        {circle.partners.length === 0 && <p>{t['one.partners.none']}</p>}
        <List label={t['one.partners']}>
          {circle.partners.map(({ id, name }) => (
            <Row
              title={name}
              href={`/netwerk/${id}`}
              action={
                <ButtonForm
                  action={`${at}/partners/${id}/verwijdering`}
                  label={t['partner.remove']}
                  about={name}
                  kind="quiet"
                />
              }
            />
          ))}
        </List>
        <PartnerForm {...{ at, circle, lines, said }} />
      </section>
    </Page>
  )
}

const MemberForm = ({ at, staff, said }: { at: string; staff: Colleagues; said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Form action={`${at}/leden`}>
      <h3>{t['member.title']}</h3>
      <Select
        name="personId"
        label={t['member.person']}
        blank={t['member.choose']}
        options={asOptions(staff)}
        value={said.values['personId']}
        error={errors['personId']}
      />
      <TextField
        name="unit"
        label={t['member.unit']}
        hint={t['member.unit.hint']}
        maxlength={longest.unit}
        value={said.values['unit']}
        error={errors['unit']}
        short
      />
      <Submit kind="quiet">{t['member.do']}</Submit>
    </Form>
  )
}

const PartnerForm = ({ at, circle, lines, said }: Omit<Props, 'staff'> & { at: string }) => {
  const t = words.use()
  const errors = useErrors(said)
  const chosen = new Set(circle.partners.map(({ id }) => id))
  const free = lines.filter(({ id }) => !chosen.has(id))
  return (
    <Form action={`${at}/partners`}>
      <h3>{t['partner.title']}</h3>
      <Select
        name="relationId"
        label={t['partner.line']}
        blank={t['partner.choose']}
        options={free.map(({ id, name }) => ({ value: id, label: name }))}
        value={said.values['relationId']}
        error={errors['relationId']}
      />
      <Submit kind="quiet">{t['partner.do']}</Submit>
    </Form>
  )
}
