/** A small set that remembers whether a word is ordinary Dutch, without keeping the words. One in fifty is a guess. */
const probes = 5

export function bloomOf(words: Iterable<string>, bytes: number): Uint8Array {
  const bits = new Uint8Array(bytes)
  for (const word of words) {
    for (const at of placesOf(word, bytes * 8)) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7))
  }
  return bits
}

export function maybeHas(bits: Uint8Array, word: string): boolean {
  if (bits.length === 0) return false
  return placesOf(word, bits.length * 8).every((at) => ((bits[at >> 3] ?? 0) >> (at & 7)) & 1)
}

function placesOf(word: string, size: number): number[] {
  const one = hashOf(word, 2166136261)
  const two = hashOf(word, 40503) | 1
  return Array.from({ length: probes }, (_, nth) => ((one + Math.imul(nth, two)) >>> 0) % size)
}

/** FNV-1a with a last stir, the same on every machine. */
export function hashOf(text: string, seed: number): number {
  let hash = seed >>> 0
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 2246822519)
  return (hash ^ (hash >>> 13)) >>> 0
}
