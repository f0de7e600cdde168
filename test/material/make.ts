/** Writes the workbooks among the messy files: node --import ./bin/lib/load.mjs test/material/make.ts */
import writeXlsx from 'write-excel-file/node'

const here = (name: string) => new URL(name, import.meta.url).pathname
const day = (iso: string, format: string) => ({ value: new Date(`${iso}T00:00:00Z`), format })
const text = (value: string) => ({ value })
const over = (value: string, rowSpan: number) => ({ value, rowSpan })
const wide = (value: string, columnSpan: number) => ({ value, columnSpan })

await writeXlsx([
  [wide('Partners van KC De Waterlelie', 7), null, null, null, null, null, null],
  [null, null, null, null, null, null, null],
  [text(''), wide('Contactpersoon', 3), null, null, text(''), text(''), text('')],
  [
    text('Organisatie'),
    text('naam'),
    text('telefoon'),
    text('e-mail'),
    text('Nr.'),
    text('Sinds'),
    text('Wie van ons'),
  ],
  [wide('Jeugdhulp', 7), null, null, null, null, null, null],
  [
    over('Schoolmaatschappelijk werk De Steiger', 2),
    text('Noor Bos (di, do)'),
    { value: 612345601, format: '0000000000' },
    text('noor@desteiger.example'),
    day('2026-05-12', 'd-mmm'),
    day('2018-09-03', 'dd-mm-yyyy'),
    text('Anja'),
  ],
  [null, text('Sem Dijk'), text('06 - 12 34 56 02'), text('sem@desteiger.example'), null, null, text('Anja')],
  [
    text('Jeugd-ggz Het Anker'),
    text('Mw. drs. P. Zee\nDhr. K. Lindeman (achterwacht)'),
    text('0299-345601\n0299-345602'),
    text('zee@hetanker.example; lindeman@hetanker.example'),
    day('2019-03-01', 'mmm-yy'),
    { value: 2020 },
    text('Anja'),
  ],
  [null, null, null, null, null, null, null],
  [wide('Sport', 7), null, null, null, null, null, null],
  [text('VV Oeverdam'), text('kantine'), text('0299-345603'), null, { value: 7 }, null, text('Kees')],
  [text('Zwembad De Plons'), null, null, text('info@deplons.example'), null, day('2021-01-01', 'yyyy'), text('Kees')],
]).toFile(here('partners-samengevoegd.xlsx'))

await writeXlsx([
  [text('Team'), null, null, null, null, null, null, null],
  [text('Voornaam'), text('Achternaam'), text('Functie'), text('ma'), text('di'), text('wo'), text('do'), text('vr')],
  [text('Anja'), text('Jong, de'), text("IB'er"), text('x'), text('x'), null, text('x'), null],
  [text('Piet'), text('van den Berg'), over('leerkracht groep 1/2', 2), text('x'), text('x'), text('vm'), null, null],
  [text('Gül'), text('Özdemir'), null, null, null, text('nm'), text('x'), text('½')],
]).toFile(here('teamlijst-kruisjes.xlsx'))
