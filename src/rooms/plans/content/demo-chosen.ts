/** What De Waterlelie once chose its partners for, written down at last year's round. What the law asks is not chosen. */
export type Chosen = {
  line: string
  owner: string
  point: string
  topic: string
  forWhom: string
  better: string
  stops: string
  hours: number
  why: string
  ago: number
  seenIn: number
}

const [reading, outside, help, near] = [
  'Ieder kind leest met plezier',
  'Kinderen ontdekken wat ze kunnen, ook buiten het lokaal',
  'Hulp is dichtbij en op tijd',
  'De school hoort bij de wijk',
]

export const demoChosen: readonly Chosen[] = [
  {
    ...{ line: 'Buurtteam De Plas', owner: 'Aylin Kaya', point: help, topic: 'opvoedvragen' },
    forWhom: 'gezinnen met vragen over opvoeden, geld of wonen',
    better: 'Ouders met een vraag zitten binnen twee weken bij het buurtteam aan tafel.',
    stops: 'Wij zoeken zelf geen hulp meer bij schulden of wonen.',
    why: 'Zij kennen de wijk, en wij hoeven niet alles zelf te weten.',
    ...{ hours: 16, ago: 352, seenIn: 60 },
  },
  {
    ...{
      line: 'Centrum voor Jeugd en Gezin Wilgenveen',
      owner: 'Marjolein van Veen',
      point: help,
      topic: 'opvoedvragen',
    },
    forWhom: 'ouders van kleuters',
    better: 'Elke week is er een uur waarin ouders zonder afspraak iets kunnen vragen.',
    stops: 'De losse ouderavond in maart.',
    why: 'Een vast uur helpt meer dan een avond per jaar.',
    ...{ hours: 10, ago: 351, seenIn: 75 },
  },
  {
    ...{
      line: 'Schoolmaatschappelijk werk Sterk Samen',
      owner: 'Marjolein van Veen',
      point: help,
      topic: 'sociale_vaardigheden',
    },
    forWhom: 'groepen waarin veel speelt',
    better: 'Een vraag van een leerkracht is binnen een week besproken.',
    stops: 'Niets: dit hoort bij het werk van de ib.',
    why: 'Zonder hen blijven vragen te lang liggen.',
    ...{ hours: 24, ago: 351, seenIn: 90 },
  },
  {
    ...{ line: 'Kindercoach Vlieger', owner: 'Marjolein van Veen', point: help, topic: 'faalangst' },
    forWhom: 'kinderen in de bovenbouw die vastlopen',
    better: 'Wie begint, is na zes keer klaar of door naar andere hulp.',
    stops: 'Het praatuur na schooltijd.',
    why: 'Kort en dichtbij. We kijken of het zo blijft.',
    ...{ hours: 8, ago: 350, seenIn: 45 },
  },
  {
    ...{ line: 'Training Stevig Staan', owner: 'Hanneke Postma', point: help, topic: 'weerbaarheid_groep' },
    forWhom: 'groep 6 en 7',
    better: 'In de pauze zijn er minder ruzies waar een leerkracht bij moet komen.',
    stops: 'De losse lessen over pesten.',
    why: 'Het team zag dat het werkt op het plein.',
    ...{ hours: 14, ago: 350, seenIn: 120 },
  },
  {
    ...{ line: 'GGD Noord, Gezonde School', owner: 'Mirjam Visser', point: outside, topic: 'gezonde_school' },
    forWhom: 'alle groepen',
    better: 'Het vignet voor bewegen hangt bij de deur.',
    stops: 'Drie losse projecten over gezondheid.',
    why: 'Eén plan is minder werk dan drie projecten.',
    ...{ hours: 12, ago: 349, seenIn: 150 },
  },
  {
    ...{ line: 'Logopedie Spraakwijzer', owner: 'Lotte Kramer', point: help, topic: 'spraak_taal' },
    forWhom: 'kleuters',
    better: 'Alle kleuters zijn voor de kerst gehoord.',
    stops: 'Niets: zij werken in de spreekkamer.',
    why: 'In huis scheelt ouders een rit en ons een les.',
    ...{ hours: 8, ago: 349, seenIn: 30 },
  },
  {
    ...{ line: 'Kinderfysio Beweegwijs', owner: 'Bas Verhoeven', point: help, topic: 'motoriek' },
    forWhom: 'kinderen in groep 1 tot en met 4',
    better: 'Elke leerkracht kent vijf oefeningen voor in de klas.',
    stops: 'De motoriektest die we zelf deden.',
    why: 'Zij zien sneller wat er nodig is dan wij.',
    ...{ hours: 6, ago: 348, seenIn: 130 },
  },
  {
    ...{ line: 'Ergotherapie De Schommel', owner: 'Marjolein van Veen', point: help, topic: 'motoriek' },
    forWhom: 'kinderen die moeite hebben met schrijven',
    better: 'Leerkrachten weten na één gesprek welke stoel en pen helpen.',
    stops: 'Niets: het zijn een paar gesprekken per jaar.',
    why: 'Weinig werk, en het helpt meteen.',
    ...{ hours: 4, ago: 348, seenIn: 110 },
  },
  {
    ...{ line: 'Basisschool De Buizerd', owner: 'Nadia Bouzid', point: near, topic: 'scholing_advies' },
    forWhom: 'beide teams',
    better: 'Elk jaar kijken vier leerkrachten een dag bij elkaar.',
    stops: 'Eén eigen studiemiddag.',
    why: 'Van de buren leren we het meest.',
    ...{ hours: 10, ago: 347, seenIn: 170 },
  },
  {
    ...{ line: 'Cluster 2 Noord, taal en gehoor', owner: 'Marjolein van Veen', point: help, topic: 'gehoor' },
    forWhom: 'kinderen die moeite hebben met horen of taal',
    better: 'Wie lesgeeft aan deze kinderen kreeg in de eerste maand uitleg.',
    stops: 'Niets: zonder hen kan het niet.',
    why: 'Deze kennis hebben wij zelf niet.',
    ...{ hours: 8, ago: 347, seenIn: 100 },
  },
  {
    ...{ line: 'Taalklas De Brug', owner: 'Lotte Kramer', point: help, topic: 'nt2_nieuwkomers' },
    forWhom: 'kinderen die kort in Nederland zijn',
    better: 'Na een jaar doen zij mee in hun eigen groep.',
    stops: 'De losse taaluurtjes op de gang.',
    why: 'Daar leren ze in een jaar meer dan bij ons op de gang.',
    ...{ hours: 6, ago: 346, seenIn: 140 },
  },
  {
    ...{ line: 'Pabo Noord', owner: 'Ellen Mulder', point: outside, topic: 'stage_opleiden' },
    forWhom: 'studenten en wie hen begeleidt',
    better: 'Elk jaar blijven twee studenten bij ons invallen.',
    stops: 'Stages van andere opleidingen bij de kleuters.',
    why: 'We hebben nieuwe collega’s nodig.',
    ...{ hours: 30, ago: 346, seenIn: 200 },
  },
  {
    ...{ line: 'Onderwijsadvies Terp', owner: 'Nadia Bouzid', point: reading, topic: 'scholing_advies' },
    forWhom: 'het hele team',
    better: 'Na twee studiedagen leest elke groep elke dag een kwartier stil.',
    stops: 'De oude cursus begrijpend lezen.',
    why: 'Eén adviseur die ons kent, in plaats van losse cursussen.',
    ...{ hours: 12, ago: 345, seenIn: 80 },
  },
  {
    ...{ line: 'Kunstencentrum De Ketting', owner: 'Fenna Dijkstra', point: outside, topic: 'cultuureducatie' },
    forWhom: 'groep 3 tot en met 8',
    better: 'Elke groep staat één keer per jaar op het podium.',
    stops: 'De muzieklessen uit het boek.',
    why: 'Kinderen die stil zijn in de klas, zijn het daar niet.',
    ...{ hours: 20, ago: 345, seenIn: 160 },
  },
  {
    ...{ line: 'Bibliotheek Wilgenveen', owner: 'Lotte Kramer', point: reading, topic: 'leesmotivatie' },
    forWhom: 'alle groepen',
    better: 'Elke groep is in mei drie keer in de bibliotheek geweest.',
    stops: 'Zelf boeken kopen voor de gang.',
    why: 'Zij hebben de boeken, wij de kinderen.',
    ...{ hours: 12, ago: 344, seenIn: 180 },
  },
  {
    ...{ line: 'Voorleesvrijwilligers De Leesstoel', owner: 'Aylin Kaya', point: reading, topic: 'leesmotivatie' },
    forWhom: 'kleuters die thuis weinig worden voorgelezen',
    better: 'Elke kleutergroep heeft een vaste voorlezer.',
    stops: 'Niets: zij komen onder het spelen.',
    why: 'Het kost weinig en de kleuters vragen erom.',
    ...{ hours: 10, ago: 344, seenIn: 70 },
  },
  {
    ...{ line: 'Buurtsport Wilgenveen', owner: 'Bas Verhoeven', point: outside, topic: 'bewegen' },
    forWhom: 'groep 5 tot en met 8',
    better: 'Na een jaar sport de helft van de kinderen ook na school.',
    stops: 'De sportdag die we zelf bedachten.',
    why: 'Zij brengen kinderen naar een club, wij niet.',
    ...{ hours: 18, ago: 343, seenIn: 190 },
  },
  {
    ...{ line: 'Natuurcentrum De Wilgenhof', owner: 'Thijs Wolters', point: outside, topic: 'natuur' },
    forWhom: 'groep 1 tot en met 6',
    better: 'Elke groep was een ochtend buiten met een opdracht.',
    stops: 'Eén schoolreis naar de speeltuin.',
    why: 'Buiten leren ze wat in het boek niet lukt.',
    ...{ hours: 14, ago: 343, seenIn: 185 },
  },
  {
    ...{ line: 'Politie, wijkagent De Plas', owner: 'Nadia Bouzid', point: near, topic: 'overlast_omgeving' },
    forWhom: 'groep 7 en 8',
    better: 'Kinderen en ouders weten wie de wijkagent is en waar ze hem vinden.',
    stops: 'Niets: het zijn twee bezoeken per jaar.',
    why: 'Wie je kent, bel je eerder.',
    ...{ hours: 4, ago: 95, seenIn: 155 },
  },
  {
    ...{ line: 'Woonzorgcentrum Avondrood', owner: 'Mirjam Visser', point: near, topic: 'burgerschap_buurt' },
    forWhom: 'groep 4 en 6',
    better: 'Elke maand gaat een groep op bezoek, en de bewoners komen op ons feest.',
    stops: 'De kerstmarkt op school.',
    why: 'Beide kanten kijken ernaar uit.',
    ...{ hours: 12, ago: 342, seenIn: 125 },
  },
  {
    ...{ line: 'Meneer Sietsma (buurman met de moestuin)', owner: 'Thijs Wolters', point: near, topic: 'natuur' },
    forWhom: 'groep 5',
    better: 'De groep zaait, oogst en kookt één keer zelf.',
    stops: 'De plantenles uit het boek.',
    why: 'Leuker dan het boek, en om de hoek.',
    ...{ hours: 6, ago: 342, seenIn: 165 },
  },
]
