import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** A Chromium on this machine, or one obtained now. Set CHROME_PATH to name one yourself. */
export function findBrowser(): string {
  return found() ?? obtained() ?? refuse()
}

function found(): string | undefined {
  const named = process.env['CHROME_PATH']
  const playwright = globSync(join(homedir(), '.cache/ms-playwright/chromium-*/chrome-linux*/chrome'))
  return [...(named ? [named] : []), ...usual, ...playwright].find((path) => existsSync(path))
}

/** Debian and its kin: the package, when we may install one. */
function obtained(): string | undefined {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('  Fetching Chromium with apt-get')
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (found()) return found()
  }
  console.log('  Fetching Chromium with Playwright')
  spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../node_modules/playwright-core/cli.js'), 'install', 'chromium'],
    { stdio: 'ignore', timeout: 300_000 },
  )
  return found()
}

function refuse(): never {
  throw new Error(
    'There is no Chromium here and none could be fetched. Install one, or set CHROME_PATH to where it is.',
  )
}
