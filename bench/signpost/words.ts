/** Makes data/language/dutch-words.bloom from the Debian word list (wdutch). Run once; needs the list at hand. */
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { bloomOf } from '../../src/kit/text/bloom.ts'
import { fold } from '../../src/kit/text/fold.ts'
import { dutchFile } from './corpus.ts'

const list = gunzipSync(readFileSync(process.argv[2] ?? 'wdutch.txt.gz')).toString('utf8')
/** Words written with a capital are names of people and places: no typing errors, but not ordinary either. */
const words = list
  .split('\n')
  .filter((word) => /^\p{Ll}/u.test(word))
  .map(fold)
const bytes = 400_000
writeFileSync(
  dutchFile,
  bloomOf(
    words.filter((word) => /^[a-z]{2,24}$/.test(word)),
    bytes,
  ),
)
