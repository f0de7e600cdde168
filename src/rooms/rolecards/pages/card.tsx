import type { Said } from '#kit/form/form.ts'
import { sayWeekdays } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Told } from '../content/cards.ts'
import { longest } from '../forms.ts'
import { type Holder, parts, type rightsOf } from '../rules.ts'
import { words } from '../words/words.ts'

/** “Marjolein van Veen (ma t/m do)”. */
export function useHolder() {
  const t = words.use()
  const language = useLanguage()
  return ({ name, days }: Holder) =>
    days.length ? fill(t.days, { name, days: sayWeekdays(days, language, t.till) }) : name
}

type Props = {
  school: string
  role: string
  told: Told
  holders: readonly Holder[]
  rights: ReturnType<typeof rightsOf>
  mayWrite: boolean
}

/** One role on one A4: who has it, what it does, decides and is asked, and what the house opens for it. */
export const RolePage = ({ school, role, told, holders, rights, mayWrite }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const { print, ...frame } = useFrame()
  const title = fill(t['card.title'], { role: nameOf('role', role, language), school })
  return (
    <Page title={title} heading={null} back={{ href: '/rollen', label: t.back }} frame={frame}>
      {mayWrite && (
        <Actions>
          <ButtonLink href={`/rollen/${role}/wijziging`} kind="quiet" icon="edit">
            {t['card.change']}
          </ButtonLink>
        </Actions>
      )}
      <Sheet title={title} address={print?.address ?? ''} date={print?.date ?? ''} print={t.print} dense>
        <Who holders={holders} />
        {parts.map((part) => (
          <section>
            <h2>{t[`card.${part}`]}</h2>
            <p>{told[part]}</p>
          </section>
        ))}
        <section>
          <h2>{t['card.rights']}</h2>
          <ul class="side-by-side">
            {rights.map((right) => (
              <li>{t[`right.${right}`]}</li>
            ))}
            <li>{t['card.rights.line']}</li>
            <li>{t['card.rights.child']}</li>
          </ul>
          <p class="soft">{t['card.rights.note']}</p>
        </section>
      </Sheet>
    </Page>
  )
}

const Who = ({ holders }: { holders: readonly Holder[] }) => {
  const t = words.use()
  const sayHolder = useHolder()
  return (
    <section>
      <h2>{t['card.who']}</h2>
      {holders.length === 0 ? (
        <p>{t['card.nobody']}</p>
      ) : (
        <ul class="side-by-side">
          {holders.map((holder) => (
            <li>
              <a href={`/school/mensen/${holder.personId}`}>{sayHolder(holder)}</a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type FormProps = { role: string; usual: Told; said: Said }
/** Three boxes; what stays empty is said as it is now. */
export const RoleFormPage = ({ role, usual, said }: FormProps) => {
  const t = words.use()
  const language = useLanguage()
  const name = nameOf('role', role, language)
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page
      title={fill(t['form.title'], { role: name })}
      lead={t['form.lead']}
      back={{ href: `/rollen/${role}`, label: name }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/rollen/${role}/wijziging`}>
        {parts.map((part) => (
          <TextArea
            name={part}
            label={t[`card.${part}`]}
            hint={fill(t['form.usual'], { text: usual[part] })}
            rows={3}
            maxlength={longest}
            value={said.values[part]}
            error={errors[part]}
          />
        ))}
        <Submit>{t['form.save']}</Submit>
      </Form>
    </Page>
  )
}
