import type { Said } from '#kit/form/form.ts'
import { sayDay, sayWeekdays } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Choice, Tick } from '#ui/choice.tsx'
import { DateField, Select, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Person, type Reach } from '#ui/person.tsx'
import { longestLine } from '../forms.ts'
import { firstName, telOf } from '../rules.ts'
import { requestLevels } from '../tables.ts'
import { words } from '../words/words.ts'
import { useErrors } from './parts.tsx'

/** Whom the question goes to, and whom there. */
export type Target = {
  name: string
  /** Where she came from, and where one rings when there is no mail. */
  href: string
  phone: string | null
  field: { name: 'lijn' | 'collega'; value: string }
  faces: readonly { id: string; name: string }[]
  canMail: boolean
}
type Props = {
  target: Target
  said: Said
  answerBy: string
  today: string
  /** It sounded like one child: the colleague to go to, or nobody when the school has none. */
  child?: { helper: Colleague | undefined } | undefined
}

/** Three short lines and a day, all but the first filled in. */
export const NewPage = ({ target, said, answerBy, today, child }: Props) => {
  const t = words.use()
  const errors = useErrors()(said.errors)
  return (
    <Page
      title={fill(t['new.title'], { to: target.name })}
      lead={t['new.lead']}
      back={{ href: target.href, label: t['new.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {child && <OneChild {...child} />}
      {target.canMail ? (
        <AskForm
          target={target}
          said={said}
          errors={errors}
          answerBy={answerBy}
          today={today}
          isChild={child !== undefined}
        />
      ) : (
        <NoMail target={target} />
      )}
    </Page>
  )
}

type FormProps = Omit<Props, 'child'> & { errors: Record<string, string>; isChild: boolean }
const AskForm = ({ target, said: { values }, errors, answerBy, today, isChild }: FormProps) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <Form action="/vragen">
      <input type="hidden" name={target.field.name} value={target.field.value} />
      <TextField
        name="what"
        label={t['new.what']}
        hint={t['new.what.hint']}
        maxlength={longestLine}
        value={values.what}
        error={errors.what}
        autofocus={!errors.what}
      />
      <TextField
        name="forWhom"
        label={t['new.forWhom']}
        hint={t['new.forWhom.hint']}
        maxlength={longestLine}
        value={values.forWhom}
        error={errors.forWhom}
      />
      <DateField
        name="wishDay"
        label={t['new.wish']}
        hint={fill(t['new.wish.hint'], { day: sayDay(answerBy, language, today) })}
        min={today}
        value={values.wishDay}
        error={errors.wishDay}
      />
      <Choice
        name="level"
        label={t['new.level']}
        value={values.level}
        error={errors.level}
        options={requestLevels.map((value) => ({ value, label: t[`new.level.${value}`] }))}
      />
      {target.faces.length > 1 && (
        <Select
          name="face"
          label={t['new.face']}
          value={values.face}
          error={errors.face}
          options={target.faces.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {isChild && <Tick name="notOneChild" label={t['child.not']} hint={t['child.not.hint']} />}
      <Actions>
        <Submit>{t['new.send']}</Submit>
        <ButtonLink href={target.href} kind="quiet">
          {t['new.cancel']}
        </ButtonLink>
      </Actions>
    </Form>
  )
}

/** Kindly elsewhere: the colleague who looks along when it is about one child. */
const OneChild = ({ helper }: { helper: Colleague | undefined }) => {
  const t = words.use()
  const language = useLanguage()
  const reach = useReach()
  return (
    <Card title={t['child.title']}>
      <p>{helper ? t['child.text'] : t['child.nobody']}</p>
      {helper && (
        <Person
          name={helper.name}
          href={`/school/mensen/${helper.personId}`}
          line={helper.roles.map((role) => nameOf('role', role, language)).join(', ')}
          days={helper.days.length ? sayWeekdays(helper.days, language, t['days.until']) : t['days.unknown']}
          reach={reach(helper)}
        />
      )}
    </Card>
  )
}

const NoMail = ({ target: { name, phone, href } }: { target: Target }) => {
  const t = words.use()
  const reach = useReach()
  return (
    <>
      <p>{fill(phone ? t['new.noMail'] : t['new.noMail.none'], { to: name })}</p>
      {phone && <Person name={name} reach={reach({ name, phone, mail: null })} />}
      <Actions>
        <ButtonLink href={href} kind="quiet">
          {fill(t['new.card'], { to: name })}
        </ButtonLink>
      </Actions>
    </>
  )
}

function useReach() {
  const t = words.use()
  return ({ name, phone, mail }: { name: string; phone: string | null; mail: string | null }): Reach[] => [
    ...(phone ? [{ href: telOf(phone), label: fill(t['reach.call'], { phone }), icon: 'phone' as const }] : []),
    ...(mail
      ? [{ href: `mailto:${mail}`, label: fill(t['reach.mail'], { name: firstName(name) }), icon: 'mail' as const }]
      : []),
  ]
}
