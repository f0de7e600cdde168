import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ButtonForm, ButtonLink } from '#ui/button.tsx'
import { examples } from '#ui/examples.tsx'
import { safeHref } from '#ui/href.ts'
import { Line } from '#ui/line.tsx'
import { List, Row } from '#ui/list.tsx'
import { initials, Person } from '#ui/person.tsx'
import { SafetyCard } from '#ui/safety.tsx'
import { Steps } from '#ui/steps.tsx'
import { Table } from '#ui/table.tsx'
import { SectorTag } from '#ui/tag.tsx'
import { Week } from '#ui/week.tsx'

test('an address that would run script goes nowhere', () => {
  const bad = [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:x',
    'data:text/html,x',
    'vbscript:x',
  ]
  for (const address of bad) assert.equal(safeHref(address), '#', address)
  for (const good of ['/netwerk', '#main', '?q=1', 'https://a.nl', 'tel:112', 'mailto:a@b.nl'])
    assert.equal(safeHref(good), good)
  assert.match(String(<ButtonLink href={bad[0] ?? ''}>x</ButtonLink>), /href="#"/)
  assert.match(String(<Person name="A" reach={[{ href: 'javascript:x', label: 'y' }]} />), /href="#"/)
})

test('initials are those of the first and the last name', () => {
  assert.equal(initials('Fatima el Amrani'), 'FA')
  assert.equal(initials('Jan van den Berg'), 'JB')
  assert.equal(initials('Bo'), 'B')
  assert.equal(initials('Élise Ørsted-Ünal'), 'ÉÜ')
  assert.equal(initials('buur ans'), 'BA')
  assert.equal(initials(''), '')
})

test('a face is not heard, because the name stands beside it', () => {
  assert.match(String(<Person name="Bo Smit" />), /<span class="face" aria-hidden="true">BS<\/span>/)
  assert.match(String(<Person name="Bo Smit" photo="/bo.jpg" />), /<img[^>]*src="\/bo.jpg" alt=""/)
})

test('the line reads in order: who, how and when, to whom', () => {
  const words = String(<Line from={{ name: 'Ans' }} how="belt" when="dinsdag" to={{ name: 'Bo' }} />).replace(
    /<[^>]*>/g,
    ' ',
  )
  assert.match(words, /Ans .*belt .*dinsdag .*Bo/)
})

test('safety says so in words, in a named part of the page', () => {
  const html = String(
    <SafetyCard label="Veiligheid" title="Bel eerst" actions={[{ href: 'tel:112', label: 'Bel 112' }]} />,
  )
  assert.match(html, /<section class="safety" aria-labelledby="safety-title">/)
  assert.match(html, /Veiligheid<\/p><h2 id="safety-title">Bel eerst/)
  assert.match(html, /href="tel:112"/)
})

test('a table has a name, its first cell names the row, and numbers line up', () => {
  const html = String(
    <Table
      caption="Kosten"
      columns={[{ label: 'Naam' }, { label: 'Euro', numeric: true }]}
      rows={[{ href: '/a', cells: ['Ans', '12'] }]}
    />,
  )
  assert.match(html, /<caption>Kosten<\/caption>/)
  assert.match(html, /<th scope="row" role="rowheader"><a href="\/a">Ans<\/a>/)
  assert.match(html, /<td role="cell" class="number" data-label="Euro"><span>12/)
})

test('a row that waits says so in words', () => {
  assert.match(
    String(
      <List>
        <Row title="x" waits="Wacht op jou" />
      </List>,
    ),
    /row-waits[\s\S]*Wacht op jou/,
  )
})

test('a page that is written down when read is not fetched ahead', () => {
  assert.match(String(<Row title="x" href="/x" noPrefetch />), /data-turbo-prefetch="false"/)
  assert.match(
    String(
      <ButtonLink href="/x" noPrefetch>
        x
      </ButtonLink>,
    ),
    /data-turbo-prefetch="false"/,
  )
})

test('a hue never stands without shape and name', () => {
  const html = String(<SectorTag hue={10} label="Buurt" />)
  assert.match(html, /<svg class="hue-10"[\s\S]*<path [^>]*d="M[^"]+"[\s\S]*Buurt/)
})

test('the drawing of a week is not heard; its words are', () => {
  const html = String(
    <Week
      text="Ans is er ma."
      days={[
        { short: 'ma', there: 'there' },
        { short: 'di', there: 'away', today: true },
      ]}
    />,
  )
  assert.match(html, /<p>Ans is er ma\.<\/p><ol class="week-days" aria-hidden="true">/)
  assert.match(html, /class="day day-away day-today"/)
})

test('in a flow you hear where you are', () => {
  assert.match(
    String(<Steps label="Stap 2 van 3" steps={['a', 'b', 'c']} current={2} />),
    /step-done[\s\S]*aria-current="step"><span>b/,
  )
})

test('a button that posts tells what it is about', () => {
  const html = String(
    <ButtonForm action="/v/1/acceptatie" label="Neem aan" about="de vraag van Ans" fields={{ week: '"4"' }} />,
  )
  assert.match(
    html,
    /<form method="post" action="\/v\/1\/acceptatie"><input type="hidden" name="week" value="&quot;4&quot;"/,
  )
  assert.match(html, /Neem aan<span class="only-heard"> de vraag van Ans/)
})

test('every example renders, with a name and at least one state', () => {
  for (const { name, states } of examples) {
    assert.ok(states.length > 0, name)
    for (const state of states) assert.ok(String(state.node).length > 20, `${name}, ${state.name}`)
  }
})
