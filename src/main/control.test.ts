import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ioOf } from './commands.ts'
import { handOver, type Line, listenForCommands, socketOf } from './control.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'control-'))

const post = (body: string) =>
  new Promise<string>((resolve, reject) => {
    const knock = request({ socketPath: socketOf(dataDir), method: 'POST', path: '/' }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      answer.on('end', () => resolve(text))
    })
    knock.on('error', reject)
    knock.end(body)
  })

test('what is no order is answered in a sentence, and the house goes on', async (t) => {
  const control = listenForCommands(dataDir, async ({ args }, tell) => {
    tell({ say: args.join(' ') })
    return 0
  })
  t.after(() => {
    control.stop()
    rmSync(dataDir, { recursive: true })
  })
  for (const nonsense of ['garbage', '', 'null', '[]', '{"args":"x"}', '{"args":[],"cwd":1}'])
    assert.match(await post(nonsense), /"warn":.*\n\{"done":1\}/)
  const heard: Line[] = []
  assert.equal(await handOver(dataDir, { args: ['backup', 'x'], cwd: '/' }, (line) => heard.push(line)), 0)
  assert.deepEqual(heard, [{ say: 'backup x' }])
})

test('a file without an end is no file to bring', async () => {
  const { readFile } = ioOf({ args: [], cwd: '/' }, () => {}, new AbortController().signal)
  assert.equal(await readFile('/dev/zero'), undefined)
  assert.equal(await readFile('nergens'), undefined)
  assert.ok((await readFile(import.meta.filename))!.length > 100)
})
