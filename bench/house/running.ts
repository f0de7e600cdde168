import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { childrenOf } from '../../test/postgres.ts'

export const root = join(import.meta.dirname, '..', '..')
export const secret = 'a secret of the bench, long enough to sign with'
const withTypes = ['--disable-warning=ExperimentalWarning', '--import', join(root, 'bin/lib/load.mjs')]
const ours =
  /^(DATABASE_|DATA_DIR|BASE_URL|PORT|HOST|SMTP_URL|SECRET|PROCESSES|DEVELOPMENT|TRUST_PROXY|NODE_TEST_CONTEXT)/
const clean = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)))

export type Env = Record<string, string>
export type Running = { url: string; pid: number; startup: number; stop: () => Promise<void> }

/** The whole program in a process of its own, as an operator starts it; with how long it took to open. */
export async function startHouse(env: Env): Promise<Running> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const began = performance.now()
  // The brake on writing would measure itself; all else is as it is in production.
  const how = { ...clean(), ...env, PORT: String(port), BASE_URL: url, SECRET: secret, DEVELOPMENT: '1' }
  const child = spawn(process.execPath, [...withTypes, 'src/main/web.ts'], {
    ...{ cwd: root, env: how, stdio: ['ignore', 'pipe', 'inherit'] },
  })
  await says(child, 'is open at')
  const startup = performance.now() - began
  child.stdout?.resume()
  return { url, pid: child.pid!, startup, stop: () => ended(child) }
}

/** One run of a command of the house, to its end. */
export async function command(env: Env, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [...withTypes, 'src/main/cli.ts', ...args], {
    ...{ cwd: root, env: { ...clean(), ...env }, stdio: ['ignore', 'inherit', 'inherit'] },
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`kortelijnen ${args.join(' ')} ended with ${code}`)
}

async function says(child: ChildProcess, wanted: string) {
  let said = ''
  child.stdout?.setEncoding('utf8')
  const heard = new Promise<void>((resolve, reject) => {
    const hear = (text: string) => {
      said += text
      if (!said.includes(wanted)) return
      child.stdout?.off('data', hear)
      resolve()
    }
    child.stdout?.on('data', hear)
    child.once('exit', () => reject(new Error(`The house did not open:\n${said}`)))
  })
  await heard
}

async function ended(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** Resident memory in MB, and all the seconds of processor, of a process and those it began. */
export function usage(pid: number): { memory: number; cpu: number } {
  const all = [pid, ...childrenOf(pid)].map(usageOf)
  return { memory: sum(all.map(({ memory }) => memory)), cpu: sum(all.map(({ cpu }) => cpu)) }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function usageOf(pid: number): { memory: number; cpu: number } {
  if (!existsSync(`/proc/${pid}/status`)) return { memory: Number.NaN, cpu: Number.NaN }
  const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 'NaN'
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  // Its own and of those it began and that have ended: without the last, a sum would go down when one of them ends.
  const cpu = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100
  return { memory: Number(memory) / 1024, cpu }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
