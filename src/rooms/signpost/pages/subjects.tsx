import type { Said } from '#kit/form/form.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { firstRoles } from '../forms.ts'
import type { Board } from '../queries.ts'
import { type Contact, gapOf, isCrowd, isTheBoards, type Subject, type Topic } from '../rules.ts'
import { words } from '../words/words.ts'
import { useRole } from './contact.tsx'

type SubjectsProps = { subjects: readonly Subject[]; board: Board | undefined; mayTend: boolean }

/** Subject → role → person, for the whole school; gaps first. */
export const SubjectsPage = ({ subjects, board, mayTend }: SubjectsProps) => {
  const t = words.use()
  const language = useLanguage()
  const sayRole = useRole()
  const sayWho = useWho()
  const gaps = subjects.filter(({ contact }) => gapOf(contact) === 0).length
  return (
    <Page title={t['routes.title']} lead={t['routes.lead']} back={{ href: '/bij-wie', label: t['safety.back'] }}>
      {gaps > 0 && <p>{fill(gaps === 1 ? t['routes.gaps.one'] : t['routes.gaps'], { count: gaps })}</p>}
      <Table
        caption={t['routes.title']}
        captionHidden
        filter={{ label: t['routes.filter'], none: t['routes.filter.none'] }}
        columns={[t['routes.topic'], t['routes.role'], t['routes.who'], t['routes.own']].map((label) => ({ label }))}
        rows={subjects.map(({ topic, contact, own }) => ({
          ...(mayTend ? { href: `/bij-wie/routes/${topic.id}` } : {}),
          cells: [
            nameOf('topic', topic.id, language),
            sayRole(contact.asked),
            isTheBoards(contact) ? (board?.name ?? t['routes.board']) : sayWho(contact),
            own ? <Tag kind="done">{t['routes.own.yes']}</Tag> : '–',
          ],
        }))}
      />
    </Page>
  )
}

function useWho() {
  const t = words.use()
  const sayRole = useRole()
  return (contact: Contact) => {
    const names = contact.people.map((one) => one.name).join(', ')
    if (gapOf(contact) === 0) return <Tag kind="quiet">{t['routes.nobody']}</Tag>
    if (isCrowd(contact)) return fill(t['routes.many'], { count: contact.people.length })
    return gapOf(contact) === 1 ? fill(t['routes.instead'], { names, role: sayRole(contact.asked) }) : names
  }
}

/** “Zo doen wij het hier” for one topic: who is first, and how it goes. */
export const WritePage = ({ topic, said, mayShare }: { topic: Topic; said: Said; mayShare?: boolean }) => {
  const t = words.use()
  const language = useLanguage()
  const sayRole = useRole()
  const errors = Object.fromEntries(Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]))
  return (
    <Page
      title={fill(t['write.title'], { topic: nameOf('topic', topic.id, language) })}
      lead={t['write.lead']}
      back={{ href: '/bij-wie/routes', label: t['routes.back'] }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action={`/bij-wie/routes/${topic.id}`}>
        <Select
          name="role"
          label={t['write.role']}
          value={said.values['role']}
          error={errors['role']}
          blank={fill(t['write.role.usual'], { role: sayRole(topic.first_role) })}
          options={firstRoles.map(({ id }) => ({ value: id, label: nameOf('role', id, language) }))}
        />
        <TextArea
          name="text"
          label={t['write.text']}
          hint={t['write.text.hint']}
          value={said.values['text']}
          error={errors['text']}
          rows={8}
        />
        <TextField
          name="source"
          label={t['write.source']}
          hint={t['write.source.hint']}
          value={said.values['source']}
          error={errors['source']}
        />
        <Submit>{t['write.save']}</Submit>
      </Form>
      {mayShare && said.values['text'] && (
        <p>
          <a href={`/bij-wie/routes/${topic.id}/deling`}>{t['write.share']}</a>
        </p>
      )}
    </Page>
  )
}
