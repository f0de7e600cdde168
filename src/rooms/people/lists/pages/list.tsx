import type { Said } from '#kit/form/form.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import type { Takeover } from '#rooms/takeovers/door.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Choice } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { FileField, TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Table } from '#ui/table.tsx'
import type { LeftOut } from '../../import/columnsleftout.ts'
import type { BadGroup, GroupRow } from '../../import/groups.ts'
import { type LaidNote, linesInNeed } from '../../import/laidgroups.ts'
import type { BadStaff, Staff, StaffNote } from '../../import/staff.ts'
import { useDays } from '../../pages/days.tsx'
import { words } from '../../words/words.ts'
import { remedyOf } from '../rules.ts'

/** A list of colleagues or groups, pasted or as a file. */
export const ListPage = ({ said, earlier = [] }: { said: Said; earlier?: readonly Takeover[] }) => {
  const t = words.use()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  return (
    <Page title={t['list.title']} lead={t['list.lead']} back={{ href: '/school', label: t['person.back'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/school/lijst" upload>
        <Choice
          name="what"
          label={t['list.what']}
          value={said.values['what'] ?? 'staff'}
          error={errors['what']}
          options={[
            { value: 'staff', label: t['list.what.staff'] },
            { value: 'groups', label: t['list.what.groups'] },
          ]}
        />
        <TextArea
          name="paste"
          label={t['list.paste']}
          hint={t['list.paste.hint']}
          value={said.values['paste']}
          error={errors['paste']}
          rows={8}
        />
        <FileField name="file" label={t['list.file']} error={errors['file']} accept=".csv,.txt,.tsv,.xlsx" />
        <Submit>{t['list.look']}</Submit>
      </Form>
      {earlier.length > 0 && (
        <section>
          <h2>{t['list.earlier']}</h2>
          <p class="soft">{t['list.earlier.text']}</p>
          <List label={t['list.earlier']}>
            {earlier.map(({ id, source, undoneAt }) => (
              <Row href={`/overname/${id}`} title={source} line={undoneAt ? t['list.earlier.undone'] : undefined} />
            ))}
          </List>
        </section>
      )}
    </Page>
  )
}

export type Preview = { rows: string; source: string } & (
  | { what: 'staff'; good: Staff[]; bad: BadStaff[]; notes: (StaffNote | LeftOut)[]; known: ReadonlySet<string> }
  | { what: 'groups'; good: GroupRow[]; bad: BadGroup[]; notes: LaidNote[] }
)

/** What we read, before anything is taken over: first what needs somebody, then what is fine. */
export const PreviewPage = (preview: Preview) => {
  const t = words.use()
  const { good, bad, rows, source, what } = preview
  return (
    <Page
      title={t['list.preview']}
      lead={fill(t['list.preview.lead'], {
        good: good.length,
        bad: preview.what === 'groups' ? linesInNeed(preview) : bad.length,
      })}
      back={{ href: '/school/lijst', label: t['list.again'] }}
    >
      {good.length === 0 && <p>{t['list.none']}</p>}
      {bad.length > 0 && <Bad bad={bad} />}
      {preview.notes.length > 0 && <Notes preview={preview} />}
      {good.length > 0 && (
        <>
          {preview.what === 'staff' ? <GoodStaff {...preview} /> : <GoodGroups {...preview} />}
          <Form action="/school/lijst/overname">
            <input type="hidden" name="what" value={what} />
            <input type="hidden" name="source" value={source} />
            <input type="hidden" name="rows" value={rows} />
            <Submit>{good.length === 1 ? t['list.take.one'] : fill(t['list.take'], { count: good.length })}</Submit>
          </Form>
        </>
      )}
    </Page>
  )
}

const Bad = ({ bad }: { bad: (BadStaff | BadGroup)[] }) => {
  const t = words.use()
  return (
    <Table
      caption={t['list.bad']}
      columns={[{ label: t['list.line'], numeric: true }, { label: t['list.because'] }, { label: t['list.remedy'] }]}
      rows={bad.map(({ line, because, value, remedy }) => ({
        cells: [String(line), fill(t[`list.because.${because}`], { value }), t[`list.remedy.${remedy}`]],
      }))}
    />
  )
}

/** What we mended, guessed or leave out, line by line, and what helps. Of groups it is open: a teacher may be missing. */
const Notes = ({ preview }: { preview: Preview }) => {
  const t = words.use()
  const nameAt = new Map<number, string>(
    preview.what === 'staff'
      ? preview.good.flatMap(({ lines, name }) => lines.map((line) => [line, name] as const))
      : preview.good.map(({ line, name }) => [line, name] as const),
  )
  const who = preview.what === 'staff' ? t['person.name'] : t['groups.name']
  return (
    <Details summary={fill(t['list.notes'], { count: preview.notes.length })} open={preview.what === 'groups'}>
      <Table
        caption={t['list.notes.caption']}
        captionHidden
        columns={[t['list.line'], who, t['list.because'], t['list.remedy']].map((label) => ({ label }))}
        rows={preview.notes.map(({ line, because, value }) => ({
          cells: [
            String(line),
            nameAt.get(line) ?? '–',
            fill(t[`list.note.${because}`], { value }),
            t[`list.remedy.${remedyOf[because]}`],
          ],
        }))}
      />
    </Details>
  )
}

const GoodStaff = ({ good, known }: { good: Staff[]; known: ReadonlySet<string> }) => {
  const t = words.use()
  const language = useLanguage()
  const sayDays = useDays()
  return (
    <Table
      caption={t['list.good']}
      columns={[t['person.name'], t['person.roles'], t['person.days'], t['person.mail'], t['person.phone']].map(
        (label) => ({ label }),
      )}
      rows={good.map((one) => ({
        cells: [
          known.has(one.name) ? `${one.name} (${t['list.exists']})` : one.name,
          (one.roles.length ? one.roles : ['leerkracht']).map((role) => nameOf('role', role, language)).join(', '),
          sayDays(one.days),
          one.mail || '–',
          one.phone || '–',
        ],
      }))}
    />
  )
}

const GoodGroups = ({ good }: { good: GroupRow[] }) => {
  const t = words.use()
  return (
    <Table
      caption={t['list.good']}
      columns={[
        { label: t['groups.name'] },
        { label: t['groups.teachers'] },
        { label: t['groups.pupils'], numeric: true },
      ]}
      rows={good.map(({ name, teachers, pupils }) => ({
        cells: [name, teachers.join(', ') || '–', pupils === null ? '–' : String(pupils)],
      }))}
    />
  )
}
