// Lets Node run our .tsx files as they are: node --import ./bin/lib/load.mjs src/main/web.ts
// Node strips types from .ts by itself; only JSX needs a hand, and esbuild lends it. What was made once is kept in
// .cache, so that a second start is quick; the name of a kept file is the digest of what it was made from.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { transformSync } from 'esbuild'

const root = join(import.meta.dirname, '..', '..')
const cache = join(root, '.cache')
enableCompileCache(join(cache, 'compiled'))

const home = `${pathToFileURL(root).href}/`
const formats = { '.ts': 'module-typescript', '.tsx': 'module' }

registerHooks({
  // Where our own files stand we know (the same as `imports` in package.json says), and a package is looked for once for
  // all files of ours: Node would read its package.json again for each, which is most of the time loading takes.
  resolve(specifier, context, next) {
    const ours = urlOf(specifier, context.parentURL)
    const format = ours && formats[/\.tsx?$/.exec(ours)?.[0] ?? '']
    if (format) return { url: ours, format, shortCircuit: true }
    const theirs = context.conditions.includes('import') && besideInPackage(specifier, context.parentURL)
    if (theirs) return { url: theirs, format: 'module', shortCircuit: true }
    if (/^[./#]|:/.test(specifier)) return next(specifier, context)
    const asked = `${specifier} ${packageOf(context.parentURL)} ${context.conditions}`
    const known = found.get(asked) ?? next(specifier, context)
    found.set(asked, known)
    return { ...known, shortCircuit: true }
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return next(url, context)
    return { format: 'module', source: kept(fileURLToPath(url)), shortCircuit: true }
  },
})

const found = new Map()
const packageOf = (parent = '') => /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(parent)?.[0] ?? parent.startsWith(home)

/** A file beside another in a package of modules. */
function besideInPackage(specifier, parent) {
  if (!/^\.\.?\/.*\.m?js$/.test(specifier) || !parent?.includes('/node_modules/')) return undefined
  const url = new URL(specifier, parent).href
  return url.endsWith('.mjs') || holdsModules(url.slice(0, url.lastIndexOf('/'))) ? url : undefined
}

const holding = new Map()
/** What the nearest package.json says of the .js files in a folder, read once for each. */
function holdsModules(folder) {
  if (!holding.has(folder)) holding.set(folder, typeOf(folder))
  return holding.get(folder)
}
function typeOf(folder) {
  const file = fileURLToPath(`${folder}/package.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).type === 'module'
  return !folder.endsWith('/node_modules') && holdsModules(folder.slice(0, folder.lastIndexOf('/')))
}

function urlOf(specifier, parent) {
  if (!parent?.startsWith(home) || parent.includes('/node_modules/')) return undefined
  if (specifier.startsWith('#test/')) return `${home}${specifier.slice(1)}`
  if (specifier.startsWith('#')) return `${home}src/${specifier.slice(1)}`
  return /^\.\.?\//.test(specifier) ? new URL(specifier, parent).href : undefined
}

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
