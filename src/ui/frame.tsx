import { type Child, createContext, useContext } from 'hono/jsx'
import { Foot } from '#ui/foot.tsx'
import { Head } from '#ui/head.tsx'
import { safeHref } from '#ui/href.ts'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { type Ways, WaysIn } from '#ui/ways.tsx'

export type NavItem = { href: string; label: string; icon: string; current?: boolean | undefined }
export type AskBox = {
  action: string
  label: string
  placeholder: string
  button: string
  value?: string | undefined
  /** Name of the field in the address; `q` if not given. */
  name?: string | undefined
}

/** A link at the foot; `shortcut` is one key that goes straight to it. */
export type FootLink = { href: string; label: string; shortcut?: string | undefined }

/** What every page has around it. Made once per request; all words come in from outside. */
export type Frame = {
  language: string
  dir: 'ltr' | 'rtl'
  nonce: string
  assets: {
    css: string
    js: string
    icon?: string | undefined
    lean?: { css: string; js: string } | undefined
    drawing?: { js: string; worker: string } | undefined
  }
  /** At most six; the first four stand in the bar of a phone. */
  nav: NavItem[]
  home?: string | undefined
  /** The ways beside this page, when it is one of a few that belong together. */
  ways?: Ways | undefined
  me?: { name: string; place: string; href: string } | undefined
  banner?: { text: string; href?: string | undefined; action?: string | undefined } | undefined
  askBox?: AskBox | undefined
  helpNow?: { href: string; label: string } | undefined
  words: {
    /** Name on the door, beside the mark. */
    product: string
    skip: string
    /** Name of the main navigation, for who hears it. */
    nav: string
    menu: string
    /** Switches the one-key shortcuts (`/` and `!`) off and on (WCAG 2.1.4). */
    keysOff?: string | undefined
    keysOn?: string | undefined
  }
  footer: { links: FootLink[]; note?: string | undefined }
  notice?: { text: string; undo?: { action: string; label: string } | undefined } | undefined
  /** A confidential page: not kept in the browser's memory and never fetched ahead. */
  noSnapshot?: boolean | undefined
  theme?: 'light' | 'dark' | undefined
  /** A stylesheet with another colour to act with, and a name to stand beside the mark. */
  accent?: string | undefined
  brand?: string | undefined
  /** Printed at the foot of every page. */
  print?: { address: string; date: string } | undefined
}

export type PageProps = {
  /** In the tab, and the h1 unless `heading` says otherwise. */
  title: string
  /** Another h1 than the title, or `null` when the page brings its own. */
  heading?: Child | null
  lead?: Child
  back?: { href: string; label: string } | undefined
  /** Straight to what one mostly comes here to do, for who works by keyboard; `shortcut` is the key its field listens to. */
  skip?: { href: string; label: string; shortcut?: string | undefined } | undefined
  narrow?: boolean | undefined
  /** A field of this page takes the focus itself, also when a notice says what was done: one goes on without a look back. */
  ownFocus?: boolean | undefined
  aside?: Child
  frame?: Frame | undefined
  children?: Child
}

export const FrameContext = createContext<Frame | null>(null)

/** The frame of this request, for any part that needs language, nonce or words. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('No frame: render pages with renderPage(frame, node).')
  return frame
}

/** A whole page as text, frame lent to every part in it. */
export function renderPage(frame: Frame, node: Child): string {
  const html = (<FrameContext.Provider value={frame}>{node}</FrameContext.Provider>).toString()
  if (typeof html !== 'string') throw new Error('A page is a function of what it is given: no promises inside.')
  return `<!doctype html>${html}`
}

/** The frame of the house around one page: head, nav, the box that is always there, main, foot. */
export function Page({ frame: given, ...page }: PageProps) {
  const frame = given ?? useFrame()
  return (
    <html lang={frame.language} dir={frame.dir} data-theme={frame.theme}>
      <HtmlHead frame={frame} title={page.title} />
      <body data-turbo-prefetch={frame.noSnapshot ? 'false' : undefined}>
        <Skip href="#main" label={frame.words.skip} />
        {page.skip && <Skip {...page.skip} />}
        <Head frame={frame} />
        <Main frame={frame} {...page} />
        <Foot frame={frame} />
      </body>
    </html>
  )
}

const Skip = ({ href, label, shortcut }: NonNullable<PageProps['skip']>) => (
  <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href={safeHref(href)}>
    {label}
    {shortcut && <>&nbsp;({shortcut})</>}
  </a>
)

const HtmlHead = ({ frame, title }: { frame: Frame; title: string }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <title>{title === frame.words.product ? title : `${title} · ${frame.words.product}`}</title>
    <meta name="csp-nonce" content={frame.nonce} />
    <meta name="color-scheme" content="light dark" />
    <meta name="turbo-refresh-method" content="morph" />
    <meta name="turbo-refresh-scroll" content="preserve" />
    {frame.noSnapshot && <meta name="turbo-cache-control" content="no-cache" />}
    <link rel="stylesheet" href={frame.assets.css} data-turbo-track="reload" />
    {frame.accent && <link rel="stylesheet" href={frame.accent} data-turbo-track="reload" />}
    <script type="module" src={frame.assets.js} nonce={frame.nonce} data-turbo-track="reload" />
    {frame.assets.icon && <link rel="icon" href={frame.assets.icon} type="image/svg+xml" />}
  </head>
)

const Main = ({ frame, ...page }: Omit<PageProps, 'frame'> & { frame: Frame }) => (
  <main id="main" class={page.narrow ? 'main narrow' : 'main'} tabindex={-1}>
    {frame.notice && <Notice {...frame.notice} fresh={!page.ownFocus} />}
    <PageHead {...page} back={frame.ways ? undefined : page.back} />
    {frame.ways && <WaysIn {...frame.ways} />}
    {page.aside ? (
      <div class="with-aside">
        <div class="content">{page.children}</div>
        <aside class="aside">{page.aside}</aside>
      </div>
    ) : (
      <div class="content">{page.children}</div>
    )}
    {frame.print && (
      <p class="print-only">
        <span>{frame.print.address}</span> <span>{frame.print.date}</span>
      </p>
    )}
  </main>
)

const PageHead = ({ title, heading, lead, back }: PageProps) =>
  heading === null && !lead && !back ? null : (
    <div class="page-head">
      {back && (
        <a class="back" href={safeHref(back.href)}>
          <Icon name="back" /> {back.label}
        </a>
      )}
      {heading !== null && <h1>{heading ?? title}</h1>}
      {lead && <p class="lead">{lead}</p>}
    </div>
  )
