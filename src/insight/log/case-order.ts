/** Where events go so that each case's events lie together, in order. `position` is undefined when they already do. */
export interface CaseOrder {
  readonly caseStarts: Uint32Array
  /** Old index of the event at each new place. */
  readonly position: Uint32Array | undefined
}

/** Counting sort by case (stable), then, for `by-time`, each case that is not yet in order is sorted by time (stable). */
export function caseOrder(
  caseOf: Uint32Array,
  caseCount: number,
  timeMs: Float64Array,
  order: 'by-time' | 'as-added',
): CaseOrder {
  const caseStarts = new Uint32Array(caseCount + 1)
  for (const code of caseOf) caseStarts[code + 1] = (caseStarts[code + 1] ?? 0) + 1
  for (let c = 0; c < caseCount; c++) caseStarts[c + 1] = (caseStarts[c + 1] ?? 0) + (caseStarts[c] ?? 0)
  const sorted = isSorted(caseOf, timeMs, order)
  if (sorted) return { caseStarts, position: undefined }
  const position = groupByCase(caseOf, caseStarts)
  if (order === 'by-time') sortEachCase(position, caseStarts, timeMs)
  return { caseStarts, position }
}

function isSorted(caseOf: Uint32Array, timeMs: Float64Array, order: 'by-time' | 'as-added'): boolean {
  for (let i = 1; i < caseOf.length; i++) {
    const before = caseOf[i - 1] ?? 0
    const here = caseOf[i] ?? 0
    if (here < before) return false
    if (order === 'by-time' && here === before && (timeMs[i] ?? 0) < (timeMs[i - 1] ?? 0)) return false
  }
  return true
}

function groupByCase(caseOf: Uint32Array, caseStarts: Uint32Array): Uint32Array {
  const next = caseStarts.slice()
  const position = new Uint32Array(caseOf.length)
  for (let i = 0; i < caseOf.length; i++) {
    const code = caseOf[i] ?? 0
    const place = next[code] ?? 0
    position[place] = i
    next[code] = place + 1
  }
  return position
}

function sortEachCase(position: Uint32Array, caseStarts: Uint32Array, timeMs: Float64Array): void {
  const time = (index: number): number => timeMs[index] ?? 0
  for (let c = 0; c + 1 < caseStarts.length; c++) {
    const places = position.subarray(caseStarts[c], caseStarts[c + 1])
    const inOrder = places.every((index, i) => i === 0 || time(places[i - 1] ?? 0) <= time(index))
    if (!inOrder) places.sort((a, b) => time(a) - time(b) || a - b)
  }
}

export function permute(column: Uint32Array, position: Uint32Array | undefined): Uint32Array {
  if (!position) return column
  const out = new Uint32Array(column.length)
  for (let i = 0; i < out.length; i++) out[i] = column[position[i] ?? 0] ?? 0
  return out
}

export function permuteFloat(column: Float64Array, position: Uint32Array | undefined): Float64Array {
  if (!position) return column
  const out = new Float64Array(column.length)
  for (let i = 0; i < out.length; i++) out[i] = column[position[i] ?? 0] ?? 0
  return out
}
