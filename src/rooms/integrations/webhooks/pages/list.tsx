import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { List, Row } from '#ui/list.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Webhook } from '../../tables.ts'
import { words } from '../../words/words.ts'

/** Where else is told what happens here, and whether it arrives. */
export const WebhookList = ({ webhooks, today }: { webhooks: readonly Webhook[]; today: Day }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['webhook.title']}</h2>
      <p>{t['webhook.about']}</p>
      <List>
        {webhooks.map((one) => (
          <WebhookRow one={one} today={today} />
        ))}
      </List>
      <Actions>
        <ButtonLink href="/koppelingen/webhooks/nieuw" kind="quiet" icon="add">
          {t['webhook.new']}
        </ButtonLink>
      </Actions>
    </section>
  )
}

const WebhookRow = ({ one, today }: { one: Webhook; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const state = one.stoppedAt ? 'stopped' : one.failingSince ? 'failing' : undefined
  const arrived = one.lastArrivedOn
    ? fill(t['webhook.arrived'], { day: sayDay(one.lastArrivedOn, language, today) })
    : t['webhook.never']
  return (
    <Row
      title={one.name}
      line={`${new URL(one.address).host} · ${arrived}`}
      tag={state ? <Tag kind="quiet">{t[`webhook.${state}`]}</Tag> : undefined}
      action={
        <ButtonForm
          action={`/koppelingen/webhooks/${one.id}/verwijdering`}
          label={t['webhook.remove']}
          about={one.name}
          kind="quiet"
        />
      }
    />
  )
}
