import { type Day, dayOf, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Listed } from '../queries.ts'
import { stateOf } from '../rules.ts'
import type { Webhook } from '../tables.ts'
import { WebhookList } from '../webhooks/pages/list.tsx'
import { words } from '../words/words.ts'

type Props = { integrations: readonly Listed[]; webhooks: readonly Webhook[]; today: Day }

/** Which programs may come in, how far, who let them, and until when. */
export const ListPage = ({ integrations, webhooks, today }: Props) => {
  const t = words.use()
  return (
    <Page title={t['list.title']} lead={t['list.lead']} narrow>
      <Actions>
        <ButtonLink href="/koppelingen/nieuw" icon="add">
          {t['list.new']}
        </ButtonLink>
        <ButtonLink href="/api" kind="quiet" icon="file">
          {t['list.api']}
        </ButtonLink>
      </Actions>
      {integrations.length === 0 ? (
        <Empty title={t['list.empty']}>{t['list.empty.text']}</Empty>
      ) : (
        <List>
          {integrations.map((one) => (
            <IntegrationRow one={one} today={today} />
          ))}
        </List>
      )}
      <CalmLine icon="lock">{t['list.calm']}</CalmLine>
      <WebhookList webhooks={webhooks} today={today} />
    </Page>
  )
}

const IntegrationRow = ({ one, today }: { one: Listed; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const state = stateOf(one, today)
  const day = (moment: Day) => sayDay(moment, language, today)
  const said = [
    one.scopes.map((scope) => sayKey(t, `scope.${scope}`)).join(', '),
    fill(t['list.by'], { name: one.maker ?? '–', day: day(dayOf(one.madeAt)) }),
    one.lastUsedOn ? fill(t['list.used'], { day: day(one.lastUsedOn) }) : t['list.unused'],
  ]
  return (
    <Row
      title={one.name}
      line={said.join(' · ')}
      when={state === 'works' ? fill(t['list.until'], { day: day(one.expiresOn) }) : undefined}
      tag={state === 'works' ? undefined : <Tag kind="quiet">{t[`state.${state}`]}</Tag>}
      action={
        state === 'works' ? (
          <ButtonForm
            action={`/koppelingen/${one.id}/intrekking`}
            label={t['token.revoke']}
            about={one.name}
            kind="quiet"
          />
        ) : undefined
      }
    />
  )
}
