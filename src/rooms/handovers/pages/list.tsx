import { type Day, dayPlus, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { Actions, ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { PartingsList } from '../partings/pages/list.tsx'
import type { PartingRow } from '../partings/queries.ts'
import type { ItemRow, Sitting } from '../queries.ts'
import { words } from '../words/words.ts'
import { AskedList } from './asked.tsx'

type Props = {
  asked: readonly ItemRow[]
  sittings: readonly Sitting[]
  kindName: (kind: string) => string
  arranges: boolean
  partings: readonly PartingRow[]
  tendsAll: boolean
  today: Day
  me: string
}

/** What I am asked, who goes, and what lies ahead. */
export const HandoversPage = ({ asked, sittings, kindName, arranges, today, me, partings, tendsAll }: Props) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <Page title={t['list.title']} lead={t['list.lead']}>
      {asked.length > 0 && <AskedList items={asked} kindName={kindName} />}
      {!asked.length && !arranges && <p>{t['asked.none']}</p>}
      {(arranges || sittings.length > 0) && <h2>{t['sittings.title']}</h2>}
      {sittings.length > 0 && (
        <List label={t['sittings.title']}>
          {sittings.map(({ sitting, name }) => (
            <Row
              title={name}
              href={`/overdracht/${sitting.id}`}
              line={
                sitting.lasting
                  ? fill(t[sitting.settledAt ? 'sitting.left' : 'sitting.leaving'], {
                      day: sayDay(sitting.lastDay, language, today),
                    })
                  : fill(t['sitting.away'], { day: sayDay(dayPlus(sitting.lastDay, 1), language, today) })
              }
              when={sitting.backOn && fill(t['sitting.back'], { day: sayDay(sitting.backOn, language, today) })}
            />
          ))}
        </List>
      )}
      {arranges && sittings.length === 0 && (
        <Empty title={t['sittings.none']} action={{ href: '/school', label: t['sittings.staff'] }}>
          {t['sittings.none.text']}
        </Empty>
      )}
      {arranges && sittings.length > 0 && (
        <Actions>
          <ButtonLink href="/school" icon="out">
            {t['sittings.staff']}
          </ButtonLink>
        </Actions>
      )}
      <PartingsList {...{ partings, today, me, tendsAll }} />
      <h2>{t['more.title']}</h2>
      <p>
        <a href="/netwerk/vervanging">{t['more.single']}</a>
      </p>
      <p>
        <a href="/overdracht/afloop">{t['more.horizon']}</a>
      </p>
      <p>
        <a href={`/school/mensen/${me}/overdracht`}>{t['sittings.myself']}</a>
      </p>
    </Page>
  )
}
