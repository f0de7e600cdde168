import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readConfig, whichHouse } from '#kit/config/read.ts'
import { DirectoryInUse } from '#kit/db/lock.ts'
import { commandOf, commands, errandOf, errands, ioOf, obey } from './commands.ts'
import { handOver, type Line, type Order } from './control.ts'

const args = process.argv.slice(2)
async function main(): Promise<number> {
  if (args[0] === 'ask') return ask()
  const errand = errandOf(args)
  if (errand) return alone(errand)
  const command = commandOf(args)?.command
  if (!command) return explain()
  const settings = readConfig(process.env, args, join(import.meta.dirname, '..', '..'))
  if (!settings.ok) return complain(settings.sentences)
  const unclear = whichHouse(settings.config, args, existsSync)
  if (unclear.length) return complain(unclear)
  const order = {
    args: args.filter((arg) => arg !== '--empty' && arg !== '--demo'),
    cwd: process.cwd(),
    input: command.readsInput ? await typedIn() : undefined,
  }
  const byServer = settings.config.databaseUrl ? undefined : await handOver(settings.config.dataDir, order, hear)
  return byServer ?? here(settings.config, order)
}

/** Reads one question per line and answers each with one line of JSON. Needs no database and no server. */
async function ask(): Promise<number> {
  if (!args.includes('--json')) return complain(['Ask with: kortelijnen ask --json < questions.txt'])
  const { askLine } = await import('#rooms/signpost/answer/ask.ts')
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
    process.stdout.write(`${JSON.stringify(askLine(line))}\n`)
  return 0
}

async function here(config: Parameters<typeof import('./open.ts')['openHouse']>[0], order: Order): Promise<number> {
  const { openHouse } = await import('./open.ts')
  try {
    const house = await openHouse(config)
    const ended = await obey(order, { ...house, config }, hear, stopSignal())
    await house.db.close()
    return ended
  } catch (error) {
    if (error instanceof DirectoryInUse) return complain([error.message])
    throw error
  }
}

/** What only reckons needs neither settings nor house. */
async function alone({ command, rest }: NonNullable<ReturnType<typeof errandOf>>): Promise<number> {
  const input = command.readsInput ? await typedIn() : undefined
  return command.runAlone({ args: rest, io: ioOf({ args: rest, cwd: process.cwd(), input }, hear, stopSignal()) })
}

/** Ctrl-C once lets what is under way finish its step; twice ends at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}

async function typedIn(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('base64')
}

const hear = (line: Line) => {
  if ('say' in line) console.log(line.say)
  if ('warn' in line) console.error(line.warn)
}

function explain(): number {
  console.error(
    [
      'Usage: bin/kortelijnen COMMAND',
      '',
      '  ask --json',
      ...[...errands, ...commands].map(({ usage }) => `  ${usage}`),
      '',
      'Add --empty for the house that was started with --empty, and set what else it was started with.',
    ].join('\n'),
  )
  return 2
}

function complain(sentences: readonly string[]): number {
  for (const sentence of sentences) console.error(sentence)
  return 2
}

process.exitCode = await main()
