/**
 * Order in which the rows of a structurally symmetric sparse matrix are eliminated, by minimum degree, and the pattern
 * it leaves: row k of the upper factor has entries at `columns[start[k] … start[k + 1] − 1]`, all beyond k.
 */
export interface Elimination {
  /** Original row at each step. */
  readonly rowOfStep: Int32Array
  readonly stepOfRow: Int32Array
  readonly start: Int32Array
  readonly columns: Int32Array
}

/** `neighbours[i]` are the rows coupled to row i, without i itself; the pattern must be symmetric. */
export function orderElimination(neighbours: readonly Set<number>[]): Elimination {
  const count = neighbours.length
  const open = neighbours.map((set) => new Set(set))
  const buckets: number[][] = []
  const file = (row: number) => {
    const degree = open[row]?.size ?? 0
    buckets[degree] ??= []
    buckets[degree].push(row)
  }
  for (let row = 0; row < count; row++) file(row)
  const rowOfStep = new Int32Array(count)
  const stepOfRow = new Int32Array(count).fill(-1)
  const patterns: number[][] = []
  for (let step = 0, degree = 0; step < count; ) {
    const row = buckets[degree]?.pop()
    if (row === undefined) {
      degree++
      continue
    }
    // An entry goes stale when its row was eliminated or re-filed under another degree.
    if (stepOfRow[row] !== -1 || open[row]?.size !== degree) continue
    stepOfRow[row] = step
    rowOfStep[step++] = row
    const reached = [...(open[row] ?? [])]
    patterns.push(reached)
    joinNeighbours(open, row, reached)
    for (const other of reached) file(other)
    degree = Math.max(0, degree - 1)
  }
  const start = new Int32Array(count + 1)
  for (let step = 0; step < count; step++) start[step + 1] = (start[step] as number) + (patterns[step]?.length ?? 0)
  const columns = new Int32Array(start[count] as number)
  for (const [step, reached] of patterns.entries()) {
    const steps = Int32Array.from(reached, (row) => stepOfRow[row] as number).sort()
    columns.set(steps, start[step])
  }
  return { rowOfStep, stepOfRow, start, columns }
}

function joinNeighbours(open: readonly Set<number>[], row: number, reached: readonly number[]): void {
  for (const a of reached) {
    const set = open[a]
    if (!set) continue
    set.delete(row)
    for (const b of reached) if (b !== a) set.add(b)
  }
}
