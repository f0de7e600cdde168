import { fill, useLanguage } from '#kit/words/words.ts'
import { accentPath } from '#ui/accent.ts'
import { safeHref, telHref } from '#ui/href.ts'
import { LeanPage } from '#ui/lean.tsx'
import type { PublicPage } from '../queries.ts'
import { saidSite } from '../rules.ts'
import { says } from '../words/words.ts'

export type Tongue = { code: string; name: string; dir: string; href: string }
type Props = {
  page: PublicPage
  tongues: readonly Tongue[]
  /** The full address, printed at the foot. */
  address: string
  /** A colleague looks beforehand. */
  isPreview?: boolean
}

/** With whom the school works and why: a name, a website and a sentence each. Nobody's name, nothing kept. */
export const ShowcasePage = ({ page: { school, partners }, tongues, address, isPreview = false }: Props) => {
  const t = says.use()
  const title = fill(t.title, { school: school.name })
  return (
    <LeanPage title={title} skip={t.skip} others={isPreview ? [] : tongues} accent={accentPath(school.accent)}>
      {isPreview && (
        <p class="banner-in" role="status">
          {t.preview} <a href="/partnerpagina">{t['preview.back']}</a>
        </p>
      )}
      <main id="main" class="lean-in roomy" tabindex={-1}>
        <div class="head-of-page">
          <Tongues tongues={tongues} />
          {school.brand && <p class="whose">{school.brand}</p>}
          <h1>{title}</h1>
          <p class={school.intro ? 'own' : undefined}>{school.intro ?? t.lead}</p>
          <p class="only-screen">
            <button class="print" type="button" hidden data-controller="print" data-action="print#now">
              {t.print}
            </button>
          </p>
        </div>
        <h2>{t.partners}</h2>
        {partners.length === 0 && <p>{t.none}</p>}
        {partners.map(({ name, website, why }) => (
          <section class="block">
            <h3>{name}</h3>
            <p>{why}</p>
            {website && (
              <p>
                <a href={safeHref(website)} rel="noopener">
                  {fill(t.site, { site: saidSite(website) })}
                </a>
              </p>
            )}
          </section>
        ))}
        <section class="block">
          <h2>{t['jobs.title']}</h2>
          <p>{t['jobs.text']}</p>
        </section>
        <section class="block">
          <h2>{t['off.title']}</h2>
          <p>
            {t['off.text']} {school.phone && <Phone phone={school.phone} />}
          </p>
          <p>{t['off.account']}</p>
        </section>
        <Foot school={school} address={address} />
      </main>
    </LeanPage>
  )
}

const Phone = ({ phone }: { phone: string }) => (
  <a href={safeHref(telHref(phone))} dir="ltr">
    {phone}
  </a>
)

const Tongues = ({ tongues }: Pick<Props, 'tongues'>) => {
  const t = says.use()
  const current = useLanguage()
  return (
    <nav class="only-screen" aria-label={t.languages}>
      <ul class="in-a-row">
        {tongues.map(({ code, name, dir, href }) => (
          <li>
            <a href={href} hreflang={code} lang={code} dir={dir} aria-current={code === current || undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Foot = ({ school, address }: { school: PublicPage['school']; address: string }) => {
  const t = says.use()
  return (
    <footer class="foot-of-page">
      <p>
        {[school.name, school.place].filter(Boolean).join(', ')} {school.phone && <Phone phone={school.phone} />}
      </p>
      {school.website && (
        <p>
          <a class="where" href={safeHref(school.website)}>
            {t['foot.site']}
          </a>
        </p>
      )}
      <p class="soft">{t['foot.keeps']}</p>
      <p class="print-only">{address}</p>
    </footer>
  )
}
