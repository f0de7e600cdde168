// Lets Node run our .tsx files as they are: node --import ./bin/lib/load.mjs src/main/web.ts
// Node strips types from .ts by itself; only JSX needs a hand, and esbuild lends it. What was made once is kept in
// .cache, so that a second start is quick; the name of a kept file is the digest of what it was made from.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const cache = join(import.meta.dirname, '..', '..', '.cache')
enableCompileCache(join(cache, 'compiled'))

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return next(url, context)
    return { format: 'module', source: kept(fileURLToPath(url)), shortCircuit: true }
  },
})

function kept(file) {
  const text = readFileSync(file, 'utf8')
  const place = join(cache, 'jsx', `${createHash('sha256').update(file).update(text).digest('hex').slice(0, 32)}.js`)
  try {
    return readFileSync(place, 'utf8')
  } catch {
    return keep(place, made(file, text))
  }
}

const made = (file, text) =>
  transformSync(text, {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    target: 'node24',
    sourcemap: 'inline',
    sourcefile: file,
  }).code

// A cache that cannot be written, such as a read-only disk, is no reason to stop.
function keep(place, code) {
  try {
    mkdirSync(join(cache, 'jsx'), { recursive: true })
    writeFileSync(`${place}.${process.pid}`, code)
    renameSync(`${place}.${process.pid}`, place)
  } catch {}
  return code
}
