import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { readEdges } from '#rooms/picture/measures/edgelist.ts'
import type { Sketch } from '#ui/drawing/sketch.ts'
import { type Served, serveHouse, type Visitor } from '../served.ts'
import { aWindow, sheetsOf, violations } from './chrome.ts'
import { drawn, fillWithPartners, many, workTheMap } from './manypoints.ts'

/** The map in a real browser: by keyboard and by hand, the list beside it, and three thousand points. */
let house: Served
let head: Visitor
before(async () => {
  house = await serveHouse({ town: true })
  head = await house.as('nadia.bouzid@dewaterlelie.example')
})

test('axe finds nothing on the map and on who holds what, drawn or not', async () => {
  const { page, faults, context } = await aWindow(house.url, {}, head)
  for (const path of ['/kaart', '/wie-heeft-wat', '/organogram']) {
    await page.goto(`${house.url}${path}`)
    if (path === '/kaart') {
      await page.locator('#tekening').scrollIntoViewIfNeeded()
      await drawn(page)
    }
    assert.deepEqual(await violations(page), [], path)
  }
  assert.deepEqual(faults, [])
  await context.close()
})

test('by keyboard: from one to another, what is beside it, and only this one', async () => {
  const { page, faults, context } = await aWindow(house.url, {}, head)
  await page.goto(`${house.url}/kaart`)
  await page.locator('#tekening').scrollIntoViewIfNeeded()
  await drawn(page, 8)
  await page.getByRole('application').focus()
  const panel = page.locator('[data-part=panel]')
  const seen = new Set<string>()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowRight', '+', '-']) {
    await page.keyboard.press(key)
    seen.add((await panel.locator('strong').textContent()) ?? '')
  }
  assert.ok(seen.size >= 3, [...seen].join())
  assert.match((await panel.textContent()) ?? '', /(lijn van|heeft de lijn met|springt in|van niemand)/)
  const name = await panel.locator('strong').textContent()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/kaart\?bij=[0-9a-f-]{36}$/)
  assert.match((await page.locator('main').textContent()) ?? '', new RegExp(`alleen ${name} en wie`))
  assert.deepEqual(faults, [])
  await context.close()
})

test('on a phone of 320 wide nothing sticks out, and without script the list says it all', async () => {
  const { page, context } = await aWindow(house.url, { viewport: { width: 320, height: 640 } }, head)
  for (const path of ['/kaart', '/wie-heeft-wat', '/organogram']) {
    await page.goto(`${house.url}${path}`)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path)
  }
  await context.close()
  const bare = await aWindow(house.url, { javaScriptEnabled: false }, head)
  await bare.page.goto(`${house.url}/kaart`)
  assert.match((await bare.page.locator('#tekening').textContent()) ?? '', /Voor de tekening is script nodig/)
  await bare.context.close()
})

test('the organogram of a whole school is one A4', async () => {
  const { page, context } = await aWindow(house.url, { colorScheme: 'dark' }, head)
  await page.goto(`${house.url}/organogram`)
  assert.equal(await sheetsOf(page), 1)
  await context.close()
})

test('the files hold what the drawing shows', async () => {
  const sketch = (await (await head.get('/kaart/gegevens')).json()) as Sketch
  const file = async (name: string) => {
    const answer = await head.get(`/kaart/${name}`)
    assert.equal(answer.status, 200, name)
    assert.match(answer.headers.get('content-disposition') ?? '', new RegExp(`^attachment; filename=".*-${name}"$`))
    return answer.text()
  }
  const edges = readEdges(await file('lijnen.csv'), { directed: false, weighted: true })
  assert.ok(edges.ok && edges.remarks.length === 0)
  assert.deepEqual(
    edges.edges.map(({ source, target }) => [source, target]),
    sketch.lines.map(([from, to]) => [sketch.points[from]![0], sketch.points[to]![0]]),
  )
  const ids = sketch.points.map(([id]) => id)
  assert.deepEqual(
    [...(await file('netwerk.gexf')).matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id),
    ids,
  )
  assert.deepEqual(
    [...(await file('netwerk.graphml')).matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id),
    ids,
  )
  assert.equal((await file('punten.csv')).trim().split('\r\n').length, ids.length + 1)
})

