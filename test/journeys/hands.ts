import assert from 'node:assert/strict'
import type { FileChooser, Locator, Page } from 'playwright-core'

/** How somebody works a page: a journey told with hands is told with the mouse and with the keyboard alone. */
export type Hands = {
  fill: (field: Locator, text: string) => Promise<void>
  press: (it: Locator) => Promise<void>
  /** Ticks a box, or takes this one of several. */
  choose: (it: Locator) => Promise<void>
  bring: (field: Locator, file: string) => Promise<void>
}

export const withMouse: Hands = {
  fill: (field, text) => field.fill(text),
  press: (it) => it.click(),
  choose: (it) => it.check(),
  bring: (field, file) => field.setInputFiles(file),
}

/** Tab, arrows, space and Enter. On the way every stop must be seen: in the window, marked, and not covered. */
export function withKeyboard(page: Page): Hands {
  // From the start, because the browser needs a moment to learn that somebody here answers its question for a file.
  const asked: ((chooser: FileChooser) => void)[] = []
  page.on('filechooser', (chooser) => asked.shift()?.(chooser))
  return {
    async fill(field, text) {
      await reach(page, field)
      await page.keyboard.press('ControlOrMeta+a')
      // A long text is pasted rather than typed.
      if (text.length > 60) await page.keyboard.insertText(text)
      else await page.keyboard.type(text)
    },
    async press(it) {
      await reach(page, it)
      await page.keyboard.press('Enter')
    },
    async choose(it) {
      if (await it.isChecked()) return
      await reach(page, it)
      if (!(await it.isChecked())) await page.keyboard.press('Space')
      assert.ok(await it.isChecked(), 'what was chosen is chosen')
    },
    async bring(field, file) {
      await reach(page, field)
      const opened = new Promise<FileChooser>((resolve) => asked.push(resolve))
      await page.keyboard.press('Enter')
      await (await opened).setFiles(file)
    },
  }
}

const farthest = 400

/** Goes to it as a keyboard does. Of a group of radio buttons one is a stop; arrows lead to the others. */
async function reach(page: Page, target: Locator) {
  await target.waitFor({ state: 'attached' })
  await settled(page)
  const handle = await target.elementHandle()
  assert.ok(handle)
  for (let strokes = 0; strokes < farthest; strokes += 1) {
    const onward = await handle.evaluate((element) => {
      const here = document.activeElement
      if (here === element) return undefined
      const radio = (one: Element | null): one is HTMLInputElement =>
        one instanceof HTMLInputElement && one.type === 'radio'
      return radio(here) && radio(element) && here.name === element.name && here.form === element.form
        ? 'ArrowDown'
        : 'Tab'
    })
    if (!onward) return seen(page)
    await page.keyboard.press(onward)
  }
  assert.fail(`no way by keyboard to ${target}`)
}

/** The page that was asked for is there, not the one before it or a look ahead at it. */
const settled = (page: Page) =>
  page.waitForFunction(() => {
    const { documentElement: html, readyState } = document
    return readyState === 'complete' && !html.ariaBusy && !html.hasAttribute('data-turbo-preview')
  })

async function seen(page: Page) {
  const fault = await page.evaluate(() => {
    const here = document.activeElement as HTMLElement
    const box = here.getBoundingClientRect()
    const marks = (element: Element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
    }
    // The box for a question wears its mark around field and button together.
    const around = here.closest('search')
    const marked = marks(here) || (around !== null && marks(around))
    if (!marked) return 'has no mark'
    const [x, y] = [box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 20)]
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return 'is outside the window'
    const top = document.elementFromPoint(x, y)
    const covered = top && !here.contains(top) && !top.contains(here) && !top.closest('label')
    return covered ? `is covered by ${top.tagName} ${top.className}` : ''
  })
  assert.equal(fault, '', `whoever has the focus shows it, but it ${fault}`)
}
