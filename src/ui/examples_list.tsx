import { Actions, ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import type { Example } from '#ui/examples.tsx'
import { FactList } from '#ui/facts.tsx'
import { List, Row } from '#ui/list.tsx'
import { Pager } from '#ui/pager.tsx'
import { Columns } from '#ui/say.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Steps } from '#ui/steps.tsx'
import { Table } from '#ui/table.tsx'
import { SectorTag } from '#ui/tag.tsx'

export const listExamples: Example[] = [
  {
    name: 'List',
    states: [
      {
        name: 'rows',
        node: (
          <List>
            <Row
              title="Bezoek aan de kruidentuin"
              href="#1"
              line="Marijke vroeg dit aan de tuinman"
              waits="Wacht op jou"
              when="di 24 nov"
            />
            <Row
              title="Muziek in de hal"
              href="#2"
              line="Elke donderdag, tot de zomer"
              tag={<SectorTag hue={3} label="Muziek" />}
              when="do 26 nov, 10.15"
            />
            <Row
              title="Fietsen nakijken"
              line="Nog geen dag gekozen"
              action={
                <ButtonLink href="#3" kind="quiet">
                  Kies een dag
                </ButtonLink>
              }
            />
          </List>
        ),
      },
    ],
  },
  {
    name: 'Table',
    states: [
      {
        name: 'numbers and filter',
        node: (
          <Table
            caption="Wie doet mee?"
            filter={{ label: 'Zoek in deze lijst', none: 'Niets gevonden. Typ minder letters.' }}
            columns={[
              { label: 'Naam' },
              { label: 'Waarvoor' },
              { label: 'Keren', numeric: true },
              { label: 'Kosten', numeric: true },
            ]}
            rows={[
              { href: '#t1', cells: ['Kruidentuin De Zon', <SectorTag hue={4} label="Natuur" />, '12', '€ 1.140,00'] },
              { href: '#t2', cells: ['Muziekhuis', <SectorTag hue={3} label="Muziek" />, '8', '€ 96,50'] },
              { href: '#t3', cells: ['Fietsclub', <SectorTag hue={9} label="Verkeer" />, '3', '€ 0,00'] },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Pager',
    states: [
      {
        name: 'middle',
        node: (
          <Pager
            label="Bladeren"
            previous={{ href: '#', label: 'Vorige' }}
            text="21 tot 40 van 63"
            next={{ href: '#', label: 'Volgende' }}
          />
        ),
      },
    ],
  },
  {
    name: 'Empty',
    states: [
      {
        name: 'first step',
        node: (
          <Empty
            title="Nog geen afspraken"
            example="Zoals: di 24 nov, 10.15, Marijke belt met de tuinman."
            action={{ href: '#', label: 'Maak een afspraak' }}
          >
            Kies eerst met wie. Daarna zoeken we samen een dag.
          </Empty>
        ),
      },
    ],
  },
]

export const cardExamples: Example[] = [
  {
    name: 'Card',
    states: [
      {
        name: 'plain and waiting',
        node: (
          <Columns>
            <Card title="Kruidentuin De Zon" href="#" level={3} foot="Laatst gesproken: di 10 nov">
              <SectorTag hue={4} label="Natuur" />
              <p>Lessen in de tuin, van maart tot november.</p>
            </Card>
            <Card title="Kies een dag" level={3} waits="Wacht op jou">
              <p>De tuinman kan op drie dagen.</p>
              <Actions>
                <ButtonLink href="#">Kies een dag</ButtonLink>
              </Actions>
            </Card>
          </Columns>
        ),
      },
    ],
  },
  {
    name: 'FactList',
    states: [
      {
        name: 'plain',
        node: (
          <FactList
            facts={[
              { term: 'Adres', value: 'Tuinlaan 3' },
              { term: 'Bellen', value: <a href="tel:0201234567">020 123 45 67</a> },
              { term: 'Afspraak', value: 'Elke eerste dinsdag, om 10.15' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Details',
    states: [
      { name: 'folded', node: <Details summary="Waarom dit antwoord?">Omdat zij het contact heeft.</Details> },
      {
        name: 'open',
        node: (
          <Details open summary="Wat kan het nog meer zijn?">
            <p>Misschien past de fietsclub ook.</p>
          </Details>
        ),
      },
    ],
  },
  {
    name: 'Steps',
    states: [
      {
        name: 'second of four',
        node: <Steps label="Stap 2 van 4" steps={['Waarover', 'Met wie', 'Wanneer', 'Klaar']} current={2} />,
      },
    ],
  },
  {
    name: 'Sheet',
    states: [
      {
        name: 'A4',
        node: (
          <Sheet title="Wie is er deze week?" address="voorbeeld.nl/week" date="di 24 november 2026" print="Druk af">
            <p>Dinsdag: de tuinman, van 10.15 tot 12.00.</p>
          </Sheet>
        ),
      },
    ],
  },
]
