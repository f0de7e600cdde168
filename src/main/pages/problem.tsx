import { ButtonLink } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'

export type Problem = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500

/** What went wrong, in one breath, and the way on. */
export const ProblemPage = ({
  problem,
  because,
  seconds,
}: {
  problem: Problem
  because?: 'form' | undefined
  seconds?: number | undefined
}) => {
  const t = words.use()
  const text = problem === 403 && because === 'form' ? t['problem.403.form'] : t[`problem.${problem}.text`]
  return (
    <Page title={t[`problem.${problem}.title`]} narrow>
      <p>{text.replace('{seconds}', String(seconds ?? 60))}</p>
      <p>
        <ButtonLink href="/">{t['problem.back']}</ButtonLink>
      </p>
    </Page>
  )
}
