import { sayLongDay } from '#kit/time/day.ts'
import { fill, useLanguage } from '#kit/words/words.ts'
import { ButtonForm } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { Notice } from '#ui/notice.tsx'
import { words } from '../words/words.ts'

/** My own name on the page for parents: I say yes, and I take it back. */
export const MinePage = ({ since, isOpen }: { since: string | undefined; isOpen: boolean }) => {
  const t = words.use()
  const language = useLanguage()
  return (
    <Page title={t['mine.title']} lead={t['mine.what']} back={{ href: '/mij', label: t['mine.back'] }} narrow>
      <Notice kind="tell" text={since ? fill(t['mine.yes'], { day: sayLongDay(since, language) }) : t['mine.no']} />
      {!isOpen && <p>{t['mine.closed']}</p>}
      {since ? (
        <ButtonForm action="/mij/ouderpagina/intrekking" label={t['mine.withdraw']} />
      ) : (
        <ButtonForm action="/mij/ouderpagina/toestemming" label={t['mine.give']} />
      )}
    </Page>
  )
}
