// What every command in bin/ needs first: the packages, and a Node that can run the product.
// Plain CommonJS so that any Node from 20 on can read it. Safe to run as often as you like.
'use strict'
const { createHash } = require('node:crypto')
const { spawn, spawnSync } = require('node:child_process')
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')

const root = join(__dirname, '..', '..')
const wanted = 24

const step = (sentence) => process.stderr.write(`· ${sentence}\n`)

function stop(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

/** Installs what a lock file names, unless exactly that is there already. */
function install(folder, what) {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
  const stamp = join(folder, 'node_modules', '.kortelijnen')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  step(what)
  const { status } = spawnSync('npm', ['ci'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: '' },
  })
  if (status !== 0)
    stop('npm could not fetch the packages. Is this machine connected to the npm registry? Then try again.')
  mkdirSync(join(folder, 'node_modules'), { recursive: true })
  writeFileSync(stamp, lock)
}

/** The Node that runs the product: this one when it is new enough, else one fetched once into runtime/. */
function rightNode() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  const runtime = join(root, 'runtime')
  const node = join(runtime, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node')
  install(runtime, `Fetching Node ${wanted} (this machine has ${process.versions.node})`)
  if (!existsSync(node))
    stop(`Korte Lijnen needs Node ${wanted} or newer on ${process.platform}-${process.arch}: see https://nodejs.org`)
  return node
}

function prepare() {
  const [major] = process.versions.node.split('.')
  if (Number(major) < 20) stop(`Korte Lijnen needs Node 20 or newer to start; this is ${process.versions.node}.`)
  install(root, 'Fetching the packages')
  return rightNode()
}

/** The arguments that let Node read our TypeScript and JSX as they are. */
const withTypes = ['--disable-warning=ExperimentalWarning', '--import', join(root, 'bin', 'lib', 'load.mjs')]

/** npm does not pass SIGTERM on: when our parent or its parent disappears, we stop too. */
function watchParents(stopNow) {
  const grandparent = () => {
    try {
      return readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ')[1].split(' ')[1]
    } catch {
      return undefined
    }
  }
  const parent = process.ppid
  const above = grandparent()
  if (parent === 1 || !process.env.npm_lifecycle_event) return
  setInterval(() => {
    if (process.ppid !== parent || grandparent() !== above) stopNow()
  }, 500).unref()
}

/** Runs one of our TypeScript programs, passes signals on and ends as it ends. */
function run(program, args, env = {}) {
  const node = prepare()
  const child = spawn(node, [...withTypes, join(root, program), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  watchParents(() => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

module.exports = { prepare, root, run, step, stop, withTypes }
