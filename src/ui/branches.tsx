import { safeHref } from '#ui/href.ts'

type Leaf = { text: string; href: string }
export type Twig = { name: string; notes: readonly string[]; leaves: readonly Leaf[] }
export type Bough = { title: string; twigs: readonly Twig[]; rest?: string | undefined }

/** A tree of three floors, as nested lists: drawn with lines, read as what it is, and narrow enough for one A4. */
export const Branches = ({ boughs }: { boughs: readonly Bough[] }) => (
  <div class={rowsIn(boughs) > many ? 'branches branches-many' : 'branches'}>
    {boughs.map(({ title, twigs, rest }) => (
      <section>
        <h2>{title}</h2>
        {twigs.length > 0 && (
          <ul>
            {twigs.map((twig) => (
              <TwigItem twig={twig} />
            ))}
          </ul>
        )}
        {rest && <p>{rest}</p>}
      </section>
    ))}
  </div>
)

/** More rows than this stand on paper in three columns. */
const many = 95
const rowsIn = (boughs: readonly Bough[]) =>
  boughs.reduce((sum, { twigs }) => sum + 2 + twigs.reduce((own, { leaves }) => own + 1 + leaves.length, 0), 0)

const TwigItem = ({ twig: { name, notes, leaves } }: { twig: Twig }) => (
  <li>
    <strong>{name}</strong>
    {notes.length > 0 && <span class="soft"> {notes.join(' · ')}</span>}
    <ul>
      {leaves.map(({ text, href }) => (
        <li>
          <a href={safeHref(href)}>{text}</a>
        </li>
      ))}
    </ul>
  </li>
)
