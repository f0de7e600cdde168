import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const withTypes = ['--disable-warning=ExperimentalWarning', '--import', join(root, 'bin/lib/load.mjs')]

export type Env = Record<string, string>
export type Running = {
  url: string
  said: () => string
  child: ChildProcess
  kill: () => Promise<void>
  stop: () => Promise<number | null>
}

/** The whole program, as an operator would start it; waits until it is open. */
export async function start(env: Env): Promise<Running> {
  const child = spawn(process.execPath, [...withTypes, join(root, 'src/main/web.ts')], {
    cwd: root,
    env: { ...clean(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'exit')
  const url = env['BASE_URL']!
  for (let waited = 0; ; waited += 1) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`It did not start:\n${said}`)
    if (said.includes('is open at')) break
    if (waited > 1200) throw new Error(`It did not start within a minute:\n${said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    const [code] = await ended
    return code as number | null
  }
  return { url, child, said: () => said, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') }
}

/** One run of a program to its end. */
export function run(program: 'src/main/web.ts' | 'bin/kortelijnen', env: Env, ...args: string[]) {
  const how = program.startsWith('bin/') ? [] : withTypes
  const { status, stdout, stderr } = spawnSync(process.execPath, [...how, join(root, program), ...args], {
    cwd: root,
    env: { ...clean(), ...env },
    encoding: 'utf8',
    timeout: 120_000,
  })
  return { status, said: stdout + stderr }
}

const ours = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATA_DIR',
  'BASE_URL',
  'PORT',
  'HOST',
  'SMTP_URL',
  'NODE_TEST_CONTEXT',
]
const clean = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name))) as Env

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

/** A browser without a screen: keeps its cookies, follows nothing. */
export function browser(url: string) {
  const jar = new Map<string, string>()
  const ask = async (path: string, fields?: Record<string, string>) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(url + path, {
      redirect: 'manual',
      headers: { origin: url, ...(cookie ? { cookie } : {}) },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() }
  }
  return { ask }
}
