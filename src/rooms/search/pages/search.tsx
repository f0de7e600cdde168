import { fill, useLanguage } from '#kit/words/words.ts'
import type { Colleague } from '#rooms/people/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { AtPartner, AtSchool, LineFound } from '../queries.ts'
import { words } from '../words/words.ts'

export type FaceAt = { name: string; work: string | null; phone: string | null; partner: string; partnerId: string }
export type Found = {
  partners: readonly LineFound[]
  faces: readonly FaceAt[]
  colleagues: readonly Colleague[]
  groups: AtSchool['groups']
  schools: AtPartner['schools']
}
type Props = { wish: string; found: Found | undefined; error?: string | undefined; isColleague: boolean }

/** One field for partners and people. What is typed stands in no address. */
export const SearchPage = ({ wish, found, error, isColleague }: Props) => {
  const t = words.use()
  const count = found ? Object.values(found).reduce((sum, list) => sum + list.length, 0) : 0
  return (
    <Page title={t.title} lead={isColleague ? t.lead : t['lead.partner']} ownFocus>
      <Form action="/zoeken">
        <TextField
          name="wish"
          type="search"
          label={t.wish}
          hint={isColleague ? t['wish.hint'] : t['wish.hint.partner']}
          value={wish}
          error={error}
          maxlength={100}
          autocomplete="off"
          autofocus
        />
        <Submit icon="search">{t.do}</Submit>
      </Form>
      {found && (
        <>
          <p role="status">{count === 0 ? t.none : fill(count === 1 ? t['found.one'] : t.found, { count })}</p>
          {count === 0 && isColleague && (
            <p>
              {t['none.text']} <a href="/bij-wie">{t['none.ask']}</a>
            </p>
          )}
          <Partners of={found.partners} />
          <Faces of={found.faces} />
          <Schools of={found.schools} />
          <Colleagues of={found.colleagues} linked={isColleague} />
          <Groups of={found.groups} />
        </>
      )}
    </Page>
  )
}

const said = (parts: readonly (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')

const Partners = ({ of }: { of: Found['partners'] }) => {
  const t = words.use()
  const language = useLanguage()
  if (!of.length) return null
  return (
    <section>
      <h2>{t.partners}</h2>
      <List label={t.partners}>
        {of.map(({ id, name, type, place, phone }) => (
          <Row
            title={name}
            href={`/netwerk/${id}`}
            line={said([type && nameOf('partnerType', type, language), place, phone])}
          />
        ))}
      </List>
    </section>
  )
}

const Faces = ({ of }: { of: Found['faces'] }) => {
  const t = words.use()
  if (!of.length) return null
  return (
    <section>
      <h2>{t.faces}</h2>
      <List label={t.faces}>
        {of.map(({ name, work, phone, partner, partnerId }) => (
          <Row title={name} href={`/netwerk/${partnerId}`} line={said([work, partner, phone])} />
        ))}
      </List>
    </section>
  )
}

const Schools = ({ of }: { of: Found['schools'] }) => {
  const t = words.use()
  if (!of.length) return null
  return (
    <section>
      <h2>{t.schools}</h2>
      <List label={t.schools}>
        {of.map(({ name, place, phone, owner, ownerPhone, deputy, deputyPhone }) => (
          <Row
            title={name}
            href="/scholen"
            line={said([
              place,
              phone,
              owner && fill(t.owner, { name: said([owner, ownerPhone]) }),
              deputy && fill(t.deputy, { name: said([deputy, deputyPhone]) }),
            ])}
          />
        ))}
      </List>
    </section>
  )
}

const Colleagues = ({ of, linked }: { of: Found['colleagues']; linked: boolean }) => {
  const t = words.use()
  const language = useLanguage()
  if (!of.length) return null
  return (
    <section>
      <h2>{t.colleagues}</h2>
      <List label={t.colleagues}>
        {of.map(({ personId, name, roles, phone }) => (
          <Row
            title={name}
            {...(linked ? { href: `/school/mensen/${personId}` } : {})}
            line={said([roles.map((role) => nameOf('role', role, language)).join(', '), phone])}
          />
        ))}
      </List>
    </section>
  )
}

const Groups = ({ of }: { of: Found['groups'] }) => {
  const t = words.use()
  if (!of.length) return null
  return (
    <section>
      <h2>{t.groups}</h2>
      <List label={t.groups}>
        {of.map(({ id, name, teachers }) => (
          <Row
            title={fill(t.group, { name })}
            href={`/groepen/${id}`}
            line={teachers.map((one) => one.name).join(', ')}
          />
        ))}
      </List>
    </section>
  )
}
