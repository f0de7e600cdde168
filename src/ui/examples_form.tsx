import { Actions, ButtonLink } from '#ui/button.tsx'
import { Choice, Choices, Tick } from '#ui/choice.tsx'
import type { Example } from '#ui/examples.tsx'
import { DateField, FileField, Select, TextArea, TextField, TimeField } from '#ui/fields.tsx'
import { ErrorSummary, Form, Submit } from '#ui/form.tsx'
import { PasskeyForm } from '#ui/passkey.tsx'
import { Qr } from '#ui/qr.tsx'

const places = [
  { value: 'tuin', label: 'In de tuin' },
  { value: 'hal', label: 'In de hal', hint: 'Als het regent.' },
]
const days = ['ma', 'di', 'wo'].map((day) => ({ value: day, label: day }))

const filled = (
  <Form action="#" draft="voorbeeld">
    <TextField name="naam" label="Hoe heet je?" autocomplete="name" value="Marijke" />
    <TextArea name="vraag" label="Wat wil je vragen?" hint="Schrijf het zoals je het zegt." />
    <Select name="soort" label="Waarover gaat het?" blank="Kies" options={days} value="di" />
    <Choice name="plek" label="Waar?" options={places} value="tuin" />
    <Choices name="dagen" label="Welke dagen kan je?" hint="Meer dan één mag." options={days} values={['ma', 'wo']} />
    <DateField name="dag" label="Op welke dag?" value="2026-11-24" />
    <TimeField name="tijd" label="Hoe laat?" value="10:15" />
    <FileField name="foto" label="Foto (niet nodig)" hint="Hoogstens 5 MB." accept="image/*" />
    <Tick name="mee" label="Stuur mij een mail als er antwoord is" checked />
    <Actions>
      <Submit>Vraag de tuinman</Submit>
      <ButtonLink href="#" kind="quiet">
        Toch niet
      </ButtonLink>
    </Actions>
  </Form>
)

const errors = { 'mis-naam': 'Vul in hoe je heet.', 'mis-plek': 'Kies waar het is.' }

const wrong = (
  <Form action="#" unsaved="Je vraag is nog niet verstuurd. Toch weg?">
    <ErrorSummary title="Er zijn nog twee dingen nodig" errors={errors} />
    <TextField name="mis-naam" label="Hoe heet je?" error={errors['mis-naam']} />
    <Choice name="mis-plek" label="Waar?" options={places} error={errors['mis-plek']} />
    <TextArea
      name="mis-vraag"
      label="Wat wil je vragen?"
      error="Maak je vraag korter: hoogstens 300 tekens."
      value="Zeg eens …"
    />
    <Select name="mis-soort" label="Waarover?" options={days} error="Kies een dag." hint="De eerste dag telt." />
    <Submit>Vraag de tuinman</Submit>
  </Form>
)

export const formExamples: Example[] = [
  {
    name: 'Form',
    states: [
      { name: 'filled in', node: filled },
      { name: 'not right yet', node: wrong },
    ],
  },
  {
    name: 'PasskeyForm',
    states: [
      {
        name: 'use',
        node: (
          <PasskeyForm
            action="#"
            task="#"
            kind="use"
            label="Open het hek met je sleutel"
            without="Deze browser kent geen sleutels."
            failed="Dat lukte niet."
          />
        ),
      },
    ],
  },
  { name: 'Qr', states: [{ name: 'plain', node: <Qr text="https://tuin.example/hek" label="Adres van het hek" /> }] },
]
