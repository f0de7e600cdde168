import type { Child } from 'hono/jsx'
import { ButtonForm } from '#ui/button.tsx'
import { safeHref } from '#ui/href.ts'
import { Icon, type IconName } from '#ui/icon.tsx'

export type NoticeProps = {
  text: Child
  /** Undo rather than "are you sure?": a button that takes the last step back. */
  undo?: { action: string; label: string } | undefined
  kind?: 'done' | 'tell' | 'waits' | undefined
  /** Says what the last press did: whoever works by keyboard goes on from here, not from the top of the page. */
  fresh?: boolean | undefined
}
const signs: Record<NonNullable<NoticeProps['kind']>, IconName> = { done: 'check', tell: 'leaf', waits: 'clock' }

/** Says quietly what just happened, or what you should know before you go on. */
export const Notice = ({ text, undo, kind = 'done', fresh }: NoticeProps) => (
  <div class={`notice notice-${kind}`} role="status" {...(fresh && { tabindex: -1, autofocus: true })}>
    <Icon name={signs[kind]} />
    <p>{text}</p>
    {undo && <ButtonForm action={undo.action} label={undo.label} kind="quiet" icon="undo" />}
  </div>
)

export type BannerProps = { text: Child; href?: string | undefined; action?: string | undefined }

/** One line above every page, such as "this is a try-out". `href` and `action` together make a link. */
export const Banner = ({ text, href, action }: BannerProps) => (
  <div class="banner">
    <div class="banner-in">
      <p>{text}</p>
      {href && action && <a href={safeHref(href)}>{action}</a>}
    </div>
  </div>
)

/** One soft sentence that reassures or explains. */
export const CalmLine = ({ children, icon = 'leaf' }: { children?: Child; icon?: IconName | undefined }) => (
  <p class="calm">
    <Icon name={icon} />
    <span>{children}</span>
  </p>
)
