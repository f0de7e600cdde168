import { fill, sayKey } from '#kit/words/words.ts'
import { Empty } from '#ui/empty.tsx'
import { FileField, TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { Unread } from '../../import/lessons.ts'
import { words } from '../../words/words.ts'

export type Brought = { count: number; groups: number; unread: Unread[] }
type Counted = { id: string; name: string; lessons: number; kept: number }
type Props = {
  groups: Counted[]
  mayType: boolean
  error?: string
  paste?: string
  brought?: Brought
}

/** Which groups have their week written down, and a list to bring them all at once. */
export const LessonsPage = ({ groups, mayType, error, paste, brought }: Props) => {
  const t = words.use()
  const errors = error ? { paste: sayKey(t, error) } : {}
  return (
    <Page title={t['lessons.title']} lead={t['lessons.lead']} back={{ href: '/rooster', label: t['lessons.back'] }}>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {brought && <BroughtSo brought={brought} />}
      {groups.length === 0 ? (
        <Empty title={t['lessons.noGroups']} action={{ href: '/school/groepen', label: t['lessons.toGroups'] }} />
      ) : (
        <List label={t['lessons.title']}>
          {groups.map(({ id, name, lessons, kept }) => (
            <Row
              title={name}
              href={`/rooster/lessen/${id}`}
              line={lessons ? fill(t['lessons.count'], { count: lessons, kept }) : t['lessons.none']}
            />
          ))}
        </List>
      )}
      {mayType && groups.length > 0 && (
        <Form action="/rooster/lessen" upload>
          <h2>{t['lessons.bring']}</h2>
          <p>{t['lessons.bring.how']}</p>
          <TextArea
            name="paste"
            label={t['lessons.paste']}
            hint={t['lessons.paste.hint']}
            value={paste}
            rows={6}
            error={errors.paste}
          />
          <FileField name="file" label={t['lessons.file']} accept=".csv,.txt,.xlsx" />
          <Submit kind="quiet">{t['lessons.bring.do']}</Submit>
        </Form>
      )}
    </Page>
  )
}

const BroughtSo = ({ brought: { count, groups, unread } }: { brought: Brought }) => {
  const t = words.use()
  return (
    <section>
      <Notice text={fill(t['lessons.brought'], { count, groups })} kind={count ? 'done' : 'waits'} />
      {unread.length > 0 && (
        <Table
          caption={fill(t['lessons.unread'], { count: unread.length })}
          columns={[t['lessons.line'], t['lessons.said'], t['lessons.because'], t['lessons.remedy']].map((label) => ({
            label,
          }))}
          rows={unread.slice(0, 100).map(({ line, said, because }) => ({
            cells: [String(line), said || '–', t[`lessons.because.${because}`], t[`lessons.remedy.${because}`]],
          }))}
        />
      )}
    </section>
  )
}
