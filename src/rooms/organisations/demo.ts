import type { Town } from '#kit/http/types.ts'
import { writeDown } from './actions.ts'

/** Wilgenveen: a board, a municipality with its departments, and two schools. All invented. */
export async function demo(town: Town) {
  await town.asKeeper(async (tx) => {
    const board = await writeDown(tx, {
      kind: 'board',
      name: 'Stichting Veen & Plas',
      place: 'Wilgenveen',
      source: 'typed',
      website: 'https://veenenplas.example',
    })
    const municipality = await writeDown(tx, {
      kind: 'municipality',
      name: 'Gemeente Wilgenveen',
      place: 'Wilgenveen',
      source: 'typed',
      phone: '0599 010 000',
    })
    const school = (name: string, street: string, houseNumber: string, phone: string) =>
      writeDown(tx, {
        kind: 'school',
        name,
        boardId: board,
        street,
        houseNumber,
        postcode: '9571 AZ',
        place: 'Wilgenveen',
        municipality: 'Wilgenveen',
        denomination: 'Algemeen bijzonder',
        phone,
        holidayRegion: 'Noord',
        source: 'typed',
      })
    town.remember('bestuur', board)
    town.remember('gemeente', municipality)
    town.remember('De Waterlelie', await school('De Waterlelie', 'Wilgenlaan', '14', '0599 010 114'))
    town.remember('Het Molentje', await school('Het Molentje', 'Molenpad', '3', '0599 010 203'))
  })
}
