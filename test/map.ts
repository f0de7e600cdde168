import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { composes, ground, leansOn, quiet } from '#rooms/map.ts'

/** The map as people read it: rooms from the ground up, each with what it leans on. */
export function drawMap(): string {
  const rooms = Object.entries(leansOn) as [string, readonly string[]][]
  const kindOf = (room: string) =>
    (ground as readonly string[]).includes(room)
      ? 'ground'
      : (quiet as readonly string[]).includes(room)
        ? 'quiet'
        : (composes as readonly string[]).includes(room)
          ? 'composes'
          : 'open'
  const rows = rooms.map(([room, on]) => `| ${room} | ${kindOf(room)} | ${on.join(', ') || '–'} |`)
  const arrows = rooms.flatMap(([room, on]) =>
    on.filter((other) => !(ground as readonly string[]).includes(other)).map((other) => `  ${room} --> ${other}`),
  )
  return [
    '# The map',
    '',
    'Drawn by `bin/check` from `src/rooms/map.ts`. Arrows to the ground rooms (trade, organisations, people) are left out of the picture.',
    '',
    '```mermaid',
    'graph BT',
    ...arrows,
    '```',
    '',
    '| room | wing | leans on |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

/** Draws it anew. False when it had gone stale and CI is looking. */
export function redrawMap(root: string): boolean {
  const path = join(root, 'docs', 'map.md')
  const fresh = drawMap()
  const kept = (() => {
    try {
      return readFileSync(path, 'utf8')
    } catch {
      return ''
    }
  })()
  if (kept !== fresh) writeFileSync(path, fresh)
  return kept === fresh || !process.env['CI']
}
