import type { Said } from '#kit/form/form.ts'
import type { OutsideHanging } from '#kit/http/hanging.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Choice } from '#ui/choice.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import type { LeaverAt, SaidOf } from '../queries.ts'
import { stateOf, waitsOnUs } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = {
  leaver: LeaverAt
  hanging: readonly { name: string; href: string | null; kind: string; after: OutsideHanging['after'] }[]
  told: SaidOf | null | undefined
  said: Said | undefined
  today: Day
}

/** Somebody at a partner stops: what hangs on her, and in one go who follows. */
export const PartingPage = (props: Props) => {
  const t = words.use()
  const { leaver, told, said } = props
  const { face, relation, parting } = leaver
  const { name } = face
  const at = `/netwerk/${relation.id}/gezichten/${face.id}/vertrek`
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said?.errors ?? {}).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  const partner = relation.name
  return (
    <Page
      title={fill(t['title'], { name, partner })}
      lead={fill(t['lead'], { name })}
      back={{ href: `/netwerk/${relation.id}/gezichten`, label: fill(t['back'], { partner }) }}
      narrow
    >
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {parting && <State {...props} />}
      {told && told.answers.length > 0 && !parting?.settledAt && (
        <Answers at={at} answers={told.answers} taken={successorOf(leaver)} />
      )}
      <Hanging {...props} />
      {parting?.successorId && <ForSuccessor id={relation.id} />}
      {!parting && <WhenAndWho {...props} at={at} errors={errors} />}
      {parting && (
        <Details summary={t['form.change']} open={Object.keys(errors).length > 0}>
          <WhenAndWho {...props} at={at} errors={errors} />
        </Details>
      )}
      {parting && !parting.settledAt && (
        <ButtonForm action={`${at}/intrekking`} label={fill(t['stay'], { name })} kind="quiet" icon="undo" />
      )}
    </Page>
  )
}

const State = ({ leaver, told, today }: Props) => {
  const { parting, face, owner } = leaver
  const t = words.use()
  const language = useLanguage()
  if (!parting) return null
  const state = stateOf(parting, { answers: told?.answers.length ?? 0, asked: told?.asked.length ?? 0 })
  const day = sayDay(parting.stopsOn, language, today)
  const successor = successorOf(leaver) ?? ''
  const [asked] = told?.asked ?? []
  const text = {
    said: fill(t['state.said'], { name: face.name, day }),
    named: t['state.named'],
    followed: fill(t[parting.settledAt ? 'state.settled' : 'state.followed'], { successor, day }),
    asked: fill(t['state.asked'], { who: asked?.name ?? '', sent: asked ? sayDay(asked.sentOn, language, today) : '' }),
    open: parting.settledAt
      ? fill(t['state.settled.open'], { day })
      : fill(t[owner ? 'state.open' : 'state.open.nobody'], { owner: owner ?? '' }),
  }[state]
  return <Notice kind={waitsOnUs(state) ? 'waits' : 'tell'} text={text} />
}

const successorOf = ({ parting, others }: LeaverAt) => others.find(({ id }) => id === parting?.successorId)?.name

/** What the partner said. Whoever follows already is there to read; somebody named after that can be taken over still. */
const Answers = ({ at, answers, taken }: { at: string; answers: SaidOf['answers']; taken: string | undefined }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['answers.title']}</h2>
      <List label={t['answers.title']}>
        {answers.map(({ id, name, work, phone, mail, note, byName }) => (
          <Row
            title={name}
            line={[
              ...[work, phone, mail, byName && fill(t['answers.by'], { name: byName })],
              note && fill(t['answers.note'], { note }),
            ]
              .filter(Boolean)
              .join(' · ')}
            action={
              name !== taken && (
                <ButtonForm
                  action={`${at}/opvolger`}
                  fields={{ answer: id }}
                  label={fill(t['answers.take'], { name })}
                />
              )
            }
          />
        ))}
      </List>
    </section>
  )
}

