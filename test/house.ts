import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The house as the architecture tests see it: every source file with its text. */
export type House = { path: string; text: string }[]
export type Map_ = {
  leansOn: Record<string, readonly string[]>
  ground: readonly string[]
  quiet: readonly string[]
  composes: readonly string[]
}

const root = join(import.meta.dirname, '..')
export const theHouse = (): House =>
  globSync('src/**/*.{ts,tsx}', { cwd: root })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const floors = ['kit', 'ui', 'rooms', 'main']
const floorOf = (path: string) => floors.indexOf(path.split('/')[1] ?? '')
const roomOf = (path: string) =>
  path.startsWith('src/rooms/') && path.split('/').length > 3 ? path.split('/')[2]! : undefined
const isTest = ({ path }: { path: string }) => /\.test\.tsx?$/.test(path)
const live = (house: House) => house.filter((file) => !isTest(file))
/** Text without comments, so that a word of warning is not a breach. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
const arrows = (house: House) =>
  house.flatMap(({ path, text }) =>
    [...code(text).matchAll(/(?:from|import)\s*\(?\s*'#([^']+)'/g)].map(([, to]) => ({
      path,
      to: to!.startsWith('test/') ? to! : `src/${to}`,
    })),
  )

const vocabulary =
  /^(door|tables|access|rules|queries|actions|forms|routes|api|room|jobs|listens|commands|demo)\.tsx?$|^(pages|mails)\/[a-z0-9-]+\.tsx?$|^words\/(nl|en|words)\.ts$|^content\/|\.test\.tsx?$/
/** Inner engines: pure folders, plain functions. */
const engines = [
  'matcher',
  'safety',
  'answer',
  'import',
  'duo',
  'privacy',
  'measures',
  'graphfiles',
  'ical',
  'finder',
  'timetable',
  'sketch',
]

type Look = (house: House, map: Map_) => string[]

