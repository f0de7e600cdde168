export const nl = {
  title: 'Waar het over gaat',
  lead: 'Elke regel is een punt. Genodigden zien ze op hun bladzijde en op papier; ze staan in geen mail en geen agenda.',
  child: 'Noem nooit een kind. Wie is uitgenodigd leest dit, ook zonder account.',
  field: 'Punten',
  hint: 'Eén punt per regel, in de volgorde van het gesprek. Wat bij deze soort al klaarstond, verander je zoals je wilt.',
  save: 'Bewaar de punten',
  saved: 'De punten zijn bewaard.',
  heading: 'Waar het over gaat',
  change: 'Wijzig de punten',
  write: 'Schrijf de punten op',
  'after.agree': 'Afspraak met {partner}',
  'after.else': 'Iets anders afspreken met {partner}',
  print: 'Print dit blad',
  paper: 'Op papier',
  notes: 'met ruimte om te schrijven',
  'usual.consultation':
    'Waarom we bij elkaar zijn\nWat we al deden\nWat nu nodig is\nWie doet wat, en wanneer\nWanneer we terugkijken',
  'usual.introduction':
    'Wie zijn we, en wat doen we\nVoor welke vragen we elkaar bellen\nHoe en wanneer we bereikbaar zijn\nWat we samen proberen',
  'usual.review':
    'Wat ging goed\nWat liep stroef\nWat de afspraken opleverden\nWat houden, wat anders\nWanneer we weer kijken',
  'usual.parents':
    'Welkom, en wie er zijn\nWat ouders zien en willen\nWat school ziet\nWat we samen doen\nWanneer we elkaar weer spreken',
  'usual.working_group':
    'Wat deden we sinds de vorige keer\nWat willen we bereiken\nWat beslissen we vandaag\nWie doet wat, en wanneer',
  'usual.other': '',
  'error.summary': 'Nog niet goed',
  'error.long': 'Houd elk punt onder de 120 tekens.',
  'error.many': 'Hoogstens 15 punten.',
  'error.names': 'Hier staat een naam. Haal de naam weg.',
  'error.bsn': 'Hier staat een burgerservicenummer. Haal het weg.',
  'error.birth-date': 'Hier staat een geboortedatum. Haal die weg.',
  'error.one-child': 'Dit gaat over één kind. Schrijf het algemeen: waarover zeg je in het gesprek.',
}
