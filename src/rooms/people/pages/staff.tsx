import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { Table } from '#ui/table.tsx'
import type { Colleague } from '../queries.ts'
import { words } from '../words/words.ts'
import { useDays } from './days.tsx'
import { SchoolTabs } from './tabs.tsx'

type Props = {
  colleagues: Colleague[]
  mayManage: boolean
  /** May ask a second step at sign-in of everybody. */
  mayAsk: boolean
  /** Who looks works at a school, so that there is a page for parents to go to. */
  atSchool: boolean
}

/** Who works here: the first thing a new colleague looks for. */
export const StaffPage = ({ colleagues, mayManage, mayAsk, atSchool }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const sayDays = useDays()
  const rows = colleagues.map((one) => ({
    href: `/school/mensen/${one.personId}`,
    cells: [
      one.name,
      one.roles.map((role) => nameOf('role', role, language)).join(', '),
      sayDays(one.days),
      one.deputy ?? '–',
    ],
  }))
  return (
    <Page title={t['school.title']} lead={fill(t['school.lead'], { count: colleagues.length })}>
      <SchoolTabs current="staff" />
      <Actions>
        {mayManage && (
          <>
            <ButtonLink href="/school/mensen/nieuw" icon="add">
              {t['school.add']}
            </ButtonLink>
            <ButtonLink href="/school/lijst" kind="quiet" icon="file">
              {t['school.import']}
            </ButtonLink>
          </>
        )}
        {atSchool && (
          <>
            <ButtonLink href="/ouderpagina" kind="quiet" icon="people">
              {t['school.parents']}
            </ButtonLink>
            <ButtonLink href="/welkomstmap" kind="quiet" icon="leaf">
              {t['school.welcome']}
            </ButtonLink>
            <ButtonLink href="/overdracht" kind="quiet" icon="out">
              {t['school.handover']}
            </ButtonLink>
          </>
        )}
        {mayAsk && (
          <ButtonLink href="/tweede-stap" kind="quiet" icon="lock">
            {t['asked.title']}
          </ButtonLink>
        )}
      </Actions>
      <Table
        caption={t['school.title']}
        captionHidden
        filter={{ label: t['school.filter'], none: t['school.filter.none'] }}
        columns={[t['person.name'], t['person.roles'], t['person.days'], t['person.deputy']].map((label) => ({
          label,
        }))}
        rows={rows}
      />
    </Page>
  )
}
