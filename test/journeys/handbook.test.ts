import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { aHouseOnTuesday, digestOf, digestOfPage, fileOf, folder, goTo, keptAlbum } from '../handbook/album.ts'
import { pictures } from '../handbook/pictures.ts'

/** The pictures of the handbook are of this version. When one is not: `bin/handbook` takes them anew. */
test('every picture of the handbook shows the page as it is now', { timeout: 240_000 }, async () => {
  const [house, album, stale] = [await aHouseOnTuesday(), keptAlbum(), [] as string[]]
  for (const picture of pictures) {
    const { page, faults, close } = await goTo(house, picture)
    if (album[picture.name]?.page !== (await digestOfPage(page))) stale.push(picture.name)
    assert.deepEqual(faults, [])
    await close()
  }
  assert.deepEqual(stale, [], 'these pages changed since their picture was taken: run bin/handbook')
})

test('every file is the one that was taken, and every picture is shown somewhere', () => {
  const album = keptAlbum()
  assert.deepEqual(Object.keys(album).sort(), pictures.map(({ name }) => name).sort())
  for (const [name, { file }] of Object.entries(album)) assert.equal(digestOf(readFileSync(fileOf(name))), file, name)
  const files = globSync('*.png', { cwd: folder }).map((file) => basename(file, '.png'))
  assert.deepEqual(files.sort(), Object.keys(album).sort(), 'no picture lies about that nobody takes')
  const told = globSync('**/*.md', { cwd: join(folder, '..') })
    .map((file) => readFileSync(join(folder, '..', file), 'utf8'))
    .join('\n')
  const unseen = pictures.filter(({ name }) => !told.includes(`beelden/${name}.png`)).map(({ name }) => name)
  assert.deepEqual(unseen, [], 'the handbook shows none of these')
})
