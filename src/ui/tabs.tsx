import { safeHref } from '#ui/href.ts'

export type TabsProps = {
  label: string
  tabs: { href: string; label: string; current?: boolean | 'within' | undefined }[]
}

/** Pages that belong together, side by side. Plain links: each has an address of its own. */
export const Tabs = ({ label, tabs }: TabsProps) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li>
          <a
            href={safeHref(tab.href)}
            aria-current={tab.current === 'within' ? 'true' : tab.current ? 'page' : undefined}
          >
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
