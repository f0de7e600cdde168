import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, sayKey, useLanguage } from '#kit/words/words.ts'
import { Choices, Tick } from '#ui/choice.tsx'
import { Empty } from '#ui/empty.tsx'
import { DateField, TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import type { FaceOfOurs, Held } from '../queries.ts'
import { words } from '../words/words.ts'
import { PersonFields } from './parting.tsx'

const errorsOf = (said: Said | undefined, t: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(said?.errors ?? {}).map(([field, key]) => [field, sayKey(t, key ?? '')]))

type Props = { held: Held; said: Said | undefined; at: string; today: Day }

/** By a personal link: who follows; or, by her own link for something else, that she stops herself. */
export const SuccessorPage = ({ held, said, at, today }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const { leaver, school, stopsOn } = held
  const self = leaver === held.name
  const title = self ? t['say.title.self'] : fill(t['say.title'], { leaver })
  const errors = errorsOf(said, t)
  const day = stopsOn && sayDay(stopsOn, language, today)
  const stops = self ? t['say.stopsOn.self'] : fill(t['say.stopsOn'], { leaver })
  return (
    <Page title={title} lead={fill(t['say.lead'], { school })} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      {day && <p>{`${stops} ${day}.`}</p>}
      <Form action={at}>
        {(!stopsOn || said?.values['stopsOn'] !== undefined) && (
          <DateField name="stopsOn" label={stops} value={said?.values['stopsOn']} error={errors['stopsOn']} />
        )}
        <WhoFollows said={said} errors={errors} />
        <Submit>{t['say.do']}</Submit>
      </Form>
    </Page>
  )
}

const WhoFollows = ({ said, errors }: { said: Said | undefined; errors: Record<string, string> }) => {
  const t = words.use()
  const values = said?.values ?? {}
  return (
    <>
      <PersonFields values={values} errors={errors} label={t['say.name']} />
      <TextArea
        name="note"
        label={t['say.note']}
        hint={t['say.note.hint']}
        rows={2}
        maxlength={300}
        value={values['note']}
        error={errors['note']}
      />
    </>
  )
}

type StopProps = { faces: readonly FaceOfOurs[]; said: Said | undefined; today: Day }

/** With an account: I stop, at these schools, and who follows. */
export const StopPage = ({ faces, said, today }: StopProps) => {
  const t = words.use()
  const language = useLanguage()
  const errors = errorsOf(said, t)
  const back = { href: '/', label: t['say.back'] }
  if (!faces.length)
    return (
      <Page title={t['say.title.self']} back={back} narrow>
        <Empty title={t['say.none']}>{t['say.none.text']}</Empty>
      </Page>
    )
  const label = ({ school, name, stopsOn }: FaceOfOurs) =>
    stopsOn
      ? fill(t['say.school.already'], { school, name, day: sayDay(stopsOn, language, today) })
      : fill(t['say.school'], { school, name })
  const chosen = said?.values['faces'] ?? faces.filter(({ isMe }) => isMe).map(({ faceId }) => faceId)
  return (
    <Page title={t['say.title.self']} lead={t['say.lead.self']} back={back} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/vertrek">
        <Choices
          name="faces"
          label={t['say.schools']}
          values={chosen}
          error={errors['faces']}
          options={faces.map((face) => ({ value: face.faceId, label: label(face) }))}
        />
        <DateField
          name="stopsOn"
          label={t['say.stopsOn.self']}
          value={said?.values['stopsOn']}
          error={errors['stopsOn']}
        />
        <WhoFollows said={said} errors={errors} />
        <Tick name="account" label={t['say.account']} checked={said?.values['account'] === 'yes'} />
        <Submit>{t['say.do']}</Submit>
      </Form>
    </Page>
  )
}

export const SaidPage = ({ school }: { school: string }) => {
  const t = words.use()
  return (
    <Page title={t['say.done.title']} narrow>
      <p>{fill(t['say.done.text'], { school })}</p>
    </Page>
  )
}

/** Unknown, ended or run out: which of these is not said. */
export const NoLinkPage = () => {
  const t = words.use()
  return (
    <Page title={t['gone.title']} narrow>
      <p>{t['gone.text']}</p>
    </Page>
  )
}

/** Said often enough for now. */
export const WaitPage = () => {
  const t = words.use()
  return (
    <Page title={t['wait.title']} narrow>
      <p>{t['wait.text']}</p>
    </Page>
  )
}
