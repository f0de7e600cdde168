import { dayOf, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Face } from '#ui/person.tsx'
import { words } from '../../words/words.ts'
import type { OpenInvitation } from '../queries.ts'

/** Who has a letter and has not come in yet. */
export const InvitationsPage = ({ open, today }: { open: readonly OpenInvitation[]; today: string }) => {
  const t = words.use()
  const language = useLanguage()
  const say = (moment: Date) => sayDay(dayOf(moment), language, today)
  return (
    <Page title={t['invitations.title']} lead={t['invitations.lead']} narrow>
      {open.length === 0 ? (
        <Empty title={t['invitations.none']}>{t['invitations.none.text']}</Empty>
      ) : (
        <List label={t['invitations.title']}>
          {open.map(({ id, name, partner, mail, sentAt, expiresAt }) => (
            <Row
              before={<Face name={name} small />}
              title={name}
              line={[partner, mail].filter(Boolean).join(' · ')}
              when={fill(t['invitations.term'], { sent: say(sentAt), until: say(expiresAt) })}
              action={
                <ButtonForm
                  action={`/uitnodigingen/${id}/intrekking`}
                  label={t['invitations.withdraw']}
                  about={name}
                  kind="quiet"
                />
              }
            />
          ))}
        </List>
      )}
    </Page>
  )
}
