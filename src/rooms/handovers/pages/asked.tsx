import { fill } from '#kit/words/words.ts'
import { Actions, ButtonForm } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { TextField } from '#ui/fields.tsx'
import { Form, Submit } from '#ui/form.tsx'
import { List, Row } from '#ui/list.tsx'
import type { ItemRow } from '../queries.ts'
import { words } from '../words/words.ts'

type Named = (kind: string) => string

/** What somebody is asked to take over: asked, not told. One press for all, or one by one. */
export const AskedList = ({ items, kindName }: { items: readonly ItemRow[]; kindName: Named }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['asked.title']}</h2>
      <p>{t['asked.lead']}</p>
      {items.length > 1 && (
        <Actions>
          <ButtonForm
            action="/overdracht/aanvaarding"
            label={fill(t['asked.all'], { count: items.length })}
            icon="check"
          />
        </Actions>
      )}
      <List label={t['asked.title']}>
        {items.map((item) => (
          <AskedRow item={item} kindName={kindName} isOne={items.length === 1} />
        ))}
      </List>
    </section>
  )
}

const AskedRow = ({ item, kindName, isOne }: { item: ItemRow; kindName: Named; isOne: boolean }) => {
  const t = words.use()
  const at = `/overdracht/stukken/${item.id}`
  const from = item.from ? fill(t['asked.from'], { name: item.from }) : ''
  return (
    <Row
      title={item.name}
      href={item.kind.startsWith('relations.') ? (item.href ?? undefined) : undefined}
      line={[kindName(item.kind), from].filter(Boolean).join(' · ')}
      action={
        <>
          <ButtonForm
            action={`${at}/aanvaarding`}
            label={t['asked.yes']}
            about={item.name}
            kind={isOne ? 'do' : 'quiet'}
          />
          <Details summary={t['asked.no']}>
            <Form action={`${at}/afwijzing`}>
              <TextField name="note" id={`note-${item.id}`} label={t['asked.note']} maxlength={200} />
              <Submit kind="quiet">
                {t['asked.no']}
                <span class="only-heard"> {item.name}</span>
              </Submit>
            </Form>
          </Details>
        </>
      }
    />
  )
}

/** For Vandaag: one row, when there is something. */
export const AskedOfMe = ({ count }: { count: number }) => {
  const t = words.use()
  if (!count) return null
  return (
    <List label={t['asked.title']}>
      <Row title={`${t['asked.title']} (${count})`} href="/overdracht" waits={t['sitting.waits']} />
    </List>
  )
}
