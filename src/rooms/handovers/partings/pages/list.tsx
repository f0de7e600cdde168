import { type Day, sayDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { List, Row } from '#ui/list.tsx'
import type { PartingRow } from '../queries.ts'
import { waitsOnUs } from '../rules.ts'
import { words } from '../words/words.ts'

type Props = { partings: readonly PartingRow[]; today: Day; me: string; tendsAll: boolean }

/** Who stops at a partner, and how far it is. */
export const PartingsList = ({ partings, today, me, tendsAll }: Props) => {
  const t = words.use()
  const language = useLanguage()
  if (!partings.length) return null
  return (
    <section>
      <h2>{t['list.title']}</h2>
      <List label={t['list.title']}>
        {partings.map(({ relationId, faceId, name, partner, stopsOn, state, ownerId, deputyId }) => {
          const tends = tendsAll || ownerId === me || deputyId === me
          return (
            <Row
              title={name}
              href={tends ? `/netwerk/${relationId}/gezichten/${faceId}/vertrek` : undefined}
              line={fill(t['list.line'], { partner, day: sayDay(stopsOn, language, today) })}
              when={t[`row.${state}`]}
              waits={waitsOnUs(state) && ownerId === me ? t['list.waits'] : undefined}
            />
          )
        })}
      </List>
    </section>
  )
}
