import type { AskBox, Frame, NavItem } from '#ui/frame.tsx'
import { safeHref } from '#ui/href.ts'
import { Icon, isIcon } from '#ui/icon.tsx'
import { Mark } from '#ui/mark.tsx'
import { Banner } from '#ui/notice.tsx'
import { Face } from '#ui/person.tsx'

const inBar = 4

/** The top of every page: who we are, help that is one key away, the box, who you are, where you can go. */
export const Head = ({ frame }: { frame: Frame }) => (
  <header>
    <div class="ledge" />
    {frame.banner && <Banner {...frame.banner} />}
    <div class="head">
      <a class="brand" href={frame.home ?? '/'}>
        <Mark /> {frame.brand ?? frame.words.product}
      </a>
      {frame.helpNow && <HelpNow {...frame.helpNow} />}
      {frame.me && <Me {...frame.me} />}
      {frame.askBox && <Ask {...frame.askBox} />}
    </div>
    {frame.nav.length > 0 && <Nav label={frame.words.nav} more={frame.words.menu} items={frame.nav} />}
  </header>
)

// Right after the mark in the source, so two tabs from the start; `!` goes straight to it.
const HelpNow = ({ href, label }: { href: string; label: string }) => (
  <a
    class="help-now"
    href={safeHref(href)}
    accesskey="!"
    aria-keyshortcuts="!"
    data-controller="shortcut"
    data-shortcut-key-value="!"
  >
    <Icon name="help" /> {label}
  </a>
)

const Me = ({ name, place, href }: { name: string; place: string; href: string }) => (
  <a class="me" href={safeHref(href)}>
    <Face name={name} small />
    <span class="me-words">
      <span class="me-name">{name}</span> {place}
    </span>
  </a>
)

const Ask = ({ action, label, placeholder, button, value, name = 'q' }: AskBox) => (
  <search class="ask">
    <form class="ask-form" method="post" action={safeHref(action)}>
      <input
        type="search"
        name={name}
        value={value}
        aria-label={label}
        placeholder={placeholder}
        autocomplete="off"
        maxlength={300}
        aria-keyshortcuts="/"
        data-controller="shortcut"
        data-shortcut-key-value="/"
      />
      <span class="ask-key" aria-hidden="true">
        /
      </span>
      <button type="submit">{button}</button>
    </form>
  </search>
)

const Nav = ({ label, more, items }: { label: string; more: string; items: NavItem[] }) => (
  <nav class="nav" aria-label={label}>
    <ul>
      {items.map((item, place) => (
        <li class={place < inBar ? undefined : 'nav-late'}>
          <NavLink {...item} />
        </li>
      ))}
      {items.length > inBar && (
        <li class="nav-more-place">
          <details class="nav-more" data-controller="fold">
            <summary>
              <Icon name="more" /> {more}
            </summary>
            <ul>
              {items.slice(inBar).map((item) => (
                <li>
                  <NavLink {...item} />
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  </nav>
)

const NavLink = ({ href, label, icon, current }: NavItem) => (
  <a href={safeHref(href)} aria-current={current ? 'page' : undefined}>
    {isIcon(icon) && <Icon name={icon} />}
    {label}
  </a>
)
