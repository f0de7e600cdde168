import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { type Model, modelOf } from '../matcher/model.ts'
import { unpacked } from '../matcher/sections.ts'

let loaded: Model | undefined

/** What the matcher learned, read from its file the first time somebody asks. */
export function model(): Model {
  loaded ??= modelOf(unpacked(brotliDecompressSync(readFileSync(new URL('../content/model.bin.br', import.meta.url)))))
  return loaded
}
