import { fill, useLanguage } from '#kit/words/words.ts'
import { accentPath } from '#ui/accent.ts'
import { safeHref } from '#ui/href.ts'
import { Aloud, LeanPage } from '#ui/lean.tsx'
import type { PublicPage } from '../queries.ts'
import { telOf } from '../rules.ts'
import { says } from '../words/words.ts'
import { Child, Complaints, Offers, Support } from './elsewhere.tsx'
import { Own, Said, spokenIn } from './said.tsx'
import { Topic } from './topic.tsx'

export type Tongue = { code: string; name: string; dir: string; href: string }
export type ParentsPageProps = {
  page: PublicPage
  tongues: readonly Tongue[]
  /** The full address, printed at the foot. */
  address: string
  /** A colleague looks beforehand. */
  isPreview?: boolean
}

/** The page for parents of one school: simple words, nothing to fill in, nothing kept. */
export const ParentsPage = ({ page, tongues, address, isPreview = false }: ParentsPageProps) => {
  const t = says.use()
  const language = useLanguage()
  const title = fill(t.title, { school: page.school.name })
  return (
    <LeanPage title={title} skip={t.skip} others={isPreview ? [] : tongues} accent={accentPath(page.school.accent)}>
      {isPreview && <Preview />}
      <main id="main" class="lean-in" tabindex={-1}>
        <div class="head-of-page" {...Aloud.around(t['aloud.stop'])}>
          <Tongues tongues={tongues} current={language} />
          {page.school.brand && <p class="whose">{page.school.brand}</p>}
          <h1>{title}</h1>
          {page.own.greeting && (
            <p class="own">
              <Own text={page.own.greeting} />
            </p>
          )}
          <p>
            <Said word="lead" />
          </p>
          <p>
            <Said word="yours" />
          </p>
          {page.school.phone && (
            <p class="print-only">
              <Said word="call" values={{ phone: page.school.phone }} plain />
            </p>
          )}
          <p class="in-a-row only-screen">
            <Aloud label={t.aloud} />
            <button class="print" type="button" hidden data-controller="print" data-action="print#now">
              {t.print}
            </button>
          </p>
        </div>
        <Now />
        <Index page={page} />
        {page.topics.map((topic) => (
          <Topic topic={topic} phone={page.school.phone} />
        ))}
        <Offers offers={page.offers} />
        <Support own={page.own} />
        <Complaints own={page.own} />
        <Child />
        <Foot page={page} address={address} />
      </main>
    </LeanPage>
  )
}

/** A wrong address, or a page that is closed: which of these is not said. The numbers hold everywhere. */
export const NoParentsPage = ({ tongues }: { tongues: readonly Tongue[] }) => {
  const t = says.use()
  return (
    <LeanPage title={t['gone.title']} skip={t.skip} others={[]}>
      <main id="main" class="lean-in" tabindex={-1}>
        <Tongues tongues={tongues} current={useLanguage()} />
        <h1>{t['gone.title']}</h1>
        <p>
          <Said word="gone.text" />
        </p>
        <Now />
        <Child />
      </main>
    </LeanPage>
  )
}

const Preview = () => (
  <p class="banner-in" role="status">
    <Said word="preview" />{' '}
    <a href="/ouderpagina">
      <Said word="preview.back" />
    </a>
  </p>
)

const Tongues = ({ tongues, current }: { tongues: readonly Tongue[]; current: string }) => {
  const t = says.use()
  return (
    <nav class="only-screen" aria-label={t.languages}>
      <ul class="in-a-row">
        {tongues.map(({ code, name, href }) => (
          <li>
            <a href={href} hreflang={code} aria-current={code === current || undefined} {...spokenIn(code, current)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The numbers that hold everywhere, always on top. */
const Now = () => {
  const t = says.use()
  return (
    <section class="now" aria-labelledby="nu" {...Aloud.around(t['aloud.stop'])}>
      <h2 id="nu">
        <Said word="now.title" />
      </h2>
      {(['now.emergency', 'now.veiligThuis', 'now.childLine'] as const).map((word) => (
        <p>
          <Said word={word} />
        </p>
      ))}
      <p class="in-a-row only-screen">
        <Aloud label={t.aloud} about={t['now.title']} />
        <a href="#child">
          <Said word="child.title" />
        </a>
      </p>
    </section>
  )
}

const Index = ({ page }: { page: PublicPage }) => {
  const t = says.use()
  return (
    <nav class="only-screen" aria-label={t.index}>
      <h2>
        <Said word="index" />
      </h2>
      <ul class="index">
        {page.topics.map(({ id }) => (
          <li>
            <a href={`#${id}`}>
              <Said word={`${id}.name`} />
            </a>
          </li>
        ))}
        {page.offers.length > 0 && (
          <li>
            <a href="#aanbod">
              <Said word="offer.title" />
            </a>
          </li>
        )}
        {(['support', 'complaint', 'child'] as const).map((part) => (
          <li>
            <a href={`#${part}`}>
              <Said word={`${part}.title`} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Foot = ({ page: { school }, address }: { page: PublicPage; address: string }) => (
  <footer class="foot-of-page">
    <p>
      {[school.name, school.place].filter(Boolean).join(', ')}{' '}
      {school.phone && (
        <a href={telOf(school.phone)} dir="ltr">
          {school.phone}
        </a>
      )}
    </p>
    {school.website && (
      <p>
        <a class="where" href={safeHref(school.website)}>
          <Said word="foot.site" />
        </a>
      </p>
    )}
    <p class="soft">
      <Said word="foot.keeps" />
    </p>
    <p class="print-only">{address}</p>
  </footer>
)
