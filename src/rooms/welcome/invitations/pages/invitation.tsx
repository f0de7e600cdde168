import type { Said } from '#kit/form/form.ts'
import type { ShownProvider } from '#kit/gate/gate.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { type Fact, FactList } from '#ui/facts.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { useErrors } from '../../pages/sign-in.tsx'
import { words } from '../../words/words.ts'
import type { publicFactsOf } from '../rules.ts'

type Facts = ReturnType<typeof publicFactsOf>
/** Whom an invitation is for; `facts` when it is a partner, and all that becomes public then. */
export type For = { name: string; organisation: string; facts: Facts | undefined }

/** Coming in for the first time, with the link of the letter. */
export const InvitationPage = ({
  said,
  token,
  known,
  providers,
  ...invited
}: For & { said: Said; token: string; known: boolean; providers: readonly ShownProvider[] }) => {
  const t = words.use()
  const errors = useErrors(said)
  const { name, organisation, facts } = invited
  const lead = facts
    ? fill(t['invitation.partner'], { school: organisation, partner: facts.name })
    : fill(t['invitation.lead'], { organisation })
  return (
    <Page title={fill(t['invitation.title'], { name })} lead={known ? t['invitation.known'] : lead} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {facts && <BecomesPublic facts={facts} />}
      <Form action={`/uitnodiging/${token}`}>
        <TextField
          name="password"
          type="password"
          label={known ? t['in.password'] : t['invitation.password']}
          hint={known ? undefined : t['invitation.password.hint']}
          error={errors['password']}
          autocomplete={known ? 'current-password' : 'new-password'}
        />
        <Submit>{t['invitation.button']}</Submit>
      </Form>
      {known ? <OtherWay token={token} /> : <WithoutPassword token={token} providers={providers} />}
    </Page>
  )
}

/** Who is known may come in any way she has; the invitation waits. */
const OtherWay = ({ token }: { token: string }) => (
  <p>
    <a href={`/inloggen?naar=${encodeURIComponent(`/uitnodiging/${token}/entree`)}`}>{words.use()['in.other']}</a>
  </p>
)

const WithoutPassword = ({ token, providers }: { token: string; providers: readonly ShownProvider[] }) => {
  const t = words.use()
  if (providers.length === 0) return null
  return (
    <section>
      <h2>{t['invitation.or']}</h2>
      {providers.map(({ id, name }) => (
        <ButtonForm
          action={`/uitnodiging/${token}/via/${id}`}
          label={fill(t['invitation.via'], { name })}
          kind="quiet"
        />
      ))}
    </section>
  )
}

/** What everyone will see once she speaks for her organisation. She may change it afterwards. */
const BecomesPublic = ({ facts }: { facts: Facts }) => {
  const t = words.use()
  const language = useLanguage()
  const type = facts.type ? nameOf('partnerType', facts.type, language) : null
  const shown: [string, string | null][] = [
    [t['partner.name'], facts.name],
    [t['partner.type'], type],
    [t['school.place'], [facts.postcode, facts.place].filter(Boolean).join(' ')],
    [t['partner.website'], facts.website],
    [t['partner.phone'], facts.phone],
  ]
  return (
    <section>
      <h2>{t['partner.public']}</h2>
      <FactList facts={shown.flatMap(([term, value]): Fact[] => (value ? [{ term, value }] : []))} />
      <p>{t['partner.public.text']}</p>
    </section>
  )
}

type EntreeProps = For & { said: Said; token: string; hers: readonly { organisationId: string; name: string }[] }

/** One button for who is signed in. Whoever speaks for an organisation already says whether it is the same one. */
export const EntreePage = ({ said, token, hers, name, organisation, facts }: EntreeProps) => {
  const t = words.use()
  const errors = useErrors(said)
  const partner = facts?.name ?? ''
  const lead = facts
    ? fill(t['entree.partner'], { school: organisation, partner })
    : fill(t['entree.lead'], { organisation })
  const options = [
    ...hers.map((mine) => ({ value: mine.organisationId, label: mine.name })),
    { value: 'new', label: fill(t['entree.new'], { partner }), hint: t['entree.new.hint'] },
  ]
  const chosen = hers.length === 1 ? hers[0]?.organisationId : undefined
  return (
    <Page title={fill(t['invitation.title'], { name })} lead={lead} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {facts && hers.length === 0 && <BecomesPublic facts={facts} />}
      <Form action={`/uitnodiging/${token}/entree`}>
        {hers.length > 0 && (
          <Choice
            name="organisation"
            label={t['entree.which']}
            value={chosen}
            options={options}
            error={errors['organisation']}
          />
        )}
        <Submit>{t['invitation.button']}</Submit>
      </Form>
    </Page>
  )
}

export const InvitationGonePage = () => {
  const t = words.use()
  return (
    <Page title={t['invitation.gone']} narrow>
      <p>{t['invitation.gone.text']}</p>
      <p>
        <a href="/">{t['invitation.gone.in']}</a>
      </p>
    </Page>
  )
}

/** A colleague of hers was first: from then on the organisation lets in its own people. */
export const InvitationClaimedPage = ({ partner }: { partner: string }) => {
  const t = words.use()
  return (
    <Page title={fill(t['invitation.claimed'], { partner })} narrow>
      <p>{t['invitation.claimed.text']}</p>
    </Page>
  )
}
