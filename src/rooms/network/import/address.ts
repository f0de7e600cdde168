import { readPostcode } from '#kit/sheet/contact.ts'
import { undoDay } from '#kit/sheet/day.ts'

export type Address = { street: string; houseNumber: string; postcode: string; place: string; mended: string }

/** "Kadeweg 12-mei, 1999ab Oeverdam": street, number (turned back from a day), postcode and place. */
export function readAddress(text: string): Address {
  const found = /^([\s\S]*?)(?<![\d/-])([1-9]\d{3}\s?[A-Za-z]{2})(?![A-Za-z\d])([\s\S]*)$/.exec(text)
  const [before, after] = found ? [found[1] ?? '', found[3] ?? ''] : [text, '']
  const postcode = readPostcode(found?.[2] ?? '') ?? ''
  const [line = '', ...rest] = before
    .split(/[,\n;]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const { street, houseNumber, mended } = splitStreet(line)
  const place = tidy(after) || tidy(rest.join(', '))
  return { street: found || houseNumber || rest.length > 0 ? street : line, houseNumber, postcode, place, mended }
}

function splitStreet(line: string): Pick<Address, 'street' | 'houseNumber' | 'mended'> {
  const found =
    /^(.*?\p{L}\.?)\s+(\d[\w\s/-]*|(?:jan|feb|mrt|mar|apr|mei|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*[-\s]\d+)$/iu.exec(
      line,
    )
  if (!found) return { street: line, houseNumber: '', mended: '' }
  const typed = (found[2] ?? '').trim()
  const back = undoDay(typed)
  return { street: found[1] ?? '', houseNumber: back ?? typed, mended: back ? `${typed} → ${back}` : '' }
}

const tidy = (text: string) => text.replace(/^[\s,;/-]+|[\s,;]+$/g, '').replace(/\s+/g, ' ')
