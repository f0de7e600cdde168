import type { Said } from '#kit/form/form.ts'
import type { KnownPasskey } from '#kit/gate/gate.ts'
import { fill } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { PasskeyForm } from '#ui/passkey.tsx'
import { Tag } from '#ui/tag.tsx'
import { useMoment } from '../../pages/moment.tsx'
import { useErrors } from '../../pages/sign-in.tsx'
import { words } from '../../words/words.ts'

/** My passkeys: which there are, one more, one less. */
export const KeysPage = ({ keys, said }: { keys: readonly KnownPasskey[]; said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['key.title']} lead={t['key.lead']} back={{ href: '/mij', label: t['self.title'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {keys.length === 0 ? <Empty title={t['key.none']}>{t['key.none.text']}</Empty> : <Keys keys={keys} />}
      <section>
        <h2>{keys.length === 0 ? t['key.add'] : t['key.add.title']}</h2>
        <PasskeyForm
          action="/mij/sleutels"
          task="/mij/sleutels/opdracht"
          kind="make"
          look="do"
          label={t['key.add']}
          without={t['key.without']}
          failed={t['key.wrong']}
        >
          <TextField
            name="name"
            label={t['key.name']}
            hint={t['key.name.hint']}
            value={said.values['name']}
            error={errors['name']}
            maxlength={80}
            autocomplete="off"
          />
        </PasskeyForm>
      </section>
    </Page>
  )
}

const Keys = ({ keys }: { keys: readonly KnownPasskey[] }) => {
  const t = words.use()
  const sayMoment = useMoment()
  return (
    <List label={t['key.title']}>
      {keys.map(({ id, name, madeAt, usedAt, synced }) => (
        <Row
          title={name}
          line={
            usedAt
              ? fill(t['key.term'], { made: sayMoment(madeAt), used: sayMoment(usedAt) })
              : fill(t['key.unused'], { made: sayMoment(madeAt) })
          }
          tag={synced && <Tag>{t['key.synced']}</Tag>}
          action={<ButtonForm action={`/mij/sleutels/${id}/einde`} label={t['key.remove']} about={name} kind="quiet" />}
        />
      ))}
    </List>
  )
}
