export const nl = {
  more: 'Meer wensen',
  quorum: 'Het gaat door vanaf zoveel van de anderen',
  'quorum.hint': 'Van wie er niet echt bij hoeft te zijn. Leeg: het maakt niet uit hoeveel.',
  travel: 'Reistijd',
  'travel.hint': 'Zoveel minuten vóór en na het overleg plannen we bij deze persoon niet tegen iets anders aan.',
  'travel.none': 'Geen',
  'travel.minutes': '{minutes} minuten heen, {minutes} minuten terug',
  again: 'Zoek opnieuw',
  'again.done': 'We hebben opnieuw gezocht.',
  'why.others': '{can} van de {of} anderen kunnen.',
  'why.quorum': 'Te weinig anderen: {can} van minstens {quorum}.',
  goesOn: 'Het gaat door vanaf {quorum} van de anderen.',
  'concession.travels': '{name} {minutes} minuten, met de reis',
  'error.quorum': 'Een getal van 1 tot en met 60, of niets.',
  'error.quorum.many':
    'Zoveel anderen zijn er niet. Kies een lager getal, of vink minder mensen aan bij wie er echt bij moet zijn.',
  'error.travel': 'Kies een reistijd uit de lijst.',
}
