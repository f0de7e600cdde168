import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { markFile } from '#ui/mark.tsx'
import { settle, trim } from '#ui/trim.ts'

/** A file for the browser. Its path changes with its content, so it may be kept for ever. */
export type Asset = { path: string; body: string; gzip: Uint8Array<ArrayBuffer>; type: string }
/** `lean` is for pages that stand by themselves and must be light; `drawing` comes only where something is drawn. */
export type Assets = {
  css: Asset
  js: Asset
  icon: Asset
  lean: { css: Asset; js: Asset }
  drawing: { js: Asset; worker: Asset }
}

let made: Promise<Assets> | undefined

/** Style, script and icon, bundled once per process and held in memory. */
export function assets(): Promise<Assets> {
  made ??= make()
  return made
}

async function make(): Promise<Assets> {
  const [css, js] = await Promise.all([bundle('style.css'), bundle('browser.ts')])
  const [leanCss, leanJs] = await Promise.all([bundle('lean.css'), bundle('lean-browser.ts')])
  const [stage, worker] = await Promise.all([bundle('drawing/stage.ts'), bundle('drawing/layout-worker.ts')])
  return {
    css: asset('style', 'css', settle(css)),
    js: asset('browser', 'js', js),
    icon: asset('icon', 'svg', markFile),
    lean: { css: asset('lean', 'css', leanCss), js: asset('lean', 'js', leanJs) },
    drawing: { js: asset('drawing', 'js', stage), worker: asset('layout', 'js', worker) },
  }
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    legalComments: 'none',
    target: ['chrome109', 'firefox115', 'safari15.4'],
    logLevel: 'error',
    plugins: [onlyWhatIsWorn],
  })
  return result.outputFiles[0]?.text ?? ''
}

const onlyWhatIsWorn: Plugin = {
  name: 'only-what-is-worn',
  setup(builder) {
    builder.onLoad({ filter: /@utrecht[\\/].*\.css$/ }, async ({ path }) => ({
      contents: trim(await readFile(path, 'utf8')),
      loader: 'css',
    }))
  },
}

const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }

function asset(name: string, ending: keyof typeof types, body: string): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  return { path: `/assets/${name}-${hash}.${ending}`, body, gzip: gzipSync(body, { level: 9 }), type: types[ending] }
}
