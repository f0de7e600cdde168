import { request } from 'node:http'
import { Readable } from 'node:stream'
import { crc32, deflateRawSync } from 'node:zlib'

/** Files of the wrong kind, each under the name somebody would give it. */
export const wrongFiles = (): { what: string; name: string; bytes: Uint8Array<ArrayBuffer> }[] => [
  { what: 'a picture', name: 'schoolfoto.png', bytes: png() },
  { what: 'a picture called a list', name: 'lijst.csv', bytes: png() },
  { what: 'a zip bomb', name: 'lijst.xlsx', bytes: workbook(Buffer.alloc(300_000_000, 0x20)) },
  {
    what: 'a workbook cut off',
    name: 'lijst.xlsx',
    bytes: cut(workbook(Buffer.from('<worksheet><sheetData/></worksheet>'))),
  },
  {
    what: 'a workbook that is no XML',
    name: 'lijst.xlsx',
    bytes: workbook(Buffer.from('<worksheet><sheetData><row><c r="A')),
  },
  { what: 'a zip with other things', name: 'lijst.xlsx', bytes: zip([['word/document.xml', Buffer.from('<w/>')]]) },
  { what: 'an empty file', name: 'leeg.csv', bytes: text('') },
  { what: 'a file of blanks', name: 'leeg.csv', bytes: text('\r\n \r\n;;;\r\n') },
  { what: 'an unclosed quote', name: 'lijst.csv', bytes: text('naam;mail\r\n"Vrolijk;a@b.example\r\nx;y\r\n') },
  {
    what: 'a list with a script',
    name: '<script data-merk>.csv',
    bytes: text('naam;functie\r\n<script data-merk>alert(1)</script>;leerkracht\r\n'),
  },
  { what: 'a list with NULs', name: 'lijst.csv', bytes: text('naam;functie\r\nVro\u0000lijk;leer\u0000kracht\r\n') },
  { what: 'a list of one long row', name: 'lijst.csv', bytes: text(`naam${';x'.repeat(100_000)}\r\n`) },
  {
    what: 'a very long list',
    name: 'lijst.csv',
    bytes: text(`naam;functie\r\n${'Vrolijk Merk;leerkracht\r\n'.repeat(60_000)}`),
  },
  { what: 'an old workbook', name: 'lijst.xls', bytes: bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 4096) },
  { what: 'a PDF', name: 'lijst.pdf', bytes: text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n') },
  {
    what: 'a web page',
    name: 'lijst.csv',
    bytes: text('<!doctype html><title>Inloggen</title><script data-merk></script>'),
  },
  {
    what: 'UTF-16 without its last byte',
    name: 'lijst.csv',
    bytes: cut(bytes([0xff, 0xfe, 0x6e, 0, 0x61, 0, 0x3b, 0], 9)),
  },
]

/** Fifty megabytes of list: two hundred times the same piece. */
const piece = Buffer.alloc(1 << 18, 0x61)
const pieces = 200

const text = (value: string) => new Uint8Array(Buffer.from(value))
const cut = (whole: Uint8Array<ArrayBuffer>) => whole.slice(0, Math.max(whole.length - 40, 5))
function bytes(start: number[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length)
  all.set(start.slice(0, length))
  return all
}

function png(): Uint8Array<ArrayBuffer> {
  const all = bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 3000)
  for (let at = 8; at < all.length; at++) all[at] = (at * 7919) % 256
  return all
}

const workbook = (sheet: Buffer) =>
  zip([
    [
      '[Content_Types].xml',
      Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    ],
    [
      'xl/workbook.xml',
      Buffer.from('<workbook><sheets><sheet name="Team" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    ],
    [
      'xl/_rels/workbook.xml.rels',
      Buffer.from('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
    ],
    ['xl/worksheets/sheet1.xml', sheet],
  ])

/** A zip as small as they come. */
function zip(entries: [string, Buffer][]): Uint8Array<ArrayBuffer> {
  const [locals, centrals] = [[] as Buffer[], [] as Buffer[]]
  let offset = 0
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content, { level: 1 })
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(content), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(content.length, 18)
    head.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(16)
    place.writeUInt32LE(offset, 12)
    locals.push(Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed)
    centrals.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), head, place.subarray(0, 16), Buffer.from(name))
    offset += 4 + head.length + name.length + packed.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]))
}

/** Fifty megabytes by the wire, as a browser sends them: goes on sending until it has an answer. */
export function pour(
  url: string,
  { path, cookie, announced }: { path: string; cookie: string; announced: boolean },
): Promise<Response> {
  const start = Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="lijst.csv"\r\n\r\n')
  const end = Buffer.from('\r\n--x--\r\n')
  const headers = { cookie, origin: url, 'content-type': 'multipart/form-data; boundary=x' }
  const length = announced ? { 'content-length': start.length + pieces * piece.length + end.length } : {}
  return new Promise((resolve, reject) => {
    const sending = request(url + path, { method: 'POST', headers: { ...headers, ...length } }, async (answer) => {
      const chunks: Buffer[] = []
      for await (const chunk of answer) chunks.push(chunk as Buffer)
      sending.destroy()
      resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0 }))
    })
    sending.on('error', reject)
    Readable.from([start, ...Array<Buffer>(pieces).fill(piece), end]).pipe(sending)
  })
}
