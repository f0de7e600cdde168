import { safeHref } from '#ui/href.ts'
import { Aloud } from '#ui/lean.tsx'
import type { PublicPage } from '../queries.ts'
import { telOf } from '../rules.ts'
import { says } from '../words/words.ts'
import { Own, Said } from './said.tsx'

/** What there is for families in the building. */
export const Offers = ({ offers }: { offers: PublicPage['offers'] }) => {
  const t = says.use()
  if (offers.length === 0) return null
  return (
    <section class="block" id="aanbod" aria-labelledby="aanbod-name" {...Aloud.around(t['aloud.stop'])}>
      <h2 id="aanbod-name">
        <Said word="offer.title" />
      </h2>
      <p>
        <Said word="offer.lead" />
      </p>
      {offers.map(({ what, forWhom, times, joining }) => (
        <div>
          <p>
            <strong>
              <Own text={what} />
            </strong>
          </p>
          <ul>
            {(
              [
                ['offer.who', forWhom],
                ['offer.when', times],
                ['offer.how', joining],
              ] as const
            ).map(
              ([word, text]) =>
                text && (
                  <li>
                    <Said word={word} />: <Own text={text} />
                  </li>
                ),
            )}
          </ul>
        </div>
      ))}
      <Aloud label={t.aloud} about={t['offer.title']} />
    </section>
  )
}

type OwnWords = { own: PublicPage['own'] }

/** Help that does not belong to the school. */
export const Support = ({ own: { supportWebsite, supportPhone } }: OwnWords) => {
  const t = says.use()
  return (
    <section class="block" id="support" aria-labelledby="support-name" {...Aloud.around(t['aloud.stop'])}>
      <h2 id="support-name">
        <Said word="support.title" />
      </h2>
      <p>
        <Said word="support.text" />
      </p>
      {supportWebsite && (
        <p>
          <a class="where" href={safeHref(supportWebsite)}>
            <Said word="support.site" />
          </a>
        </p>
      )}
      {supportPhone && (
        <p>
          <a href={telOf(supportPhone)}>
            <Said word="support.call" values={{ phone: supportPhone }} plain />
          </a>
        </p>
      )}
      {!supportWebsite && !supportPhone && (
        <p>
          <Said word="support.find" />
        </p>
      )}
      <p>
        <Said word="support.parents" />
      </p>
      <Aloud label={t.aloud} about={t['support.title']} />
    </section>
  )
}

/** What to do when one is not content, one step after the other. */
export const Complaints = ({ own: { complaintsWebsite } }: OwnWords) => {
  const t = says.use()
  return (
    <section class="block" id="complaint" aria-labelledby="complaint-name" {...Aloud.around(t['aloud.stop'])}>
      <h2 id="complaint-name">
        <Said word="complaint.title" />
      </h2>
      <ol>
        {(['complaint.1', 'complaint.2', 'complaint.3', 'complaint.4', 'complaint.5'] as const).map((word) => (
          <li>
            <Said word={word} />
          </li>
        ))}
      </ol>
      {complaintsWebsite && (
        <p>
          <a class="where" href={safeHref(complaintsWebsite)}>
            <Said word="complaint.site" />
          </a>
        </p>
      )}
      <Aloud label={t.aloud} about={t['complaint.title']} />
    </section>
  )
}

/** For who is a child herself. */
export const Child = () => {
  const t = says.use()
  return (
    <section class="child" id="child" aria-labelledby="child-name" {...Aloud.around(t['aloud.stop'])}>
      <h2 id="child-name">
        <Said word="child.title" />
      </h2>
      {(['child.1', 'child.2', 'child.3', 'child.4', 'child.5'] as const).map((word) => (
        <p>
          <Said word={word} />
        </p>
      ))}
      <Aloud label={t.aloud} about={t['child.title']} />
    </section>
  )
}
