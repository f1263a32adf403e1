import type { EventLog } from '#insight'

/**
 * The least work that gives frequencies and mean times of the map, variants by rolling hash (unchecked for collisions) and
 * throughput: bare loops over the same columns, nothing named, nothing sorted but the cases' times.
 */
export function mapFloor({ activityOf, timeMs, caseStarts, caseCount, activities }: EventLog): number {
  const size = activities.length
  const count = new Uint32Array(size * size)
  const sum = new Float64Array(size * size)
  const variants = new Map<number, number>()
  const seconds = new Float64Array(caseCount)
  for (let c = 0; c < caseCount; c++) {
    const from = caseStarts[c] as number
    const to = caseStarts[c + 1] as number
    let before = activityOf[from] as number
    let hash = before
    for (let i = from + 1; i < to; i++) {
      const here = activityOf[i] as number
      const key = before * size + here
      count[key] = (count[key] as number) + 1
      sum[key] = (sum[key] as number) + (timeMs[i] as number) - (timeMs[i - 1] as number)
      hash = (Math.imul(hash, 31) + here) | 0
      before = here
    }
    variants.set(hash, (variants.get(hash) ?? 0) + 1)
    seconds[c] = ((timeMs[to - 1] as number) - (timeMs[from] as number)) / 1000
  }
  seconds.sort()
  return variants.size + (seconds[caseCount >> 1] as number) + (count[0] as number) + (sum[0] as number)
}

/** A bare binary heap of times, at this size: take the first, put it back a little later. Events a second. */
export function heapFloor(size: number, events: number): number {
  const heap = new Float64Array(size)
  let state = 1
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return -Math.log(((state >>> 0) + 0.5) / 4_294_967_296)
  }
  for (let i = 0; i < size; i++) heap[i] = i / size
  const begin = performance.now()
  for (let n = 0; n < events; n++) {
    const time = (heap[0] as number) + draw()
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && (heap[child + 1] as number) < (heap[child] as number)) child++
      if ((heap[child] as number) >= time) break
      heap[at] = heap[child] as number
      at = child
    }
    heap[at] = time
  }
  return (events / (performance.now() - begin)) * 1000
}
