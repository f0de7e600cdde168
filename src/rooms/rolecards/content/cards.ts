export type Told = { task: string; decides: string; consulted: string }

/** What a role usually is, for a school that has not said it otherwise. In the order of the trade's own list. */
export const usual: Readonly<Record<string, { nl: Told; en: Told }>> = {
  directeur: {
    nl: {
      task: 'Draagt de school en houdt het geheel in het oog: mensen, geld, partners.',
      decides: 'Met welke partners de school werkt en stopt, waar tijd en geld heen gaan, en wie welke taak heeft.',
      consulted: 'Bij alles wat de hele school raakt, en als ouders en school er niet uitkomen.',
    },
    en: {
      task: 'Carries the school and keeps the whole in view: people, money, partners.',
      decides: 'With which partners the school works and stops, where time and money go, and who has which task.',
      consulted: 'On whatever touches the whole school, and when parents and school cannot agree.',
    },
  },
  teamleider: {
    nl: {
      task: 'Leidt een bouw: verdeelt het werk en is de eerste vraagbaak, ook voor invallers.',
      decides: 'Wie wat doet in de bouw, en hoe de week loopt.',
      consulted: 'Voor er een partner in een groep van de bouw komt.',
    },
    en: {
      task: 'Leads a part of the school: divides the work and is asked first, by stand-ins too.',
      decides: 'Who does what in that part, and how the week runs.',
      consulted: 'Before a partner comes into a group there.',
    },
  },
  ib: {
    nl: {
      task: 'Brengt elke zorgvraag op de juiste plek en is het vaste gezicht voor zorgpartners.',
      decides: 'Welke partner er bij een zorgvraag past, en wie er aan tafel zit.',
      consulted: 'Zodra een leerkracht iets ziet wat de groep te boven gaat. De leerkracht blijft verantwoordelijk.',
    },
    en: {
      task: 'Brings every care question to the right place and is the fixed face for care partners.',
      decides: 'Which partner suits a care question, and who sits at the table.',
      consulted: 'As soon as a teacher sees something beyond the group. The teacher stays responsible.',
    },
  },
  leerkracht: {
    nl: {
      task: 'Geeft les, ziet als eerste wat een kind nodig heeft en blijft daarvoor verantwoordelijk.',
      decides: 'Wat er in de eigen groep gebeurt, en samen met ouders over hun kind.',
      consulted: 'Voor er iemand van buiten in de groep komt, en bij elk plan voor een kind uit de groep.',
    },
    en: {
      task: 'Teaches, is the first to see what a child needs and stays responsible for it.',
      decides: 'What happens in the own group, and together with parents about their child.',
      consulted: 'Before somebody from outside comes into the group, and on every plan for a child in it.',
    },
  },
  onderwijsassistent: {
    nl: {
      task: 'Werkt met groepjes volgens plan en vangt mensen van buiten praktisch op.',
      decides: 'Hoe een afgesproken activiteit op de dag zelf loopt.',
      consulted: 'Over wat werkt in een groepje.',
    },
    en: {
      task: 'Works with small groups by plan and receives people from outside.',
      decides: 'How an agreed activity runs on the day itself.',
      consulted: 'On what works in a small group.',
    },
  },
  cultuurcoordinator: {
    nl: {
      task: 'Maakt het jaarplan voor cultuur, kent de instellingen en bewaakt dat het elk jaar anders is.',
      decides: 'Waaraan het cultuurgeld gaat, binnen het plan.',
      consulted: 'Bij elk aanbod voor muziek, dans, theater of erfgoed.',
    },
    en: {
      task: 'Makes the year plan for culture, knows the institutions and sees to it that years differ.',
      decides: 'What the culture money goes to, within the plan.',
      consulted: 'On every offer of music, dance, theatre or heritage.',
    },
  },
  taalcoordinator: {
    nl: {
      task: 'Houdt de lijn voor taal en lezen, met de bibliotheek en de taalhulp.',
      decides: 'Welke boeken en welk leesprogramma er komen, binnen het plan.',
      consulted: 'Als lezen of taal in een groep blijft haperen.',
    },
    en: {
      task: 'Keeps the line for language and reading, with the library and language support.',
      decides: 'Which books and reading programme come, within the plan.',
      consulted: 'When reading or language keeps faltering in a group.',
    },
  },
  rekencoordinator: {
    nl: {
      task: 'Houdt de lijn voor rekenen en helpt collega’s ermee.',
      decides: 'Welk materiaal er voor rekenen komt, binnen het plan.',
      consulted: 'Als rekenen in een groep blijft haperen.',
    },
    en: {
      task: 'Keeps the line for maths and helps colleagues with it.',
      decides: 'Which material for maths comes, within the plan.',
      consulted: 'When maths keeps faltering in a group.',
    },
  },
  eventmanager: {
    nl: {
      task: 'Regelt grote dagen: draaiboek, spullen, vrijwilligers en wie er van buiten komt.',
      decides: 'Hoe de dag loopt, en wie er wat doet.',
      consulted: 'Voor er een feest, uitje of open dag in het jaarplan komt.',
    },
    en: {
      task: 'Arranges big days: script, materials, volunteers and who comes from outside.',
      decides: 'How the day runs, and who does what.',
      consulted: 'Before a party, outing or open day goes into the year plan.',
    },
  },
  gedragsspecialist: {
    nl: {
      task: 'Kijkt mee in groepen en helpt met een aanpak die voor de hele groep werkt.',
      decides: 'Welke aanpak er voor een groep wordt voorgesteld.',
      consulted: 'Als het in een groep niet rustig wil worden.',
    },
    en: {
      task: 'Looks along in groups and helps with an approach that works for the whole group.',
      decides: 'Which approach is proposed for a group.',
      consulted: 'When a group will not settle.',
    },
  },
  hb_specialist: {
    nl: {
      task: 'Zorgt dat kinderen die meer aankunnen genoeg te leren hebben.',
      decides: 'Wat er in de plusgroep gebeurt.',
      consulted: 'Als een kind zich verveelt of ver vooruitloopt.',
    },
    en: {
      task: 'Sees to it that children who can do more have enough to learn.',
      decides: 'What happens in the enrichment group.',
      consulted: 'When a child is bored or far ahead.',
    },
  },
  pestcoordinator: {
    nl: {
      task: 'Is het aanspreekpunt bij pesten, voor kinderen en ouders, en bewaakt de afspraken.',
      decides: 'Welke stap er na een melding van pesten komt, met de groepsleerkracht.',
      consulted: 'Bij elk signaal van pesten.',
    },
    en: {
      task: 'Is the contact on bullying, for children and parents, and guards the agreements.',
      decides: 'Which step follows a report of bullying, with the teacher.',
      consulted: 'On every sign of bullying.',
    },
  },
  vertrouwenspersoon: {
    nl: {
      task: 'Luistert naar wie een klacht heeft en wijst de weg, ook naar buiten. Onderzoekt niet.',
      decides: 'Niets over de klacht; wel met wie zij of hij het gesprek aangaat.',
      consulted: 'Door wie zich niet veilig voelt, en over hoe de school klachten opvangt.',
    },
    en: {
      task: 'Listens to whoever has a complaint and shows the way, also outside. Does not investigate.',
      decides: 'Nothing about the complaint; only with whom the talk is held.',
      consulted: 'By whoever does not feel safe, and on how the school receives complaints.',
    },
  },
  aandachtsfunctionaris: {
    nl: {
      task: 'Bewaakt de vijf stappen van de meldcode en steunt de collega die zich zorgen maakt.',
      decides: 'Wanneer er met Veilig Thuis wordt overlegd, samen met de directeur.',
      consulted: 'Bij elke zorg over veiligheid thuis, meteen.',
    },
    en: {
      task: 'Guards the five steps of the reporting code and supports the colleague who is worried.',
      decides: 'When Veilig Thuis is consulted, together with the head teacher.',
      consulted: 'On every worry about safety at home, at once.',
    },
  },
  brugfunctionaris: {
    nl: {
      task: 'Helpt gezinnen de weg te vinden: geld, formulieren, taal, de wijk.',
      decides: 'Naar welke hulp in de wijk een gezin gewezen wordt, samen met dat gezin.',
      consulted: 'Als een drempel thuis het leren in de weg zit.',
    },
    en: {
      task: 'Helps families find their way: money, forms, language, the neighbourhood.',
      decides: 'To which help nearby a family is pointed, together with that family.',
      consulted: 'When a hurdle at home stands in the way of learning.',
    },
  },
  gezondheidscoordinator: {
    nl: {
      task: 'Houdt de Gezonde School op gang, met de GGD en programma’s in de klas.',
      decides: 'Welk thema er dit jaar komt, binnen het plan.',
      consulted: 'Bij elk aanbod over eten, bewegen of welbevinden.',
    },
    en: {
      task: 'Keeps the Healthy School going, with the health service and programmes in class.',
      decides: 'Which theme comes this year, within the plan.',
      consulted: 'On every offer about food, movement or wellbeing.',
    },
  },
  sportcoordinator: {
    nl: {
      task: 'Geeft gym, haalt sport in huis en ziet wie moeilijk beweegt.',
      decides: 'Wat er in de gymzaal gebeurt en welke club een les mag geven.',
      consulted: 'Bij sportdagen, en als een kind moeilijk beweegt.',
    },
    en: {
      task: 'Teaches PE, brings sport in and sees who moves with difficulty.',
      decides: 'What happens in the gym and which club may give a lesson.',
      consulted: 'On sports days, and when a child moves with difficulty.',
    },
  },
  natuurtechniekcoordinator: {
    nl: {
      task: 'Regelt excursies, techniekweken en de schooltuin.',
      decides: 'Welke les of excursie er komt, binnen het plan.',
      consulted: 'Bij elk aanbod over natuur, milieu of techniek.',
    },
    en: {
      task: 'Arranges excursions, technology weeks and the school garden.',
      decides: 'Which lesson or excursion comes, within the plan.',
      consulted: 'On every offer about nature, environment or technology.',
    },
  },
  verkeerscoordinator: {
    nl: {
      task: 'Regelt het verkeersexamen en een veilige route naar school.',
      decides: 'Hoe verkeerslessen en het examen lopen.',
      consulted: 'Bij plannen voor de straat of de fietsenstalling.',
    },
    en: {
      task: 'Arranges the traffic exam and a safe route to school.',
      decides: 'How traffic lessons and the exam run.',
      consulted: 'On plans for the street or the bicycle shed.',
    },
  },
  schoolopleider: {
    nl: {
      task: 'Begeleidt stagiairs en nieuwe collega’s, met de pabo en het mbo.',
      decides: 'Wie welke student begeleidt.',
      consulted: 'Voor er een stagiair komt of een nieuwe collega begint.',
    },
    en: {
      task: 'Guides trainees and new colleagues, with the teacher training colleges.',
      decides: 'Who guides which student.',
      consulted: 'Before a trainee comes or a new colleague begins.',
    },
  },
  ict: {
    nl: {
      task: 'Zorgt dat systemen en accounts werken, en is het eerste meldpunt voor een datalek.',
      decides: 'Welk apparaat of programma er in de klas komt, binnen de afspraken van het bestuur.',
      consulted: 'Voor de school een nieuw programma met gegevens gaat gebruiken.',
    },
    en: {
      task: 'Keeps systems and accounts working, and is the first to hear of a data breach.',
      decides: 'Which device or program comes into class, within what the board agreed.',
      consulted: 'Before the school uses a new program with data.',
    },
  },
  preventiemedewerker: {
    nl: {
      task: 'Let op een veilig gebouw en leidt de bhv.',
      decides: 'Wat er bij een ongeluk of ontruiming gebeurt.',
      consulted: 'Bij elke verbouwing en elk feest met veel mensen.',
    },
    en: {
      task: 'Looks after a safe building and leads first aid and evacuation.',
      decides: 'What happens in an accident or an evacuation.',
      consulted: 'On every rebuilding and every event with many people.',
    },
  },
  administratie: {
    nl: {
      task: 'Houdt adressen, facturen, VOG’s en aanmeldingen bij en is de stem aan de telefoon.',
      decides: 'Hoe post en telefoon hun weg vinden.',
      consulted: 'Voor er een lijst, brief of formulier de deur uitgaat.',
    },
    en: {
      task: 'Keeps addresses, invoices, certificates and enrolments, and is the voice on the phone.',
      decides: 'How mail and calls find their way.',
      consulted: 'Before a list, letter or form goes out.',
    },
  },
  concierge: {
    nl: {
      task: 'Ontvangt wie er binnenkomt en zorgt voor sleutels, ruimtes en plein.',
      decides: 'Wie welke ruimte krijgt als het dringt.',
      consulted: 'Voor een partner een ruimte of sleutel krijgt.',
    },
    en: {
      task: 'Receives whoever comes in and looks after keys, rooms and playground.',
      decides: 'Who gets which room when it is tight.',
      consulted: 'Before a partner gets a room or a key.',
    },
  },
}
