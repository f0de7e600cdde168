import type { Example } from '#ui/examples.tsx'
import { Line } from '#ui/line.tsx'
import { Person } from '#ui/person.tsx'
import { Columns } from '#ui/say.tsx'
import { Week } from '#ui/week.tsx'

const marijke = { name: 'Marijke de Wit', line: 'regelt alles met de tuin', days: 'ma, di en wo' }
const gardener = {
  name: 'Youssef el Amrani',
  line: 'tuinman, Kruidentuin De Zon',
  reach: [
    { href: 'tel:0201234567', label: '020 123 45 67', icon: 'phone' as const },
    { href: 'mailto:youssef@voorbeeld.nl', label: 'Mail Youssef', icon: 'mail' as const },
  ],
}

export const peopleExamples: Example[] = [
  {
    name: 'Line',
    states: [
      {
        name: 'how and when',
        node: (
          <Line
            label="De korte lijn"
            from={marijke}
            how="Marijke belt Youssef"
            when="di tussen 10.00 en 12.00"
            to={gardener}
          />
        ),
      },
      { name: 'short', node: <Line from={{ name: 'Jij' }} how="Loop even langs" to={marijke} /> },
    ],
  },
  {
    name: 'Person',
    states: [
      {
        name: 'initials, and how to reach',
        node: (
          <Columns>
            <Person {...marijke} href="#" />
            <Person {...gardener} />
            <Person name="Bo" small />
          </Columns>
        ),
      },
    ],
  },
  {
    name: 'Week',
    states: [
      {
        name: 'three days, one half',
        node: (
          <Week
            text="Marijke is er ma, di en wo (wo alleen ’s ochtends)."
            days={[
              { short: 'ma', there: 'there' },
              { short: 'di', there: 'there', today: true },
              { short: 'wo', there: 'part' },
              { short: 'do', there: 'away' },
              { short: 'vr', there: 'away' },
            ]}
          />
        ),
      },
    ],
  },
]
