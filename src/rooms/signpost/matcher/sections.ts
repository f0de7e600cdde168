/** One file with named parts: a line of JSON that says how long each part is, then the parts. */
export type Sections = ReadonlyMap<string, Uint8Array>

export function packed(sections: Sections): Uint8Array {
  const head = JSON.stringify([...sections].map(([name, bytes]) => [name, bytes.length]))
  return Buffer.concat([Buffer.from(`${head}\n`), ...sections.values()])
}

export function unpacked(file: Uint8Array): Sections {
  const end = file.indexOf(10)
  const head = JSON.parse(Buffer.from(file.subarray(0, end)).toString()) as [string, number][]
  let at = end + 1
  return new Map(
    head.map(([name, length]) => {
      at += length
      return [name, file.subarray(at - length, at)]
    }),
  )
}

export function textOf(sections: Sections, name: string): string {
  return Buffer.from(sections.get(name) ?? new Uint8Array()).toString('utf8')
}
