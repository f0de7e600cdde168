import { beside } from '#kit/jobs/beside.ts'
import type { Read } from '../own/rules.ts'

export type Brought = { bytes: Uint8Array; kind: 'address' | 'file'; now: number }

/** The hours of a calendar that somebody brought. One that asks for more than this is no calendar of who works at a school. */
export async function hoursBeside(brought: Brought, milliseconds = 20_000): Promise<Read> {
  const file = new URL('./worker.ts', import.meta.url)
  return (await beside<Read>(file, brought, milliseconds)) ?? { busy: [], trouble: 'too-large' }
}
