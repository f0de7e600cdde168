import { type Day, dayPlus, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, Button, ButtonForm } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { FieldGroup } from '#ui/field.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Notice } from '#ui/notice.tsx'
import { Say } from '#ui/say.tsx'
import type { Sitting } from '../queries.ts'
import { type Candidate, countsOf } from '../rules.ts'
import { words } from '../words/words.ts'
import { Ends, type ItemsProps, ItemsTable, YesFor } from './items.tsx'

export type SittingProps = ItemsProps & {
  sitting: Sitting
  /** Who is proposed most: everything can go to her in one press. */
  first: readonly Candidate[]
  ends: readonly string[]
  today: Day
  /** May change it: arranges people, or goes herself. */
  gives: boolean
  arranges: boolean
  isHolder: boolean
  leads: boolean
}

/** Everything that hangs on one person, and who takes it: the sitting. */
export const SittingPage = (props: SittingProps) => {
  const t = words.use()
  const { sitting: found, items, today } = props
  const { sitting, name } = found
  const lead = useLead(found, today)
  const counts = countsOf(items.map(({ state }) => state))
  return (
    <Page
      title={fill(t['one.title'], { name })}
      lead={sitting.returnedAt ? undefined : lead}
      back={{ href: '/overdracht', label: t['one.back'] }}
    >
      {items.length === 0 ? (
        <Empty title={fill(t['one.nothing'], { name })}>{t['one.nothing.text']}</Empty>
      ) : (
        !sitting.returnedAt && <Say>{fill(t['one.counts'], counts)}</Say>
      )}
      <Falls sitting={sitting} today={today} />
      {items.length > 0 && (sitting.returnedAt ? <ItemsTable {...props} gives={false} /> : <Asking {...props} />)}
      {!sitting.returnedAt && props.arranges && <YesFor items={items} candidates={props.candidates} />}
      <Ends name={name} ends={props.ends} />
      {props.leads && <p>{t['one.leads']}</p>}
      {!props.arranges && <p>{t['one.managed']}</p>}
      {!sitting.returnedAt && <NextSteps {...props} />}
    </Page>
  )
}

function useLead({ sitting }: Sitting, today: Day): string {
  const t = words.use()
  const language = useLanguage()
  const say = (day: Day) => sayDay(day, language, today)
  if (sitting.lasting) return fill(t['one.lead.leaving'], { day: say(sitting.lastDay) })
  const away = fill(t['one.lead.away'], { day: say(dayPlus(sitting.lastDay, 1)) })
  return sitting.backOn ? `${away} ${fill(t['one.lead.backOn'], { day: say(sitting.backOn) })}` : away
}

const Falls = ({ sitting, today }: { sitting: Sitting['sitting']; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  if (sitting.returnedAt) return <Notice kind="tell" text={t['one.returned']} />
  if (sitting.settledAt) return <Notice kind="tell" text={t['one.settled']} />
  const falls = fill(t['one.falls'], { day: sayDay(sitting.fallsOn, language, today) })
  const access = sitting.lasting ? fill(t['one.access'], { day: sayDay(sitting.lastDay, language, today) }) : ''
  return <Notice kind="tell" text={[falls, access].filter(Boolean).join(' ')} />
}

const Asking = (props: SittingProps) => {
  const t = words.use()
  const open = props.items.filter(({ state }) => state !== 'accepted' && state !== 'gone')
  if (!props.gives || !open.length) return <ItemsTable {...props} gives={false} />
  return (
    <Form action={`/overdracht/${props.sitting.sitting.id}/verzoek`}>
      <FieldGroup name="all" label={t['one.all.legend']}>
        <Actions>
          {props.first.map(({ personId, name, lines }) => (
            <Button kind="quiet" name="all" value={personId}>
              {fill(t['one.all'], { name, count: lines })}
            </Button>
          ))}
        </Actions>
      </FieldGroup>
      <p class="soft">{t['one.lines.hint']}</p>
      <ItemsTable {...props} />
      <Submit>{t['one.ask']}</Submit>
    </Form>
  )
}

const NextSteps = ({ sitting: { sitting, name }, gives, arranges, isHolder }: SittingProps) => {
  const t = words.use()
  const back = fill(t[sitting.lasting ? 'one.return.leaving' : 'one.return.away'], { name })
  return (
    <Actions>
      {arranges && !isHolder && <ButtonForm action={`/overdracht/${sitting.id}/beheer`} label={t['one.take']} />}
      {gives && <ButtonForm action={`/overdracht/${sitting.id}/terugkeer`} label={back} kind="quiet" icon="undo" />}
    </Actions>
  )
}
