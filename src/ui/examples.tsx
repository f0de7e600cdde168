import type { Child } from 'hono/jsx'
import { Actions, Button, ButtonForm, ButtonLink } from '#ui/button.tsx'
import { Copy } from '#ui/copy.tsx'
import { formExamples } from '#ui/examples_form.tsx'
import { cardExamples, listExamples } from '#ui/examples_list.tsx'
import { peopleExamples } from '#ui/examples_people.tsx'
import { Icon, iconNames } from '#ui/icon.tsx'
import { Banner, CalmLine, Notice } from '#ui/notice.tsx'
import { Progress } from '#ui/progress.tsx'
import { SafetyCard } from '#ui/safety.tsx'
import { Say } from '#ui/say.tsx'
import { type Hue, SectorTag, Tag, Waits } from '#ui/tag.tsx'

export type Example = { name: string; states: { name: string; node: Child }[] }

const hues: Hue[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
const kinds = ['Lezen', 'Sport', 'Muziek', 'Natuur', 'Zorg', 'Techniek', 'Eten', 'Kunst', 'Verkeer', 'Buurt']

const wordExamples: Example[] = [
  {
    name: 'Say',
    states: [{ name: 'plain', node: <Say>Vraag het aan Marijke, zij werkt ma–wo. Zij belt met de kruidentuin.</Say> }],
  },
  {
    name: 'SafetyCard',
    states: [
      {
        name: 'with actions',
        node: (
          <SafetyCard
            label="Veiligheid"
            title="Is er nu gevaar? Bel eerst."
            actions={[
              { href: 'tel:112', label: 'Bel 112' },
              { href: '#plan', label: 'Lees het stappenplan' },
            ]}
          >
            <p>Wacht niet op een afspraak. Blijf erbij tot er iemand is.</p>
          </SafetyCard>
        ),
      },
      {
        name: 'words only',
        node: (
          <SafetyCard id="safety-words" label="Veiligheid" title="Praat er samen over, nog vandaag">
            <p>Doe dit niet alleen.</p>
          </SafetyCard>
        ),
      },
    ],
  },
  {
    name: 'Notice',
    states: [
      {
        name: 'done, with undo',
        node: <Notice text="De afspraak staat erin." undo={{ action: '#', label: 'Maak ongedaan' }} />,
      },
      { name: 'tell', node: <Notice kind="tell" text="Deze week is de tuin dicht." /> },
      { name: 'waits', node: <Notice kind="waits" text="Er wachten twee vragen op jou." /> },
    ],
  },
  {
    name: 'Banner',
    states: [{ name: 'with link', node: <Banner text="Dit is een proefomgeving." href="#" action="Hoe werkt dit?" /> }],
  },
  { name: 'CalmLine', states: [{ name: 'plain', node: <CalmLine>Je hoort uiterlijk donderdag iets.</CalmLine> }] },
]

const buttonExamples: Example[] = [
  {
    name: 'Button',
    states: [
      {
        name: 'kinds',
        node: (
          <Actions>
            <Button>Vraag de tuinman</Button>
            <Button kind="quiet">Bewaar voor later</Button>
            <Button kind="danger">Haal weg</Button>
            <Button disabled>Kan nu niet</Button>
          </Actions>
        ),
      },
      {
        name: 'links and posts',
        node: (
          <Actions>
            <ButtonLink href="#" icon="calendar">
              Kies een dag
            </ButtonLink>
            <ButtonLink href="#" kind="quiet">
              Bekijk de lijst
            </ButtonLink>
            <ButtonForm action="#" label="Neem aan" about="de vraag van Marijke" kind="quiet" />
          </Actions>
        ),
      },
    ],
  },
  {
    name: 'Copy',
    states: [
      { name: 'plain', node: <Copy text="https://voorbeeld.nl/agenda.ics" label="Kopieer" done="Gekopieerd" /> },
    ],
  },
  {
    name: 'Progress',
    states: [
      {
        name: 'halfway',
        node: (
          <Progress
            id="example-progress"
            label="Hoe ver we zijn"
            said="50 van 180 regels"
            done={50}
            total={180}
            moving={false}
            again={{ href: '#', label: 'Kijk hoe ver het is' }}
          />
        ),
      },
    ],
  },
  {
    name: 'Tag',
    states: [
      {
        name: 'kinds',
        node: (
          <Actions>
            <Tag>Nieuw</Tag>
            <Tag kind="done">Geregeld</Tag>
            <Tag kind="quiet">Gestopt</Tag>
            <Waits>Wacht op jou</Waits>
          </Actions>
        ),
      },
    ],
  },
  {
    name: 'SectorTag',
    states: [
      {
        name: 'ten hues',
        node: (
          <Actions>
            {hues.map((hue) => (
              <SectorTag hue={hue} label={kinds[hue - 1] ?? ''} />
            ))}
          </Actions>
        ),
      },
    ],
  },
  {
    name: 'Icon',
    states: [
      {
        name: 'all',
        node: (
          <Actions>
            {iconNames.map((name) => (
              <span class="small">
                <Icon name={name} /> {name}
              </span>
            ))}
          </Actions>
        ),
      },
    ],
  },
]

/** Every part in every state, for the page /ui in development. */
export const examples: Example[] = [
  ...wordExamples,
  ...peopleExamples,
  ...buttonExamples,
  ...listExamples,
  ...cardExamples,
  ...formExamples,
]
