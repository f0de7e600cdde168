import { fill } from '#kit/words/words.ts'
import { List, Row } from '#ui/list.tsx'
import { Face } from '#ui/person.tsx'
import { Stack } from '#ui/say.tsx'
import { words } from '../../words/words.ts'
import type { Desk } from '../queries.ts'

/** One organisation, several desks: of a department the whole and the desks beside it, of a whole its departments. */
export const DesksOf = ({ name, desks }: { name: string; desks: readonly Desk[] }) => {
  const t = words.use()
  const whole = desks.find(({ partOfId }) => partOfId === null)
  const others = desks.filter((desk) => desk !== whole)
  const title = fill(whole ? t['desks.others'] : t['desks.title'], { name: whole?.name ?? name })
  if (!desks.length) return null
  return (
    <Stack>
      {others.length > 0 && <h2>{title}</h2>}
      {whole && (
        <p>
          {t['desks.partOf']} <a href={`/netwerk/${whole.id}`}>{whole.name}</a>.
        </p>
      )}
      {others.length > 0 && (
        <List label={title}>
          {others.map((desk) => (
            <DeskRow desk={desk} />
          ))}
        </List>
      )}
    </Stack>
  )
}

const DeskRow = ({ desk }: { desk: Desk }) => {
  const { face } = desk
  const who = [face?.name, face?.work].filter(Boolean).join(', ')
  return (
    <Row
      before={<Face name={face?.name ?? desk.name} small />}
      title={desk.name}
      href={`/netwerk/${desk.id}`}
      line={[who, face?.phone ?? desk.phone].filter(Boolean).join(' · ')}
    />
  )
}
