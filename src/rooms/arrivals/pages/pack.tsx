import type { Said } from '#kit/form/form.ts'
import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, sayKey } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { TextArea } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { packParts } from '../forms.ts'
import type { SchoolWithPack } from '../queries.ts'
import type { Opening } from '../rules.ts'
import { words } from '../words/words.ts'
import { bellsOf, ownWords, type Part, Parts, reachOf, usePartsWords } from './parts.tsx'

type Props = {
  school: SchoolWithPack
  openings: readonly Opening[]
  people: readonly string[]
  today: Day
  address: string
  mayWrite: boolean
}

/** “Zo werkt onze school” on one A4. */
export const PackPage = ({ school, openings, people, today, address, mayWrite }: Props) => {
  const { t, language } = usePartsWords()
  const { print: _, ...frame } = useFrame()
  const title = fill(t['pack.title'], { school: school.name })
  const own = ownWords(t, school)
  const parts: Part[] = [
    ...own,
    bellsOf(t, language, openings),
    ...(people.length ? [{ title: t['pack.people'], lines: people }] : []),
    ...reachOf(t, school),
  ]
  return (
    <Page title={title} heading={null} back={{ href: '/school', label: t['pack.back'] }} frame={frame}>
      {mayWrite && (
        <Actions>
          <ButtonLink href="/welkomstmap/wijziging" icon="edit">
            {t['pack.write']}
          </ButtonLink>
        </Actions>
      )}
      <Sheet title={title} address={address} date={sayDay(today, language)} print={t['pack.print']}>
        <p>{t['pack.lead']}</p>
        {own.length === 0 && <p>{t['pack.empty']}</p>}
        <Parts parts={parts} />
        <p class="not-printed">
          <a href="/rollen">{t['pack.roles']}</a>
        </p>
        <p class="not-printed">
          <a href="/kennisgroepen">{t['pack.circles']}</a>
        </p>
      </Sheet>
    </Page>
  )
}

/** Four boxes, each may stay empty. */
export const PackFormPage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors: Record<string, string> = Object.fromEntries(
    Object.entries(said.errors).map(([field, key]) => [field, sayKey(t, key ?? '')]),
  )
  return (
    <Page title={t['form.title']} lead={t['form.lead']} back={{ href: '/welkomstmap', label: t['form.title'] }} narrow>
      <Form action="/welkomstmap/wijziging">
        <ErrorSummary title={t['error.summary']} errors={errors} />
        {packParts.map((part) => (
          <TextArea
            name={part}
            label={t[`pack.${part}`]}
            hint={t[`form.${part}.hint`]}
            rows={4}
            maxlength={600}
            value={said.values[part]}
            error={errors[part]}
          />
        ))}
        <Submit>{t['form.save']}</Submit>
      </Form>
    </Page>
  )
}
