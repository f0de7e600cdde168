/**
 * Rows to a CSV that Excel opens well (byte order mark, semicolons) and that cannot run anything there:
 * a cell that would be a formula gets an apostrophe, which reading takes off again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map((cell) => quote(guard(cell))).join(';'))
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

const guard = (cell: string) => (RUNS.test(cell) ? `'${cell}` : cell)

/** Undoes `guard`, and only that: of "'=a" and "''=a" each comes back as it was. */
export const unguard = (cell: string) => (cell.startsWith("'") && RUNS.test(cell.slice(1)) ? cell.slice(1) : cell)

const quote = (cell: string) => (/[";,|\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const RUNS = /^'*(\s*[=+\-@＝＋－＠]|[\t\r\n])/