export const breaches = {
  'arrows point down: main → rooms → ui → kit': (house) =>
    arrows(house)
      .filter(({ path, to }) => to.startsWith('src/') && floorOf(to) > floorOf(path))
      .map(({ path, to }) => `${path} reaches up to ${to}`),

  'rooms enter one another by the door only, as drawn on the map': (house, map) =>
    arrows(live(house)).flatMap(({ path, to }) => {
      const [from, other] = [roomOf(path), roomOf(to)]
      if (!from || !other || from === other) return []
      if (to !== `src/rooms/${other}/door.ts`) return [`${path} climbs in through ${to}`]
      return map.leansOn[from]?.includes(other) ? [] : [`${from} → ${other} is not on the map`]
    }),

  'a door has at most twelve names, each named': (house) =>
    house
      .filter(({ path }) => /\/door\.ts$/.test(path))
      .flatMap(({ path, text }) => {
        const names = [...code(text).matchAll(/export\s+(?:type\s+)?\{([^}]*)\}/g)].flatMap(([, list]) =>
          list!
            .split(',')
            .map((n) => n.trim())
            .filter(Boolean),
        )
        const values = names.filter((name) => !name.startsWith('type '))
        return [
          ...(/export \*/.test(code(text)) ? [`${path} exports everything`] : []),
          ...(values.length > 12 ? [`${path} has ${values.length} names`] : []),
        ]
      }),

  'the map has no circles': (_, { leansOn }) => {
    const found: string[] = []
    const visit = (room: string, trail: string[]): void => {
      if (trail.includes(room)) return void found.push([...trail, room].join(' → '))
      for (const next of leansOn[room] ?? []) if (!found.length) visit(next, [...trail, room])
    }
    for (const room of Object.keys(leansOn)) visit(room, [])
    return found
  },

  'no open room leans on a quiet one': (_, { leansOn, quiet }) =>
    Object.entries(leansOn).flatMap(([room, on]) =>
      quiet.includes(room)
        ? []
        : on
            .filter((other) => quiet.includes(other))
            .map((other) => `${room} would come to know about children through ${other}`),
    ),

  'every room uses the same words for its parts': (house) =>
    house.flatMap(({ path }) => {
      const room = roomOf(path)
      if (!room) return []
      const inside = path.split('/').slice(3)
      if (engines.includes(inside[0]!)) return []
      // An inner room has the same vocabulary as the room around it.
      const part =
        inside.length > 1 && !/^(pages|mails|words|content)$/.test(inside[0]!)
          ? inside.slice(1).join('/')
          : inside.join('/')
      return vocabulary.test(part) ? [] : [path]
    }),

  'rules know no clock, database, HTTP or words': (house) =>
    live(house)
      .filter(({ path }) => /\/rules\.ts$/.test(path) || engines.some((engine) => path.includes(`/${engine}/`)))
      .flatMap(({ path, text }) =>
        /from '(drizzle-orm|hono|#kit\/(db|http)|[^']*\/words\/)|new Date\(\)|Date\.now\(\)/.test(code(text))
          ? [path]
          : [],
      ),

  'pages wait for nothing and ask no database': (house) =>
    house
      .filter(({ path }) => /\/pages\//.test(path))
      .flatMap(({ path, text }) =>
        /\bawait\b|from '(drizzle-orm|#kit\/db|[^']*\/actions\.ts)/.test(code(text)) ? [path] : [],
      ),

  'a page holds no text of its own': (house) =>
    house
      .filter((file) => /\/pages\/.*\.tsx$|^src\/ui\/(?!examples)[^/]*\.tsx$/.test(file.path) && !isTest(file))
      .flatMap(({ path, text }) =>
        [...code(text).matchAll(/>\s*([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’',]+(?:\s+[A-Za-zÀ-ÿ’',]+)+[.!?]?)\s*</g)].map(
          ([, words]) => `${path}: ${words}`,
        ),
      ),

  'a room writes its own tables only, and in actions only': (house) =>
    live(house)
      .filter(({ path }) => roomOf(path))
      .flatMap(({ path, text }) => {
        const own = [...code(text).matchAll(/import \{([^}]*)\} from '\.{1,2}\/tables\.ts'/g)]
          .map(([, names]) => names)
          .join(',')
        return [
          ...code(text).matchAll(
            /\btx\s*\.(?:insert|update|delete)\((\w+)\)|\binsertMany\(\s*tx,\s*(\w+)|\.(?:insert|update|delete)\((\w+)\)\.(?:values|set|where)/g,
          ),
        ].flatMap(([, a, b, c]) => {
          const table = a ?? b ?? c!
          if (!/(^|\/)actions\.ts$/.test(path)) return [`${path} writes ${table}`]
          return new RegExp(`\\b${table}\\b`).test(own) ? [] : [`${path} writes into another room: ${table}`]
        })
      }),

  'rooms that compose write nothing and own no tables': (house, { composes }) =>
    house
      .filter(({ path }) => composes.includes(roomOf(path) ?? '') && /\/(tables|actions|access)\.ts$/.test(path))
      .map(({ path }) => path),

  'main knows each room by its nameplate or door': (house) =>
    arrows(live(house))
      .filter(
        ({ path, to }) =>
          path.startsWith('src/main/') && roomOf(to) && !/\/(room|door)\.ts$|\/answer\/ask\.ts$/.test(to),
      )
      .map(({ path, to }) => `${path} enters ${to}`),

  'nothing but tests leans on the tests': (house) =>
    arrows(live(house))
      .filter(({ to }) => to.startsWith('test/'))
      .map(({ path }) => path),

  'the keeper lets in and does no other work for people': (house) =>
    live(house)
      .filter(
        ({ path, text }) => roomOf(path) && !['welcome'].includes(roomOf(path)!) && /c\.var\.asKeeper/.test(code(text)),
      )
      .map(({ path }) => path),

  'kit and ui know no words of the trade': (house) =>
    house
      .filter(({ path }) => /^src\/(kit|ui)\//.test(path) && !/\.test\.tsx?$|examples/.test(path))
      .flatMap(({ path, text }) =>
        [
          ...code(text).matchAll(/\b(teacher|pupil|leerkracht|leerling|partners?|schools|signpost|municipality)\b/gi),
        ].map(([word]) => `${path}: ${word}`),
      ),

  'no file is longer than 300 lines': (house) =>
    house
      .filter(({ path, text }) => !/\/words\//.test(path) && text.split('\n').length > 301)
      .map(({ path, text }) => `${path}: ${text.split('\n').length}`),

  'no default exports but controllers, no any, no sleeping tests': (house) =>
    house.flatMap(({ path, text }) => {
      const found = [
        /^export default/m.test(code(text)) && !/_controller\.ts$/.test(path) ? 'default export' : '',
        /:\s*any\b|\bas any\b|<any>/.test(code(text)) ? 'any' : '',
        /\b(test|it|describe)\.(skip|only|todo)\b/.test(code(text)) ? 'sleeping test' : '',
      ].filter(Boolean)
      return found.map((what) => `${path}: ${what}`)
    }),

  'addresses are nouns': (house) =>
    house
      .filter(({ path }) => /\/routes\.tsx$/.test(path))
      .flatMap(({ path, text }) =>
        [...code(text).matchAll(/\.(?:get|post|put|delete)\(\s*'([^']*)'/g)]
          .filter(([, address]) => !/^(\/|(\/(:[a-zA-Z]+|[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)?))+)$/.test(address!))
          .map(([, address]) => `${path}: ${address}`),
      ),

  'nothing from a question goes into a URL or a log': (house) =>
    live(house)
      .filter(({ path }) => roomOf(path) === 'signpost')
      .flatMap(({ path, text }) =>
        /console\.|req\.query\(['"](q|question|vraag)|\?(q|question|vraag)=/.test(code(text)) ? [path] : [],
      ),
} satisfies Record<string, Look>
