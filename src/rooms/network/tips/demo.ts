import type { Town } from '#kit/http/types.ts'
import { dayPlus } from '#kit/time/day.ts'
import { giveTip } from './actions.ts'

/** What colleagues say of partners: a few lines, one so old that its author is asked about it. */
const given = [
  {
    by: 'Nadia Bouzid',
    of: 'De Waterlelie: Gemeente Wilgenveen, huisvesting',
    line: 'Op maandagochtend zitten ze bij elkaar: dan weet je het dezelfde dag.',
    ago: 390,
    stage: 'whole',
    topic: 'huisvesting',
  },
  {
    by: 'Joost Hendriks',
    of: 'De Waterlelie: Bibliotheek Wilgenveen',
    line: 'De rondleiding achter de schermen is leuk en gratis. Boek een maand vooruit.',
    ago: 150,
    stage: 'upper',
    topic: 'leesmotivatie',
  },
  {
    by: 'Fenna Dijkstra',
    of: 'De Waterlelie: Museum Het Turfschip',
    line: 'Vraag naar de klei-les, die staat niet op de website. Neem oude schorten mee.',
    ago: 60,
    stage: 'middle',
    topic: 'cultuureducatie',
  },
  {
    by: 'Joost Hendriks',
    of: 'De Waterlelie: Natuurcentrum De Wilgenhof',
    line: 'Vorig jaar op de fiets gegaan, dat is een half uur. De leskist kun je ook lenen.',
    ago: 390,
    stage: 'upper',
    topic: null,
  },
  {
    by: 'Ilse Wagenaar',
    of: 'Het Molentje: Peuteropvang Het Molenwiekje',
    line: 'Samen voorlezen op vrijdagochtend werkt goed, een kwartier is lang genoeg.',
    ago: 40,
    stage: 'lower',
    topic: null,
  },
  {
    by: 'Ilse Wagenaar',
    of: 'Het Molentje: Molenaar Van Dam',
    line: 'De molen kan met een halve groep tegelijk. Trek dichte schoenen aan.',
    ago: 200,
    stage: 'whole',
    topic: null,
  },
] as const

export async function demo(town: Town) {
  for (const { by, of, line, ago, stage, topic } of given) {
    const today = dayPlus(town.today, -ago)
    const said = { line, stage, topic, usedOn: `${today.slice(0, 7)}-01`, today }
    const told = await town.as(town.actors.get(by)!, (tx, me) => giveTip(tx, me, town.recall(of), said))
    if (!told.ok) throw new Error(`${by} could not give a tip about ${of}: ${told.because}`)
  }
}
