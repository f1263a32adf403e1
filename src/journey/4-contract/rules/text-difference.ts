/** A stretch of text that both versions have, or only the first (removed), or only the second (added). */
export interface DifferencePart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Han characters one by one, Latin words and numbers whole: what a reader takes in as one thing. */
const pieces = (text: string): string[] => text.match(/[A-Za-z0-9.]+|\s+|[^A-Za-z0-9.\s]/gu) ?? []

/**
 * What was changed from one text to the other, by their longest common subsequence.
 * `same` and `removed` parts together are the first text, `same` and `added` parts the second.
 */
export function differenceBetween(before: string, after: string): DifferencePart[] {
  const first = pieces(before)
  const second = pieces(after)
  const common = commonLengths(first, second)
  const lengthAt = (row: number, column: number) => common[row * (second.length + 1) + column] ?? 0
  const parts: { kind: DifferencePart['kind']; text: string }[] = []
  const put = (kind: DifferencePart['kind'], text: string) => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += text
    else parts.push({ kind, text })
  }
  let row = 0
  let column = 0
  while (row < first.length || column < second.length) {
    const one = first[row]
    const other = second[column]
    if (one !== undefined && one === other) {
      put('same', one)
      row += 1
      column += 1
    } else if (one !== undefined && (other === undefined || lengthAt(row + 1, column) >= lengthAt(row, column + 1))) {
      put('removed', one)
      row += 1
    } else if (other !== undefined) {
      put('added', other)
      column += 1
    }
  }
  return parts
}

/** `[row, column]`: how many pieces the rests of both texts have in common; one more row and column of zeros. */
function commonLengths(first: readonly string[], second: readonly string[]): Uint32Array {
  const width = second.length + 1
  const lengths = new Uint32Array((first.length + 1) * width)
  for (let row = first.length - 1; row >= 0; row -= 1) {
    for (let column = second.length - 1; column >= 0; column -= 1) {
      const below = lengths[(row + 1) * width + column] ?? 0
      const right = lengths[row * width + column + 1] ?? 0
      const diagonal = lengths[(row + 1) * width + column + 1] ?? 0
      lengths[row * width + column] = first[row] === second[column] ? diagonal + 1 : Math.max(below, right)
    }
  }
  return lengths
}
