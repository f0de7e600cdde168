import { Button } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { words } from '../words/words.ts'

/** One button per language, each in its own words. */
export const LanguagePage = ({
  languages,
  current,
}: {
  languages: { code: string; name: string; dir: string }[]
  current: string
}) => {
  const t = words.use()
  return (
    <Page title={t.language} narrow>
      <form class="stack" method="post" action="/taal">
        {languages.map(({ code, name, dir }) => (
          <p lang={code} dir={dir}>
            <Button name="language" value={code} kind={code === current ? 'do' : 'quiet'}>
              {name}
            </Button>
          </p>
        ))}
      </form>
    </Page>
  )
}
