import type { Frame } from '#ui/frame.tsx'
import { safeHref } from '#ui/href.ts'

/** The bottom of every page: where the rules are, and the switch for one-key shortcuts. */
export const Foot = ({ frame }: { frame: Frame }) => (
  <footer class="foot">
    <div class="foot-in">
      {frame.footer.links.map((link) => (
        <a
          href={safeHref(link.href)}
          aria-keyshortcuts={link.shortcut}
          data-controller={link.shortcut && 'shortcut'}
          data-shortcut-key-value={link.shortcut}
        >
          {link.label}
          {link.shortcut && <span class="foot-key">&nbsp;({link.shortcut})</span>}
        </a>
      ))}
      {frame.words.keysOff && <KeysSwitch off={frame.words.keysOff} on={frame.words.keysOn ?? frame.words.keysOff} />}
      {frame.footer.note && <p>{frame.footer.note}</p>}
    </div>
  </footer>
)

const KeysSwitch = ({ off, on }: { off: string; on: string }) => (
  <button
    type="button"
    hidden
    data-controller="keys"
    data-action="keys#turn"
    data-keys-off-value={off}
    data-keys-on-value={on}
  >
    {off}
  </button>
)
