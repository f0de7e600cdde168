/** Dutch glues words together: "overblijfmeneer" is "overblijf" and "meneer". */
const joints = ['', 's', 'e', 'en', 'n']

export function partsOf(word: string, isWord: (part: string) => boolean): string[] {
  if (word.length < 7) return []
  return bestSplit(word, isWord, 3) ?? []
}

/** The fewest parts win; among those the split whose shortest part is longest. */
function bestSplit(word: string, isWord: (part: string) => boolean, most: number): string[] | undefined {
  let best: string[] | undefined
  for (let cut = 3; cut <= word.length - 3; cut++) {
    const head = headOf(word.slice(0, cut), isWord)
    const tail = head && tailOf(word.slice(cut), isWord, most - 1)
    const split = head && tail ? [head, ...tail] : undefined
    if (split && (!best || worth(split) > worth(best))) best = split
  }
  return best
}

function headOf(piece: string, isWord: (part: string) => boolean): string | undefined {
  for (const joint of joints) {
    const bare = piece.slice(0, piece.length - joint.length)
    if (piece.endsWith(joint) && bare.length >= 3 && isWord(bare)) return bare
  }
  return undefined
}

function tailOf(piece: string, isWord: (part: string) => boolean, most: number): string[] | undefined {
  if (isWord(piece)) return [piece]
  return most > 1 && piece.length >= 6 ? bestSplit(piece, isWord, most) : undefined
}

const worth = (split: string[]): number => Math.min(...split.map((part) => part.length)) - split.length * 10
