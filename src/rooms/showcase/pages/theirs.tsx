import { ButtonForm } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { List, Row } from '#ui/list.tsx'
import type { ShownWithUs } from '../queries.ts'
import { words } from '../words/words.ts'

/** For a partner: which schools name it in public, with what they say; and off with one click. */
export const TheirsPage = ({ places }: { places: readonly ShownWithUs[] }) => {
  const t = words.use()
  return (
    <Page title={t['theirs.title']} lead={t['theirs.lead']}>
      {places.length === 0 && <Empty title={t['theirs.none']}>{t['theirs.none.text']}</Empty>}
      {places.length > 0 && (
        <List label={t['theirs.title']}>
          {places.map(({ relationId, school, shown }) => (
            <Row
              title={school}
              line={shown ? [shown.name, shown.why, shown.website].filter(Boolean).join(' · ') : t['theirs.off']}
              action={
                <ButtonForm
                  action={`/vermeldingen/${relationId}/${shown ? 'bezwaar' : 'toestemming'}`}
                  label={t[shown ? 'theirs.object' : 'theirs.allow']}
                  about={school}
                  kind="quiet"
                />
              }
            />
          ))}
        </List>
      )}
    </Page>
  )
}
