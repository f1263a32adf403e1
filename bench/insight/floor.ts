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

/**
 * A bare event loop: a binary heap of times and numbers, take the first, put it back later. Events a second.
 */
export function heapFloor(size: number, events: number): number {
  const times = new Float64Array(size + 1)
  const codes = new Int32Array(size + 1)
  let length = 0
  let state = 1
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return -Math.log(((state >>> 0) + 0.5) / 4_294_967_296)
  }
  const push = (time: number, code: number): void => {
    let at = length++
    while (at > 0 && (times[(at - 1) >> 1] as number) > time) {
      const parent = (at - 1) >> 1
      times[at] = times[parent] as number
      codes[at] = codes[parent] as number
      at = parent
    }
    times[at] = time
    codes[at] = code
  }
  const pop = (): number => {
    const code = codes[0] as number
    const last = --length
    const time = times[last] as number
    let at = 0
    for (let child = 1; child < last; child = 2 * at + 1) {
      if (child + 1 < last && (times[child + 1] as number) < (times[child] as number)) child++
      if ((times[child] as number) >= time) break
      times[at] = times[child] as number
      codes[at] = codes[child] as number
      at = child
    }
    times[at] = time
    codes[at] = codes[last] as number
    return code
  }
  for (let code = 0; code < size; code++) push(draw(), code)
  const begin = performance.now()
  for (let n = 0; n < events; n++) {
    const now = times[0] as number
    push(now + draw(), pop())
  }
  return (events / (performance.now() - begin)) * 1000
}