const Hanging = ({ leaver: { face, parting }, hanging }: Props) => {
  const t = words.use()
  if (parting?.settledAt) return null
  const { name } = face
  if (!hanging.length) return <p>{fill(t['hangs.none'], { name })}</p>
  return (
    <section>
      <h2>{fill(t['hangs.title'], { name })}</h2>
      <Table
        caption={fill(t['hangs.title'], { name })}
        captionHidden
        columns={[{ label: t['hangs.thing'] }, { label: t['hangs.what'] }, { label: t['hangs.then'] }]}
        rows={hanging.map(({ name: thing, href, kind, after }) => ({
          ...(href ? { href } : {}),
          cells: [thing, kind, t[`after.${after}`]],
        }))}
      />
    </section>
  )
}

const ForSuccessor = ({ id }: { id: string }) => {
  const t = words.use()
  return (
    <section>
      <h2>{t['next.title']}</h2>
      <Actions>
        <ButtonLink href={`/netwerk/${id}/overdracht`} kind="quiet" icon="print">
          {t['next.card']}
        </ButtonLink>
        <ButtonLink href={`/netwerk/${id}/welkomstmap`} kind="quiet" icon="out">
          {t['next.welcome']}
        </ButtonLink>
      </Actions>
    </section>
  )
}

type FormProps = Props & { at: string; errors: Record<string, string> }

const WhenAndWho = ({ leaver: { face, others, parting }, said, at, errors }: FormProps) => {
  const t = words.use()
  const { name } = face
  const values = said?.values ?? {}
  const options = [
    ...others.map((other) => ({ value: `face:${other.id}`, label: fill(t['follows.face'], { name: other.name }) })),
    { value: 'new', label: t['follows.new'] },
    ...(face.mail
      ? [{ value: `ask:${face.id}`, label: fill(t['follows.ask.self'], { name }), hint: t['follows.ask.hint'] }]
      : []),
    ...others
      .filter(({ mail }) => mail)
      .map((other) => ({
        ...{ value: `ask:${other.id}`, label: fill(t['follows.ask'], { name: other.name }) },
        hint: t['follows.ask.hint'],
      })),
    { value: 'later', label: t['follows.later'], hint: t['follows.later.hint'] },
  ]
  const chosen = values['follows'] ?? (parting?.successorId ? `face:${parting.successorId}` : undefined)
  return (
    <Form action={at}>
      {!parting && <h2>{t['form.title']}</h2>}
      <DateField
        name="stopsOn"
        label={t['form.stopsOn']}
        hint={fill(t['form.stopsOn.hint'], { name })}
        value={values['stopsOn'] ?? parting?.stopsOn ?? face.leftOn}
        error={errors['stopsOn']}
      />
      <Choice name="follows" label={t['form.follows']} value={chosen} error={errors['follows']} options={options} />
      <div class={['name', 'phone', 'mail', 'work'].some((field) => errors[field]) ? 'stack' : 'stack if-new'}>
        <p>
          <strong>{t['form.new']}</strong>
        </p>
        <PersonFields values={values} errors={errors} label={t['form.name']} />
      </div>
      <Submit>{t['form.save']}</Submit>
    </Form>
  )
}

type PersonProps = { values: Said['values']; errors: Record<string, string>; label: string }
export const PersonFields = ({ values, errors, label }: PersonProps) => {
  const t = words.use()
  const fields = [
    ['name', 'text', label],
    ['work', 'text', t['form.work']],
    ['phone', 'tel', t['form.phone']],
    ['mail', 'email', t['form.mail']],
  ] as const
  return (
    <>
      {fields.map(([name, type, text]) => (
        <TextField
          {...{ name, type, label: text, autocomplete: 'off' }}
          value={values[name]}
          error={errors[name]}
          maxlength={300}
        />
      ))}
    </>
  )
}
