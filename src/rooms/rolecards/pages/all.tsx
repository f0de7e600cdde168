import { fill, useLanguage } from '#kit/words/words.ts'
import { nameOf } from '#rooms/trade/door.ts'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page, useFrame } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Holder } from '../rules.ts'
import { words } from '../words/words.ts'
import { useHolder } from './card.tsx'

type Held = { role: string; holders: readonly Holder[] }
type Props = { school: string; roles: readonly Held[] }
/** More than this are counted here and named on their card: the sheet stays one A4. */
const mostNamed = 6

/** Every role somebody has here, with who and on which days, on one sheet. */
export const RolesPage = ({ school, roles }: Props) => {
  const t = words.use()
  const language = useLanguage()
  const sayHolder = useHolder()
  const sayWho = (holders: readonly Holder[]) =>
    holders.length > mostNamed ? fill(t.many, { count: holders.length }) : holders.map(sayHolder).join(', ')
  const { print, ...frame } = useFrame()
  const title = fill(t.title, { school })
  const held = roles.filter(({ holders }) => holders.length > 0)
  const free = roles.filter(({ holders }) => holders.length === 0)
  return (
    <Page title={title} heading={null} frame={frame}>
      {held.length === 0 && <Empty title={t.none} />}
      {held.length > 0 && (
        <Sheet title={title} address={print?.address ?? ''} date={print?.date ?? ''} print={t.print} dense>
          <p class="not-on-paper">{t.lead}</p>
          <List label={title}>
            {held.map(({ role, holders }) => (
              <Row title={nameOf('role', role, language)} href={`/rollen/${role}`} line={sayWho(holders)} />
            ))}
          </List>
        </Sheet>
      )}
      {free.length > 0 && (
        <div class="not-printed">
          <Details summary={t.free}>
            <p>{t['free.text']}</p>
            <ul>
              {free.map(({ role }) => (
                <li>
                  <a href={`/rollen/${role}`}>{nameOf('role', role, language)}</a>
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
    </Page>
  )
}
