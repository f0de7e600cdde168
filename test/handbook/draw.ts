import { learnLanguages } from '../../src/main/languages.ts'
import { findBrowser } from '../browser.ts'
import { takeAll } from './album.ts'
import { pictures } from './pictures.ts'

/** `bin/handbook`: all pictures of the handbook, of this version. */
process.env['TEST_BROWSER'] ??= findBrowser()
await learnLanguages()
await takeAll(pictures, (line) => console.log(line))
process.exit(0)
