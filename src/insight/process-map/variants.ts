import { type EventLog, traceOf } from '../log/event-log.ts'

/** Variants: the different orders of activities, most frequent first. */
export interface Variants {
  readonly variantCount: number
  /** Cases of each variant. */
  readonly caseCount: Uint32Array
  /** One case of each variant, to read its trace from. */
  readonly exampleCase: Uint32Array
  /** Variant of each case. */
  readonly variantOf: Uint32Array
}

const none = 0xffff_ffff

/** Finds the variants by hashing each case's activities; equal hashes are compared event by event, so the count is exact. */
export function variants(log: EventLog): Variants {
  const found = hashCases(log)
  const order = Uint32Array.from(found.count.keys()).sort(
    (a, b) => (found.count[b] ?? 0) - (found.count[a] ?? 0) || (found.example[a] ?? 0) - (found.example[b] ?? 0),
  )
  const rank = new Uint32Array(order.length)
  order.forEach((variant, place) => {
    rank[variant] = place
  })
  return {
    variantCount: order.length,
    caseCount: Uint32Array.from(order, (variant) => found.count[variant] ?? 0),
    exampleCase: Uint32Array.from(order, (variant) => found.example[variant] ?? 0),
    variantOf: found.variantOf.map((variant) => rank[variant] as number),
  }
}

/** The activities of a variant by name. */
export const variantTrace = (log: EventLog, found: Variants, variant: number): string[] =>
  traceOf(log, found.exampleCase[variant] ?? 0)

interface Found {
  readonly count: number[]
  readonly example: number[]
  readonly variantOf: Uint32Array
}

function hashCases(log: EventLog): Found {
  const { activityOf, caseStarts, caseCount } = log
  const count: number[] = []
  const example: number[] = []
  const hashes: number[] = []
  const variantOf = new Uint32Array(caseCount)
  let table = new Uint32Array(1024).fill(none)
  for (let c = 0; c < caseCount; c++) {
    const from = caseStarts[c] as number
    const to = caseStarts[c + 1] as number
    const hash = hashActivities(activityOf, from, to)
    let place = hash & (table.length - 1)
    let variant = table[place] as number
    while (variant !== none && !(hashes[variant] === hash && sameTrace(log, example[variant] as number, from, to))) {
      place = (place + 1) & (table.length - 1)
      variant = table[place] as number
    }
    if (variant === none) {
      variant = count.push(0) - 1
      example.push(c)
      hashes.push(hash)
      table[place] = variant
      if (count.length * 2 > table.length) table = rehash(hashes, table.length * 4)
    }
    count[variant] = (count[variant] as number) + 1
    variantOf[c] = variant
  }
  return { count, example, variantOf }
}

/** Multiplicative rolling hash with a final mix (constants of MurmurHash3's finaliser). */
function hashActivities(activityOf: Uint32Array, from: number, to: number): number {
  let hash = to - from
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 0x01000193) ^ (activityOf[i] as number)) + 0x9e3779b1
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function sameTrace(log: EventLog, example: number, from: number, to: number): boolean {
  const { activityOf, caseStarts } = log
  const start = caseStarts[example] as number
  if ((caseStarts[example + 1] as number) - start !== to - from) return false
  for (let i = from, j = start; i < to; i++, j++) if (activityOf[i] !== activityOf[j]) return false
  return true
}

function rehash(hashes: readonly number[], size: number): Uint32Array<ArrayBuffer> {
  const table = new Uint32Array(size).fill(none)
  hashes.forEach((hash, variant) => {
    let place = hash & (size - 1)
    while (table[place] !== none) place = (place + 1) & (size - 1)
    table[place] = variant
  })
  return table
}
