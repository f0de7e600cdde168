import { Tabs } from '#ui/tabs.tsx'

type Way = { href: string; label: string; current: boolean | 'within' }
export type Ways = {
  label: string
  groups: Way[]
  /** What the second row is of, for who hears it. */
  beside: string
  pages: Way[]
}

/** A few clear ways in, and below them the pages of the one we are in. Plain links, on paper left out. */
export const WaysIn = ({ label, groups, beside, pages }: Ways) => (
  <div class="ways">
    <Tabs label={label} tabs={groups} />
    <Tabs label={beside} tabs={pages} />
  </div>
)