const text = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** The list as read from its pages: partner, sector, who holds, who stands in, how much. */
async function listed(query: string): Promise<string[][]> {
  const rows: string[][] = []
  for (let page = 1; ; page++) {
    const html = await (await head.get(`/kaart?pagina=${page}&${query}`)).text()
    const body = html.slice(html.indexOf('<tbody'), html.indexOf('</tbody>'))
    rows.push(
      ...[...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) => [
        row!.match(/netwerk\/([0-9a-f-]{36})/)![1]!,
        ...[...row!.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => text(cell!)),
      ]),
    )
    if (!html.includes('rel="next"')) return rows
  }
}

function facts({ points, kinds, lines }: Sketch, query: string): string[][] {
  const ends = (point: number, style: number) =>
    lines.filter(([, to, own]) => to === point && own === style).map(([from]) => points[from]![1])
  return points.flatMap(([id, name, kind, weight], at) =>
    kinds[kind]!.open
      ? [
          [
            ...[id, name, kinds[kind]!.name === 'geen sector' ? '–' : kinds[kind]!.name],
            ends(at, 0)[0] ?? 'nog niemand',
            ends(at, 1)[0] ?? 'nog niemand',
            ...(query.includes('gewicht') ? [weight.toLocaleString('nl', { maximumFractionDigits: 2 })] : []),
          ],
        ]
      : [],
  )
}

test('the list and the drawing tell the same of three thousand points', async () => {
  await fillWithPartners(house)
  for (const query of ['gewicht=gezichten&sector=bibliotheek', 'gewicht=uren&sector=jeugdhulp', 'niveau=pupil']) {
    const sketch = (await (await head.get(`/kaart/gegevens?${query}`)).json()) as Sketch
    const rows = await listed(query)
    assert.deepEqual(rows, facts(sketch, query), query)
    assert.ok(rows.length > (query.includes('bibliotheek') ? many / 4 : 3), `${rows.length}`)
  }
})

test('three thousand points are laid out beside the page, and painted a little at a time', async () => {
  const { page, faults, context } = await aWindow(house.url, {}, head)
  await page.addInitScript(countStrokes)
  await page.goto(`${house.url}/kaart`)
  await page.locator('#tekening').scrollIntoViewIfNeeded()
  await drawn(page, 5)
  assert.equal(page.workers().length, 1, 'places are worked out in a worker')
  await workTheMap(page)
  const frames = await page.evaluate(() => (globalThis as unknown as { strokes: number[] }).strokes)
  const whole = Math.max(...frames)
  assert.ok(frames.filter((one) => one > 300).length > 20, `${frames.length} frames with something to paint`)
  // Every stroke costs a tenth of a millisecond by this clock, a stretch lasts 24, and one step draws 250 points of four corners.
  assert.ok(whole <= 240 + 1300, `${whole} strokes in one frame`)
  assert.deepEqual(faults, [])
  await context.close()
})

/**
 * In the page: counts what is drawn in each frame, by a clock that goes on with every stroke. So how much is done at a
 * stretch does not hang on how busy this machine is. What it lasts on a quiet one: test/long/map.test.ts.
 */
function countStrokes() {
  const strokes: number[] = []
  let [sum, now] = [0, 0]
  const pen = CanvasRenderingContext2D.prototype as unknown as Record<string, (...given: unknown[]) => unknown>
  for (const name of ['moveTo', 'lineTo', 'arc', 'stroke', 'fill', 'strokeText', 'fillText']) {
    const own = pen[name]!
    pen[name] = function (...given) {
      sum += 1
      now += 0.1
      return own.apply(this, given)
    }
  }
  performance.now = () => now
  const frame = globalThis.requestAnimationFrame.bind(globalThis)
  globalThis.requestAnimationFrame = (work) =>
    frame((time) => {
      sum = 0
      work(time)
      if (sum > 0) strokes.push(sum)
    })
  Object.assign(globalThis, { strokes })
}
