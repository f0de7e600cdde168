import type { Said } from '#kit/form/form.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Choices } from '#ui/choice.tsx'
import { Empty } from '#ui/empty.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import type { Colleague, GroupRow } from '../queries.ts'
import { words } from '../words/words.ts'
import { SchoolTabs } from './tabs.tsx'

type Others = Pick<Colleague, 'personId' | 'name'>[]

/** The classes, with numbers only. */
export const GroupsPage = ({
  groups,
  said,
  colleagues,
  mayManage,
}: {
  groups: GroupRow[]
  said: Said
  colleagues: Others
  mayManage: boolean
}) => {
  const t = words.use()
  return (
    <Page title={t['groups.title']} lead={t['groups.lead']}>
      <SchoolTabs current="groups" />
      {groups.length === 0 ? (
        <Empty title={t['groups.empty']}>{t['groups.empty.text']}</Empty>
      ) : (
        <GroupTable groups={groups} mayManage={mayManage} />
      )}
      {mayManage && (
        <section>
          <h2>{t['groups.add']}</h2>
          <GroupForm action="/groepen" said={said} colleagues={colleagues} />
        </section>
      )}
    </Page>
  )
}

const GroupTable = ({ groups, mayManage }: { groups: GroupRow[]; mayManage: boolean }) => {
  const t = words.use()
  return (
    <Table
      caption={t['groups.title']}
      captionHidden
      columns={[
        { label: t['groups.name'] },
        { label: t['groups.teachers'] },
        { label: t['groups.pupils'], numeric: true },
      ]}
      rows={groups.map((group) => ({
        ...(mayManage ? { href: `/groepen/${group.id}` } : {}),
        cells: [group.name, group.teachers.map((teacher) => teacher.name).join(', ') || '–', group.pupils ?? '–'],
      }))}
    />
  )
}

/** One group to change or to remove. */
export const GroupPage = ({ group, said, colleagues }: { group: GroupRow; said: Said; colleagues: Others }) => {
  const t = words.use()
  return (
    <Page
      title={fill(t['groups.change'], { name: group.name })}
      back={{ href: '/groepen', label: t['groups.title'] }}
      narrow
    >
      <GroupForm action={`/groepen/${group.id}`} said={said} colleagues={colleagues} />
      <ButtonLink href={`/agenda/abonnementen?wat=group:${group.id}`} kind="quiet" icon="calendar">
        {t['groups.calendar']}
      </ButtonLink>
      <ButtonForm action={`/groepen/${group.id}/verwijdering`} label={t['groups.remove']} kind="danger" />
    </Page>
  )
}

const GroupForm = ({ action, said, colleagues }: { action: string; said: Said; colleagues: Others }) => {
  const t = words.use()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  const years = [1, 2, 3, 4, 5, 6, 7, 8].map((year) => ({
    value: String(year),
    label: fill(t['groups.year'], { year }),
  }))
  return (
    <>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={action}>
        <TextField
          name="name"
          label={t['groups.name']}
          hint={t['groups.name.hint']}
          value={said.values['name']}
          error={errors['name']}
          short
        />
        <Choices
          name="years"
          label={t['groups.years']}
          values={said.values['years'] as string[] | undefined}
          error={errors['years']}
          options={years}
        />
        <TextField
          name="pupils"
          label={t['groups.pupils']}
          value={said.values['pupils']}
          error={errors['pupils']}
          inputmode="numeric"
          short
        />
        <Choices
          name="teachers"
          label={t['groups.teachers']}
          values={said.values['teachers'] as string[] | undefined}
          error={errors['teachers']}
          options={colleagues.map((c) => ({ value: c.personId, label: c.name }))}
        />
        <Submit>{t['groups.save']}</Submit>
      </Form>
    </>
  )
}
