import type { Said } from '#kit/form/form.ts'
import { type Day, dayOf, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Copy } from '#ui/copy.tsx'
import { Empty } from '#ui/empty.tsx'
import { Select } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { words } from '../../words/words.ts'
import type { Listed } from '../queries.ts'

type Named = readonly { id: string; name: string }[]
type Props = {
  feeds: readonly Listed[]
  spaces?: Named
  groups?: Named
  partners?: Named
  /** Of a partner: the schools where it comes. Then there is nothing else to see. */
  schools?: Named
  said: Said
  today: Day
}

/** The addresses from which my own calendar fetches who is in the building. */
export const FeedsPage = ({ feeds, said, today, ...choices }: Props) => {
  const t = words.use()
  const back = choices.schools
    ? { href: '/scholen', label: t['presence.backToSchools'] }
    : { href: '/agenda', label: t['feeds.back'] }
  return (
    <Page title={t['feeds.title']} lead={t[choices.schools ? 'feeds.lead.partner' : 'feeds.lead']} back={back} narrow>
      {feeds.length === 0 ? (
        <Empty title={t['feeds.empty']}>{t['feeds.empty.text']}</Empty>
      ) : (
        // What a renewed address comes back with has no address of its own: the browser sends it, not Turbo.
        <div data-turbo="false">
          <List>
            {feeds.map((feed) => (
              <FeedRow feed={feed} groups={choices.groups ?? []} today={today} />
            ))}
          </List>
        </div>
      )}
      <AddFeed {...choices} said={said} />
      <CalmLine icon="lock">{t['feeds.calm']}</CalmLine>
    </Page>
  )
}

type RowProps = { feed: Listed; groups: Named; today: Day }
const FeedRow = ({ feed: { id, kind, space, groupId, partner, school, madeAt }, groups, today }: RowProps) => {
  const t = words.use()
  const language = useLanguage()
  const group = groups.find((one) => one.id === groupId)?.name ?? ''
  const word = kind === 'visits' && school ? 'feeds.visits.one' : (`feeds.${kind}` as const)
  const title = fill(t[word], { space: space ?? '', group, partner: partner ?? '', school: school ?? '' })
  return (
    <Row
      title={title}
      line={fill(t['feeds.since'], { day: sayDay(dayOf(madeAt), language, today) })}
      action={
        <Actions>
          <ButtonForm
            action={`/agenda/abonnementen/${id}/vernieuwing`}
            label={t['feeds.renew']}
            about={title}
            kind="quiet"
          />
          <ButtonForm
            action={`/agenda/abonnementen/${id}/verwijdering`}
            label={t['feeds.remove']}
            about={title}
            kind="quiet"
          />
        </Actions>
      }
    />
  )
}

const AddFeed = ({ said, ...choices }: Omit<Props, 'feeds' | 'today'>) => {
  const t = words.use()
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  const options = choices.schools ? optionsOfPartner(choices.schools, t) : optionsOfSchool(choices, t)
  return (
    <div data-turbo="false">
      <Form action="/agenda/abonnementen">
        <h2>{t['feeds.add']}</h2>
        <ErrorSummary title={t['error.summary']} errors={errors} />
        <Select
          name="what"
          label={t['feeds.what']}
          hint={choices.schools ? undefined : t['feeds.hint']}
          value={said.values['what']}
          error={errors['what']}
          options={options}
        />
        <Submit>{t['feeds.make']}</Submit>
      </Form>
    </div>
  )
}

type Words = ReturnType<typeof words.use>
const optionsOfPartner = (schools: Named, t: Words) => [
  { value: 'visits', label: t['feeds.visits'] },
  ...schools.map(({ id, name }) => ({ value: `visits:${id}`, label: fill(t['feeds.visits.one'], { school: name }) })),
]

const optionsOfSchool = ({ spaces = [], groups = [], partners = [] }: Partial<Props>, t: Words) => [
  { value: 'building', label: t['feeds.building'] },
  { value: 'mine', label: t['feeds.mine'] },
  { value: 'year', label: t['feeds.year'] },
  ...groups.map(({ id, name }) => ({ value: `group:${id}`, label: fill(t['feeds.group'], { group: name }) })),
  ...partners.map(({ id, name }) => ({ value: `partner:${id}`, label: fill(t['feeds.partner'], { partner: name }) })),
  ...spaces.map(({ id, name }) => ({ value: `space:${id}`, label: fill(t['feeds.space'], { space: name }) })),
]

/** The address, this once. */
export const AddressPage = ({ address, mayHand }: { address: string; mayHand: boolean }) => {
  const t = words.use()
  return (
    <Page
      title={t['feed.title']}
      lead={t['feed.lead']}
      back={{ href: '/agenda/abonnementen', label: t['feeds.title'] }}
      narrow
    >
      <Copy text={address} label={t['feed.copy']} done={t['feed.copied']} />
      <ul>
        <li>{t['feed.how.outlook']}</li>
        <li>{t['feed.how.google']}</li>
        <li>{t['feed.how.apple']}</li>
      </ul>
      <CalmLine icon="lock">{t[mayHand ? 'feed.calm.partner' : 'feed.calm']}</CalmLine>
      <ButtonLink href="/agenda/abonnementen" kind="quiet" icon="check">
        {t['feed.done']}
      </ButtonLink>
    </Page>
  )
}
