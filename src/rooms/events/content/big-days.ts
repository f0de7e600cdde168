import type { Template, TemplateKind } from './templates.ts'

/** Days on which the whole school celebrates. Written for this house; every school makes them its own. */
export const bigDays: Pick<Record<TemplateKind, Template>, 'kingsgames' | 'sinterklaas' | 'openday'> = {
  kingsgames: {
    ...{ nl: 'Koningsspelen', en: 'King’s Games' },
    partnerTypes: ['buurtsportcoach', 'sportvereniging', 'buurtbewoners', 'vo'],
    tasks: [
      [
        -84,
        'Aanmelden voor de Koningsspelen en het ontbijt bestellen',
        'Register for the King’s Games and order breakfast',
      ],
      [-70, 'Sportveld of plein vastleggen', 'Book the sports field or the square'],
      [
        -56,
        'Sportvereniging en buurtsportcoach vragen wat zij kunnen doen',
        'Ask the sports club and the sports coach to join in',
      ],
      [-42, 'Spelletjes kiezen en het rondedraaischema maken', 'Choose the games and draw up the rotation'],
      [-28, 'Ouders vragen om te helpen bij een spel', 'Ask parents to help at a game'],
      [-21, 'Groepjes en begeleiders indelen', 'Divide the groups and who goes with them'],
      [-14, 'Materiaal nakijken en lenen wat er niet is', 'Check the equipment and borrow what is lacking'],
      [-7, 'Brief naar alle ouders: kleding, tijden, wat mee', 'Letter to all parents: clothes, times, what to bring'],
      [
        -3,
        'Weer bekijken en kiezen: buiten of plan binnen',
        'Look at the weather and choose: outside or the plan for inside',
      ],
      [-1, 'Ontbijt ontvangen en koel zetten', 'Receive breakfast and keep it cool'],
      [-1, 'Spelen uitzetten voor zover dat kan', 'Set out the games as far as possible'],
      [0, 'Helpers ontvangen met koffie en het schema', 'Welcome helpers with coffee and the schedule'],
      [0, 'Opruimen en geleend materiaal klaarzetten', 'Clear up and put borrowed things ready'],
      [1, 'Geleend materiaal terugbrengen', 'Bring back what was borrowed'],
      [3, 'Helpers en partners bedanken', 'Thank helpers and partners'],
      [3, 'Opschrijven wat volgend jaar anders moet', 'Write down what should be different next year'],
    ],
    materials: [
      ['Ontbijtpakketten', 'Breakfast packs'],
      ['Pionnen, linten, ballen, touwen', 'Cones, ribbons, balls, ropes'],
      ['Geluid en een lange verlengkabel', 'Sound and a long extension lead'],
      ['EHBO-koffer per veld', 'A first-aid kit for each field'],
      ['Water en bekers', 'Water and cups'],
      ['Schema op A4 voor elke begeleider', 'The schedule on A4 for everybody who goes along'],
    ],
    risks: [
      ['Wie heeft BHV, en op welk veld staat wie?', 'Who is trained in first aid, and who stands on which field?'],
      [
        'Wat niet gegeten mag worden, staat in het eigen systeem van de school: kijk daar vóór het ontbijt',
        'What may not be eaten is in the school’s own system: look there before breakfast',
      ],
      ['Hitte of onweer: wie besluit, en tot hoe laat kan dat?', 'Heat or thunder: who decides, and until what time?'],
      [
        'Lopen naar het veld: oversteken met genoeg begeleiders',
        'Walking to the field: enough adults at every crossing',
      ],
    ],
  },
  sinterklaas: {
    ...{ nl: 'Sinterklaas', en: 'Sinterklaas' },
    partnerTypes: ['buurtbewoners', 'bedrijf', 'wijkagent'],
    tasks: [
      [-84, 'Sinterklaas en zijn helpers vastleggen', 'Book Sinterklaas and his helpers'],
      [-56, 'Thema en aankomst bespreken met het team', 'Discuss the theme and the arrival with the team'],
      [
        -42,
        'Budget verdelen en cadeaus voor de jongste groepen bestellen',
        'Divide the budget and order presents for the youngest groups',
      ],
      [-28, 'Lootjes trekken in de oudste groepen', 'Draw lots in the oldest groups'],
      [
        -28,
        'Gemeente of wijkagent vragen als de aankomst op straat is',
        'Ask the municipality or the police when the arrival is in the street',
      ],
      [-21, 'School versieren, met hulp van ouders', 'Decorate the school, with help from parents'],
      [-14, 'Schoen zetten: dag en liedjes afspreken', 'Agree a day and songs for putting out a shoe'],
      [
        -14,
        'Van elke groep één vrolijk zinnetje ophalen: over de groep, niet over één kind',
        'Collect one cheerful line of each group: about the group, not about one child',
      ],
      [-7, 'Brief naar ouders: tijden, wie mag kijken, foto’s', 'Letter to parents: times, who may watch, photographs'],
      [-7, 'Bezoekschema per groep maken', 'Draw up the visits per group'],
      [-3, 'Pepernoten en drinken in huis halen', 'Get the biscuits and drinks'],
      [-1, 'Cadeaus en stoel klaarzetten achter slot', 'Put presents and chair ready behind a lock'],
      [
        0,
        'Sinterklaas ontvangen; een collega loopt de hele dag mee',
        'Welcome Sinterklaas; a colleague stays with him all day',
      ],
      [0, 'Alles opruimen voordat de school weer opengaat', 'Clear everything before the school opens again'],
      [3, 'Helpers bedanken en rekeningen inleveren', 'Thank helpers and hand in the bills'],
      [3, 'Opschrijven wat volgend jaar anders moet', 'Write down what should be different next year'],
    ],
    materials: [
      ['Stoel, boek en staf', 'Chair, book and staff'],
      ['Cadeaus per groep, geteld', 'Presents per group, counted'],
      ['Pepernoten, ook zonder noten en gluten', 'Biscuits, also without nuts and gluten'],
      ['Muziek en liedteksten', 'Music and words of the songs'],
      ['Kleedruimte die op slot kan', 'A room to change in, with a lock'],
    ],
    risks: [
      [
        'De jongsten kunnen bang zijn: een rustig plekje en een bekende erbij',
        'The youngest may be afraid: a quiet corner and a familiar face',
      ],
      [
        'Wat niet gegeten mag worden, staat in het eigen systeem van de school',
        'What may not be eaten is in the school’s own system',
      ],
      [
        'Niet elk gezin heeft geld voor een surprise: spreek een bedrag af',
        'Not every family has money for a surprise: agree on an amount',
      ],
      ['Foto’s alleen waar ouders dat goed vinden', 'Photographs only where parents agree'],
    ],
  },
  openday: {
    ...{ nl: 'Open dag', en: 'Open day' },
    partnerTypes: ['kdv_ve', 'bso', 'bibliotheek', 'buurtbewoners'],
    tasks: [
      [-56, 'Dag kiezen samen met de opvang in het gebouw', 'Choose a day together with childcare in the building'],
      [-42, 'Tekst en foto voor website en wijkkrant maken', 'Make text and picture for website and local paper'],
      [
        -28,
        'Opvang, peutergroepen en bibliotheek uitnodigen om erbij te staan',
        'Invite childcare, playgroups and library to join',
      ],
      [-21, 'Rondleidingen verdelen: wie loopt wanneer met wie', 'Divide the tours: who walks when with whom'],
      [-14, 'Oudste groepen vragen wie willen rondleiden', 'Ask the oldest groups who want to guide'],
      [
        -14,
        'Uitnodiging ophangen bij winkel, huisarts en buurthuis',
        'Put up the invitation at shop, doctor and community centre',
      ],
      [-7, 'Informatiepakket en aanmeldformulieren printen', 'Print information and registration forms'],
      [-3, 'Koffie, thee en iets lekkers bestellen', 'Order coffee, tea and something nice'],
      [-1, 'Route en borden klaarzetten, lokalen opruimen', 'Set out route and signs, tidy the classrooms'],
      [0, 'Bezoekers ontvangen en vragen hoe zij ons vonden', 'Welcome visitors and ask how they found us'],
      [1, 'Vragen die bleven liggen beantwoorden', 'Answer the questions that were left'],
      [7, 'Bezoekers bedanken en uitnodigen voor een gesprek', 'Thank visitors and invite them for a talk'],
      [7, 'Opschrijven wat volgend jaar anders moet', 'Write down what should be different next year'],
    ],
    materials: [
      ['Borden en pijlen', 'Signs and arrows'],
      ['Naamstickers voor het team', 'Name stickers for the team'],
      ['Informatiepakket, ook in eenvoudige taal', 'Information, also in plain language'],
      ['Koffie, thee, limonade', 'Coffee, tea, lemonade'],
      ['Speelhoek voor wie meekomt', 'A corner to play for who comes along'],
    ],
    risks: [
      ['Gewone lessen gaan door: spreek af welke lokalen open zijn', 'Lessons go on: agree which classrooms are open'],
      ['Niemand loopt alleen door het gebouw', 'Nobody walks through the building alone'],
      ['Op schermen en muren staat niets over een kind', 'Nothing about a child is on screens or walls'],
      ['Ingang en toilet voor wie slecht ter been is', 'Entrance and toilet for who walks with difficulty'],
    ],
  },
}
