import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay, sayLongDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import type { Closed } from '#rooms/days/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { DateField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { CalmLine } from '#ui/notice.tsx'
import { Stack } from '#ui/say.tsx'
import type { PlaybookShown, TaskShown } from '../queries.ts'
import { AddTask, Tasks } from '../tasks/pages/tasks.tsx'
import { words } from '../words/words.ts'
import { Partners } from './partners.tsx'
import { type Colleagues, Lines, useErrors, Wrong } from './parts.tsx'

export type PlaybookProps = {
  playbook: PlaybookShown
  tasks: readonly TaskShown[]
  closed: Closed | undefined
  staff: Colleagues
  lines: readonly { id: string; name: string }[]
  said: Said
  me: string
  mayDirect: boolean
  mayShare: boolean
  /** A task was just added at this moment: the next one is typed at once. */
  added: number | undefined
  today: Day
}

/** One playbook: the tasks in order, and beside them what to have, whom to expect and what to look out for. */
export const PlaybookPage = (props: PlaybookProps) => {
  const { playbook, tasks, closed, staff, said, mayDirect, added, today } = props
  const t = words.use()
  const at = `/draaiboeken/${playbook.id}`
  // What has been is looked up to do it again.
  const isPast = playbook.day !== null && playbook.day < today
  const copy = (
    <Details summary={t['one.copy']} open={Boolean(said.errors['copyDay'])}>
      <CopyForm at={at} said={said} />
    </Details>
  )
  return (
    <Page
      title={playbook.title}
      lead={useLead(playbook)}
      back={{ href: '/draaiboeken', label: t.back }}
      ownFocus={added !== undefined}
      aside={<Beside {...props} />}
    >
      <Wrong said={said} />
      {closed && <SchoolClosed closed={closed} today={today} />}
      {!playbook.day && <CalmLine icon="calendar">{t['one.noDay']}</CalmLine>}
      {isPast && copy}
      <Tasks {...{ at, tasks, today, mayDirect, me: props.me }} />
      {mayDirect && <AddTask {...{ at, staff, said, added }} />}
      {playbook.day && <p class="soft">{t['one.rule']}</p>}
      <Do {...props} />
      {!isPast && copy}
    </Page>
  )
}

function useLead({ kind, title, day, owner }: PlaybookShown): string {
  const t = words.use()
  const language = useLanguage()
  const kindName = t[`kind.${kind}`]
  return [
    kind !== 'other' && !title.startsWith(kindName) && kindName,
    day && `${sayLongDay(day, language)} ${day.slice(0, 4)}`,
    owner ? fill(t['list.owner'], { name: owner }) : t['list.noOwner'],
  ]
    .filter(Boolean)
    .join(' · ')
}

const SchoolClosed = ({ closed, today }: { closed: Closed; today: Day }) => {
  const t = words.use()
  const language = useLanguage()
  const why = language === 'en' ? closed.en : closed.nl
  return <CalmLine icon="calendar">{fill(t['one.closed'], { day: sayDay(closed.day, language, today), why })}</CalmLine>
}

const Beside = ({ playbook, lines, said, mayDirect }: PlaybookProps) => {
  const t = words.use()
  return (
    <Stack>
      <Lines title={t['one.remarks']} text={playbook.remarks} />
      <Lines title={t['one.risks']} text={playbook.risks} />
      <Lines title={t['one.materials']} text={playbook.materials} />
      <Partners {...{ playbook, lines, said, mayDirect }} />
    </Stack>
  )
}

const Do = ({ playbook: { id }, mayDirect, mayShare }: PlaybookProps) => {
  const t = words.use()
  const at = `/draaiboeken/${id}`
  return (
    <Actions>
      {mayDirect && (
        <ButtonLink href={`${at}/wijziging`} kind="quiet" icon="edit">
          {t['one.change']}
        </ButtonLink>
      )}
      <ButtonLink href={`${at}/blad`} kind="quiet" icon="print">
        {t['one.sheet']}
      </ButtonLink>
      {mayShare && (
        <ButtonLink href={`${at}/deling`} kind="quiet" icon="people">
          {t['one.share']}
        </ButtonLink>
      )}
    </Actions>
  )
}

// Its field has a name of its own on this page, where a day may be wrong in no other form.
const CopyForm = ({ at, said }: { at: string; said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Form action={`${at}/kopie`}>
      <p>{t['one.copy.text']}</p>
      <DateField name="copyDay" label={t['one.copy.day']} value={said.values['copyDay']} error={errors['copyDay']} />
      <Submit kind="quiet">{t['one.copy.do']}</Submit>
    </Form>
  )
}
