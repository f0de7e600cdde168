import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Tick } from '#ui/choice.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Whom } from '../../asking/pages/new.tsx'
import type { WhoCanBeAsked } from '../../asking/queries.ts'
import { useErrors } from '../../pages/parts.tsx'
import type { Invitee } from '../../queries.ts'
import { stateOf } from '../../rules.ts'
import type { Meeting } from '../../tables.ts'
import { words } from '../../words/words.ts'

type Props = { meeting: Meeting; invitees: readonly Invitee[]; who: WhoCanBeAsked; said: Said }

/** Who is invited; somebody more, or somebody less. */
export const InvitedPage = ({ meeting, invitees, who, said }: Props) => {
  const t = words.use()
  const at = `/bijeenkomsten/${meeting.id}`
  const isNew = (id: string | null, of: 'personId' | 'faceId') => !invitees.some((one) => one[of] === id)
  const others = {
    colleagues: who.colleagues.filter(({ personId }) => isNew(personId, 'personId')),
    faces: who.faces.filter(({ id }) => isNew(id, 'faceId')),
  }
  return (
    <Page
      title={t['invite.title']}
      lead={t[`invite.lead.${stateOf(meeting)}`]}
      back={{ href: at, label: meeting.title }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={useErrors()(said.errors)} />
      <section>
        <h2>{t['one.invited']}</h2>
        <List label={t['one.invited']}>
          {invitees.map((one) => (
            <InvitedRow meeting={meeting} one={one} mayGo={invitees.length > 2} />
          ))}
        </List>
      </section>
      <section>
        <h2>{t['invite.more']}</h2>
        <Form action={`${at}/genodigden`}>
          <Whom who={others} said={said} />
          <Tick name="required" label={t['invite.required']} checked={said.values.required === 'yes'} />
          <Submit icon="mail">{t['invite.do']}</Submit>
        </Form>
      </section>
    </Page>
  )
}

const InvitedRow = ({ meeting, one, mayGo }: { meeting: Meeting; one: Invitee; mayGo: boolean }) => {
  const t = words.use()
  const isMaker = one.personId !== null && one.personId === meeting.madeBy
  return (
    <Row
      title={isMaker ? fill(t['one.you'], { name: one.name }) : one.name}
      line={[one.partner, one.required ? t['invite.must'] : t['invite.may']].filter(Boolean).join(' · ')}
      action={
        !isMaker && mayGo ? (
          <ButtonForm
            action={`/bijeenkomsten/${meeting.id}/genodigden/${one.id}/verwijdering`}
            label={t['invite.remove']}
            about={one.name}
            kind="quiet"
          />
        ) : undefined
      }
    />
  )
}
