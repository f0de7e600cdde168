import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const tools = join(import.meta.dirname, 'tools')
type Packages = { dependencies: Record<string, string> }

/** The folder of a package that only tests need. All of them are fetched when one that every machine has is missing. */
export function toolAt(name: string): string | undefined {
  const at = (one: string) => join(tools, 'node_modules', one)
  const { dependencies } = JSON.parse(readFileSync(join(tools, 'package.json'), 'utf8')) as Packages
  if (![name, ...Object.keys(dependencies)].every((one) => existsSync(at(one))))
    spawnSync('npm', ['ci', '--ignore-scripts'], { cwd: tools, stdio: ['ignore', 'ignore', 'inherit'] })
  return existsSync(at(name)) ? at(name) : undefined
}
