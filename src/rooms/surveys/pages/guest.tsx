import type { Said } from '#kit/form/form.ts'
import { fill } from '#kit/words/words.ts'
import { ErrorSummary } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { SoundingForm } from '../soundings/pages/sounding.tsx'
import type { Poll } from '../tables.ts'
import { words } from '../words/words.ts'
import { errorsOf, VoteForm } from './vote.tsx'

/** By a personal link: the question, and the thumb. */
export const GuestVotePage = ({ at, poll, said }: { at: string; poll: Poll; said: Said }) => {
  const t = words.use()
  return (
    <Page title={poll.question} lead={fill(t['guest.lead'], { school: poll.schoolName })} narrow>
      {poll.kind === 'sounding' ? (
        <SoundingForm at={at} said={said} />
      ) : (
        <>
          <ErrorSummary title={t['error.summary']} errors={errorsOf(said, t)} />
          <VoteForm at={at} kind={poll.kind} said={said} />
        </>
      )}
    </Page>
  )
}

/** One sentence: it counts, it is closed, or the link opens nothing. */
export const SaidPage = ({ title, text }: { title: string; text: string }) => (
  <Page title={title} narrow>
    <p>{text}</p>
  </Page>
)
