import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Choice, Choices, Tick } from '#ui/choice.tsx'
import { DateField, FileField, Select, TextArea, TextField } from '#ui/fields.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'

const options = [
  { value: 'a', label: 'Appel' },
  { value: 'b', label: 'Bes', hint: 'Rood.' },
]

test('a field is tied to its label, hint and error', () => {
  const html = String(<TextField name="naam" label="Naam" hint="Voluit." error="Vul je naam in." value="Jo" />)
  assert.match(html, /<label class="[^"]*" for="naam">Naam<\/label>/)
  assert.match(html, /id="naam-hint">Voluit\./)
  assert.match(html, /id="naam-error">/)
  assert.match(
    html,
    /<input[^>]*value="Jo"[^>]*id="naam"[^>]*aria-describedby="naam-hint naam-error"[^>]*aria-invalid="true"/,
  )
})

test('a field that is right says nothing about errors', () => {
  assert.doesNotMatch(String(<TextField name="naam" label="Naam" />), /aria-|error/)
})

test('what was typed is said back as text', () => {
  assert.match(String(<TextField name="n" label="N" value={'"><b>'} />), /value="&quot;&gt;&lt;b&gt;"/)
  assert.match(
    String(<TextArea name="n" label="N" value="</textarea><b>" />),
    />&lt;\/textarea&gt;&lt;b&gt;<\/textarea>/,
  )
  assert.match(String(<DateField name="d" label="D" value={['2026-11-24', 'x']} />), /value="2026-11-24"/)
})

test('a password is never said back', () => {
  assert.doesNotMatch(String(<TextField name="w" label="W" type="password" value="geheim" />), /geheim/)
})

test('choices remember what was chosen', () => {
  assert.match(String(<Select name="s" label="S" options={options} value="b" />), /<option value="b" selected=""/)
  assert.match(String(<Choice name="c" label="C" options={options} value="b" />), /id="c-2"[^>]*value="b" checked=""/)
  assert.equal(
    String(<Choices name="c" label="C" options={options} values={['a', 'b']} />).match(/checked/g)?.length,
    2,
  )
  assert.equal(String(<Choices name="c" label="C" options={options} values="a" />).match(/checked/g)?.length, 1)
  assert.match(String(<Tick name="t" label="T" checked />), /value="yes" checked=""/)
})

test('a group of boxes has a legend, and every box a label of its own', () => {
  const html = String(<Choice name="c" label="Welke?" options={options} error="Kies er een." />)
  assert.match(html, /<fieldset[^>]*aria-describedby="c-error"[^>]*><legend[^>]*>Welke\?<\/legend>/)
  assert.match(html, /<label for="c">Appel/)
  assert.match(html, /<label for="c-2">Bes/)
  assert.match(html, /aria-describedby="c-2-about c-error"/)
})

test('the summary leads to the fields, takes focus, and is not there when all is well', () => {
  const html = String(<ErrorSummary title="Nog twee dingen" errors={{ naam: 'Vul je naam in.', dag: undefined }} />)
  assert.match(html, /role="alert" tabindex="-1" autofocus=""/)
  assert.deepEqual(
    [...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href),
    ['#naam'],
  )
  assert.equal(String(<ErrorSummary title="x" errors={{ naam: undefined }} />), '')
})

test('a form keeps a draft only where it was asked to', () => {
  assert.doesNotMatch(String(<Form action="/x" />), /data-/)
  assert.match(String(<Form action="/x" draft="vraag" />), /data-keep-draft-key-value="vraag"/)
  const guarded = String(<Form action="/x" unsaved="Toch weg?" />)
  assert.match(guarded, /data-controller="unsaved"/)
  assert.doesNotMatch(guarded, /keep-draft/)
})

test('a form with a file is sent as one', () => {
  assert.match(
    String(
      <Form action="/x" upload>
        <FileField name="f" label="F" />
      </Form>,
    ),
    /enctype="multipart\/form-data"/,
  )
})
