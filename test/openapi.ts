import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApi } from '../src/main/openapi.ts'

const file = ['docs', 'openapi.json'] as const
export const drawOpenApi = () => `${JSON.stringify(openApi(), null, 2)}\n`

/** Draws the document of the API anew. False when it had gone stale and CI is looking. */
export function redrawOpenApi(root: string): boolean {
  const path = join(root, ...file)
  const fresh = drawOpenApi()
  const kept = readOr(path)
  if (kept !== fresh) writeFileSync(path, fresh)
  return kept === fresh || !process.env['CI']
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
