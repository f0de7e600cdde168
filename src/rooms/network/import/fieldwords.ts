import type { Field } from './fields.ts'

/** The heads schools put above their columns, in small letters without signs. */
const LISTS: Record<Field, string> = {
  name: 'naam, partner, instelling, organisatie, naam partner, naam instelling, naam organisatie, instantie, externe, externe partij, externen, partij, samenwerkingspartner, samenwerkingspartners, partners, bedrijf, naam bedrijf, name, organisation, organization, externe partner, netwerkpartner, welke organisatie, van welke organisatie, praktijk, club, vereniging, naam externe, ketenpartner, instellingen, organisaties',
  form: 'vorm, form',
  type: 'type, partnertype, type partner',
  kind: 'soort, soort partner, soort organisatie, soort instelling, categorie, discipline, waarvoor, expertise, specialisme, dienst, functie organisatie, wat, kind, wat doen ze, wat doen zij, rubriek, omschrijving, aanbod, vakgebied',
  sector: 'sector, domein, branche, gebied, thema',
  address:
    'adres, bezoekadres, adresgegevens, address, locatie, postadres, pc plaats, postcode plaats, postcode en plaats, pc woonplaats, adres en plaats, naw',
  street: 'straat, straatnaam, street',
  houseNumber: 'huisnummer, huisnr, nr, nummer, huisnummer toevoeging, hnr, house number, huis nr, no',
  postcode: 'postcode, pc, postal code, zip',
  place: 'plaats, woonplaats, vestigingsplaats, stad, dorp, city, town',
  website: 'website, site, web, internet, url, webadres, www, internetadres, webpagina',
  phone:
    'telefoon, tel, telefoonnummer, telnr, tel nr, tel nummer, telefoonnr, phone, mobiel, 06, telefoon algemeen, algemeen nummer, tel algemeen, 06 nummer, algemeen telefoonnummer',
  mail: 'mail, e mail, email, mailadres, e mailadres, emailadres, e mail adres, email adres, mail algemeen, algemeen mailadres, algemene mail',
  reach:
    'tel mail, telefoon mail, mail tel, mail telefoon, tel e mail, telefoon e mail, telefoon en mail, telefoon email, tel email, contactgegevens, gegevens, bereikbaar via, tel en mail, e mail tel, e mail telefoon, contact details, tel mailadres, telefoon mailadres, mail en telefoon',
  levels: 'niveau, niveaus, niveau samenwerking, level, levels, leerling groep school, voor wie',
  scale: 'schaal, afstand, scale, reikwijdte, nabijheid, bereik',
  obligation: 'verplicht, verplichting, verplicht of vrij, verplicht vrij, obligation, wettelijk, verplicht ja nee',
  motives: 'motief, motieven, reden, doel, waarom, motives, reden samenwerking, doel samenwerking, waarom samen',
  topics:
    'onderwerp, onderwerpen, vragen, thema s, topics, voor welke vragen, bij welke vragen, hulpvraag, hulpvragen, waarvoor bellen, onderwerpen vragen',
  since:
    'sinds, sedert, vanaf, start, begin, since, startdatum, samenwerking sinds, datum, partner sinds, ingangsdatum, jaar',
  ends: 'loopt t m, loopt tot, loopt tot en met, loopt af, looptijd, einddatum, eind datum, geldig tot, geldig t m, contract tot, contract t m, contract loopt tot, tot en met, t m, afloop, afloopdatum, einde contract, einde samenwerking, samenwerking tot, end date, ends, runs until, valid until',
  spoken:
    'laatst gesproken, laatste contact, laatst contact, laatste gesprek, laatst gezien, laatst gebeld, laatste afspraak, contactmoment, contactmomenten, laatste contactmoment, gesproken op, voor het laatst gesproken, datum laatste contact, last contact, last spoken, last contacted',
  owner:
    'contact via, loopt via, via, eigenaar, wie bij ons, van school, wie van school, van onze school, contact bij ons, contactpersoon bij ons, collega, wie van ons, verantwoordelijke, verantwoordelijk, relatiebeheerder, interne contactpersoon, intern, contactpersoon school, contact school, owner, onze contactpersoon, wie heeft contact, wie onderhoudt contact, lijntje, beheerder, wie belt, aanspreekpunt school, contactpersoon intern, aanspreekpunt bij ons, wie school, intern contact, bij ons',
  deputy:
    'vervanger, achterwacht, vervanging, deputy, tweede contactpersoon bij ons, vervanger bij ons, backup, back up',
  presence:
    'aanwezig, aanwezigheid, dagen, in huis, dagen in huis, op school, dagen aanwezig, spreekuur, presence, aanwezig op, wanneer in huis, dag tijd, dag en tijd, tijden, op school op, wanneer, dagen en tijden, dagen tijden, werkdagen',
  presenceDay: '',
  from: 'van, begintijd, tijd van, from, vanaf tijd',
  until: 'tot, eindtijd, tijd tot, until, tot tijd',
  room: 'ruimte, lokaal, kamer, room, waar in huis, plek, werkplek, spreekkamer',
  note: 'notitie, opmerking, opmerkingen, bijzonderheden, toelichting, note, notes, overig, aantekeningen, afspraken, extra info, info, notities, bijz, opm, ervaring',
  reply:
    'reageert, reageert binnen, reageert meestal, reactietijd, reactie binnen, antwoordt binnen, responstijd, response time',
  partOf: 'onderdeel van, valt onder, hoort bij, afdeling van, moederorganisatie, part of',
  contact:
    'contact, contactpersoon, contactpersonen, contactpers, contactpers en, contactpersoon en, contact persoon, contacten, aanspreekpunt, aanspreekpersoon, cp, vaste contactpersoon, wie, contactperson, wie daar, wie bij hen, hun contactpersoon, persoon, personen, namen',
  contactName: 'naam contactpersoon, contactpersoon naam, naam contact, contact naam',
  contactWork: 'functie, functie contactpersoon, rol, contact functie, functie rol',
  contactPhone: 'telefoon contactpersoon, contact telefoon, doorkiesnummer, direct nummer, mobiel contactpersoon',
  contactMail: 'mail contactpersoon, contact mail',
  contactReach: 'gegevens contactpersoon, contact gegevens, contactgegevens contactpersoon',
  contactDays: 'contact dagen, werkdagen contactpersoon, dagen contactpersoon',
  contactMoment: 'contact bereikbaar, bereikbaar, bereikbaarheid, beste moment',
}

export const FIELD_WORDS = Object.fromEntries(
  Object.entries(LISTS).map(([field, words]) => [field, words === '' ? [] : words.split(', ')]),
) as unknown as Record<Field, readonly string[]>
