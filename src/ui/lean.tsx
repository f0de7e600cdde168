import type { Child } from 'hono/jsx'
import { useFrame } from '#ui/frame.tsx'

export type LeanPageProps = {
  title: string
  skip: string
  /** The same page in other languages, for search engines and browsers. */
  others?: readonly { code: string; href: string }[] | undefined
  /** A stylesheet with the colours of whoever's page this is. */
  accent?: string | undefined
  children?: Child
}

/** A page that stands by itself for whoever passes by: its own light style and script, no menu, nothing of anybody. */
export const LeanPage = ({ title, skip, others = [], accent, children }: LeanPageProps) => {
  const { language, dir, assets, theme } = useFrame()
  return (
    <html lang={language} dir={dir} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={assets.lean?.css ?? assets.css} />
        {accent && <link rel="stylesheet" href={accent} />}
        <script type="module" src={assets.lean?.js ?? assets.js} />
        {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
        {others.map(({ code, href }) => (
          <link rel="alternate" hreflang={code} href={href} />
        ))}
      </head>
      <body class="lean">
        <a class="skip" href="#main">
          {skip}
        </a>
        {children}
      </body>
    </html>
  )
}

/** A button that reads its surroundings aloud: the element around it wears `Aloud.around(…)`. */
export const Aloud = ({ label, about }: { label: string; about?: string | undefined }) => (
  <button class="aloud" type="button" hidden data-aloud-target="button" data-action="aloud#turn">
    <span data-aloud-target="label">{label}</span>
    {about && <span class="only-heard"> {about}</span>}
  </button>
)
Aloud.around = (stop: string) => ({ 'data-controller': 'aloud', 'data-aloud-stop-value': stop })
