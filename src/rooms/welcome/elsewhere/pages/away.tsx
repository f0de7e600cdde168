import { fill } from '#kit/words/words.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../../words/words.ts'
import type { Hint } from '../rules.ts'

/** On the way to a provider: the browser goes by itself, and otherwise there is the button. */
export const AwayPage = ({ url, name }: { url: string; name: string }) => {
  const t = words.use()
  return (
    <Page title={fill(t['away.title'], { name })} narrow>
      <ButtonLink href={url} noPrefetch>
        {t['away.button']}
      </ButtonLink>
    </Page>
  )
}

type UnknownProps = { provider: string; name: string | undefined; hint: Hint; school: string | undefined }

/** The provider knows her, we do not. What it says helps her to the right person; it lets nobody in. */
export const UnknownPage = ({ provider, name, hint, school }: UnknownProps) => {
  const t = words.use()
  const where = school ?? hint.organisation
  return (
    <Page title={t['unknown.title']} narrow>
      {hint.works === false ? (
        <p>{t['unknown.pupil']}</p>
      ) : (
        <>
          <p>{saysOf(t, { provider, name, where })}</p>
          <p>{where ? fill(t['unknown.ask'], { school: where }) : t['unknown.ask.plain']}</p>
          <p>{fill(t['unknown.link'], { provider })}</p>
        </>
      )}
      <ButtonLink href="/inloggen" kind="quiet">
        {t['unknown.back']}
      </ButtonLink>
    </Page>
  )
}

type Said = { provider: string; name: string | undefined; where: string | undefined }
function saysOf(t: ReturnType<typeof words.use>, { provider, name, where }: Said) {
  if (name && where) return fill(t['unknown.says'], { provider, name, school: where })
  if (where) return fill(t['unknown.says.school'], { provider, school: where })
  return fill(t['unknown.says.none'], { provider })
}
