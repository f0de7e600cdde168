import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import type { Found } from '#rooms/organisations/door.ts'
import { ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Steps } from '#ui/steps.tsx'
import { Tag } from '#ui/tag.tsx'
import { words } from '../words/words.ts'
import { useErrors } from './sign-in.tsx'

const Progress = ({ current }: { current: number }) => {
  const t = words.use()
  return (
    <Steps
      label={t['steps.label']}
      steps={[t['steps.school'], t['steps.staff'], t['steps.partners']]}
      current={current}
    />
  )
}

/** The very first person: the code from the screen, and an account. */
export const BeginPage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['begin.title']} lead={t['begin.lead']} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/begin">
        <TextField
          name="code"
          label={t['begin.code']}
          value={said.values['code']}
          error={errors['code']}
          autocomplete="off"
        />
        <TextField
          name="name"
          label={t['begin.name']}
          value={said.values['name']}
          error={errors['name']}
          autocomplete="name"
        />
        <TextField
          name="mail"
          type="email"
          label={t['in.mail']}
          value={said.values['mail']}
          error={errors['mail']}
          autocomplete="username"
        />
        <TextField
          name="password"
          type="password"
          label={t['invitation.password']}
          hint={t['invitation.password.hint']}
          error={errors['password']}
          autocomplete="new-password"
        />
        <Submit>{t['begin.button']}</Submit>
      </Form>
    </Page>
  )
}

/** One more school in this house, for somebody who is in already. */
export const MoreCodePage = ({ said }: { said: Said }) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['more.title']} lead={t['more.lead']} back={{ href: '/mij', label: t['self.title'] }} narrow>
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/begin/code">
        <TextField
          name="code"
          label={t['begin.code']}
          value={said.values['code']}
          error={errors['code']}
          autocomplete="off"
        />
        <Submit>{t['begin.button']}</Submit>
      </Form>
    </Page>
  )
}

export const NobodyPage = () => {
  const t = words.use()
  return (
    <Page title={t['begin.nobody']} narrow>
      <p>{t['begin.nobody.text']}</p>
      <p>
        <a href="/begin/code">{t['more.link']}</a>
      </p>
      <ButtonForm action="/uitloggen" label={t['out.button']} kind="quiet" />
    </Page>
  )
}

type ChooseProps = { wish: string; found: Found[]; said: Said }

/** “Welke school ben je?”: search the national list, or type the school in. */
export const ChooseSchoolPage = ({ wish, found, said }: ChooseProps) => {
  const t = words.use()
  const errors = useErrors(said)
  return (
    <Page title={t['school.title']} lead={t['school.lead']} narrow>
      <Progress current={1} />
      <ErrorSummary title={t['error.summary']} errors={errors} />
      <Form action="/begin/school" method="get">
        <TextField name="zoek" type="search" label={t['school.search']} value={wish} autofocus />
        <Submit>{t['school.button']}</Submit>
      </Form>
      {wish && found.length === 0 && <p role="status">{t['school.none']}</p>}
      {found.length > 0 && (
        <List label={t['school.title']}>
          {found.map((school) => (
            <Row
              title={school.name}
              line={[`${school.street ?? ''} ${school.houseNumber ?? ''}`.trim(), school.place, school.code]
                .filter(Boolean)
                .join(' · ')}
              action={
                <ButtonForm
                  action="/begin/school"
                  label={t['school.choose']}
                  fields={{ organisationId: school.id }}
                  about={`${school.name}, ${school.place ?? ''}`}
                  kind="quiet"
                />
              }
            />
          ))}
        </List>
      )}
      {found.length === 20 && <p>{t['school.more']}</p>}
      <p class="source">{t['school.source']}</p>
      <Details summary={t['school.typed']} open={Boolean(errors['name'] || errors['place'] || errors['postcode'])}>
        <Form action="/begin/school/nieuw">
          <TextField name="name" label={t['school.name']} value={said.values['name']} error={errors['name']} />
          <TextField name="place" label={t['school.place']} value={said.values['place']} error={errors['place']} />
          <TextField
            name="postcode"
            label={t['school.postcode']}
            value={said.values['postcode']}
            error={errors['postcode']}
            short
          />
          <Submit kind="quiet">{t['school.type']}</Submit>
        </Form>
      </Details>
    </Page>
  )
}

/** For who speaks for a board or a partner: these steps are a school’s. */
export const NoStepsPage = () => {
  const t = words.use()
  return (
    <Page title={t['steps.notYours']} lead={t['steps.notYours.text']} narrow>
      <ButtonLink href="/">{t['steps.notYours.do']}</ButtonLink>
    </Page>
  )
}

/** The three steps of setting a school up, with how far each is. One can stop anywhere. */
export const StepsPage = ({ people, partners }: { people: number; partners: number }) => {
  const t = words.use()
  const staffDone = people > 1
  const partnersDone = partners > 0
  return (
    <Page title={t['steps.title']} lead={t['steps.lead']} narrow>
      <Progress current={staffDone ? 3 : 2} />
      <Card
        title={
          <>
            {t['steps.staff']} {staffDone && <Tag kind="done">{t['steps.done']}</Tag>}
          </>
        }
      >
        <p>{fill(t['steps.staff.text'], { count: people })}</p>
        <ButtonLink href="/school/lijst" kind={staffDone ? 'quiet' : 'do'}>
          {t['steps.staff.button']}
        </ButtonLink>
        <p>
          <a href="/school/mensen/nieuw">{t['steps.staff.type']}</a>
        </p>
      </Card>
      <Card
        title={
          <>
            {t['steps.partners']} {partnersDone && <Tag kind="done">{t['steps.done']}</Tag>}
          </>
        }
      >
        <p>{fill(t['steps.partners.text'], { count: partners })}</p>
        <ButtonLink href="/netwerk/lijst" kind={staffDone && !partnersDone ? 'do' : 'quiet'}>
          {t['steps.partners.button']}
        </ButtonLink>
        <p>
          <a href="/netwerk/nieuw">{t['steps.partners.type']}</a>
        </p>
      </Card>
      <p>
        {t['steps.also']} <a href="/groepen">{t['steps.groups']}</a> ·{' '}
        <a href="/school/lestijden">{t['steps.bells']}</a>
      </p>
      {staffDone && (
        <Card title={t['steps.sounding']}>
          <p>{t['steps.sounding.text']}</p>
          <ButtonLink href="/peiling" kind="quiet">
            {t['steps.sounding.button']}
          </ButtonLink>
        </Card>
      )}
      <p>{t['steps.ask']}</p>
    </Page>
  )
}
