import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { guessType } from './guesstype.ts'
import { TYPE_WORDS } from './typewords.ts'

test('every type of the trade has words, and no other', () => {
  const types = JSON.parse(
    readFileSync(new URL('../../trade/content/partner-types.json', import.meta.url), 'utf8'),
  ) as { id: string }[]
  assert.deepEqual(Object.keys(TYPE_WORDS).sort(), types.map(({ id }) => id).sort())
})

test('no word belongs to two types', () => {
  const words = Object.values(TYPE_WORDS).flatMap((list) => list.split(', '))
  const twice = words.filter((word, at) => words.indexOf(word) !== at)
  assert.deepEqual(twice, [])
})

test('partners as schools write them', () => {
  const cases: [string, string, string][] = [
    ['GGD Oeverland', '', 'jgz'],
    ['GGD Oeverland', 'infectieziekten', 'ggd_infectie'],
    ['GGD', 'adviseur Gezonde School', 'ggd_gezonde_school'],
    ['Gemeente Oeverdam', '', 'gem_onderwijs'],
    ['Gemeente Oeverdam', 'leerplichtambtenaar', 'gem_leerplicht'],
    ['Gemeente Oeverdam', 'schuldhulpverlening', 'gem_inkomen'],
    ['Logopediepraktijk Spraakwater', '', 'logopedist'],
    ['De Bibliotheek Oeverdam', '', 'bibliotheek'],
    ['Samenwerkingsverband Waterkant', '', 'swv'],
    ['Politie', 'wijkagent', 'wijkagent'],
    ['Buurtteam Zuid', '', 'wijkteam'],
    ['CJG Oeverdam', '', 'cjg'],
    ['Veilig Thuis Oeverland', 'meldcode', 'veilig_thuis'],
    ['Muziekschool De Toon', '', 'kunstencentrum'],
    ['KDV De Eendjes', '', 'kdv_ve'],
    ['Bakkerij Korst', '', 'bedrijf'],
    ['VV Oeverdam', '', 'sportvereniging'],
    ['Pabo Oeverstad', '', 'pabo'],
    ['Mevrouw Post', 'buurvrouw', 'buurtbewoners'],
    ['Sportservice Oeverland', '', 'buurtsportcoach'],
    ['Stichting Leergeld', '', 'armoedefonds'],
    ['Jeugdfonds Sport & Cultuur', '', 'armoedefonds'],
    ['Ergotherapie voor Kids', '', 'ergotherapeut'],
    ['Kinderfysio De Beweging', '', 'kinderfysio'],
    ['Kinderboerderij De Geit', '', 'nme'],
  ]
  for (const [name, text, type] of cases) assert.equal(guessType(name, text).type, type, `${name} ${text}`)
})

test('what says nothing is not guessed, what says little is not sure', () => {
  assert.deepEqual(guessType('De Toverbal'), { type: null, sure: 0 })
  assert.ok(guessType('Gemeente Oeverdam').sure < 0.7)
  assert.ok(guessType('Stichting De Brug').sure < 0.7)
  assert.ok(guessType('Logopedie Oeverdam').sure > 0.7)
})
