import type { Arc, Ranking } from './rank-steps.ts'

/** A place in a row: an activity, or where a long arc passes. */
export interface Slot {
  readonly key: string
  readonly isStep: boolean
  x: number
}

export interface Placed {
  /** Slots of each row, from the left. */
  readonly rows: readonly (readonly Slot[])[]
  /** Keys an arc passes, from its source to its target. */
  readonly wayOf: ReadonlyMap<Arc, readonly string[]>
  readonly xOf: (key: string) => number
}

/** Middles of two steps side by side, and of a step and a passing arc, in px. */
const stepGap = 216
const passGap = 96
const sweeps = 12

/**
 * Orders each row by the middle of its neighbours above and below (Sugiyama's barycentre), then moves every slot as near to
 * its neighbours as the gaps allow.
 */
export function placeSteps(ids: readonly string[], { rowOf, down }: Ranking): Placed {
  const rows: Slot[][] = []
  const put = (row: number, key: string, isStep: boolean) => {
    while (rows.length <= row) rows.push([])
    rows[row]?.push({ key, isStep, x: 0 })
  }
  for (const id of ids) put(rowOf.get(id) ?? 0, id, true)
  const wayOf = new Map<Arc, readonly string[]>()
  const neighbours = new Map<string, string[]>()
  for (const arc of down) {
    const way = [arc.source]
    for (let row = (rowOf.get(arc.source) ?? 0) + 1; row < (rowOf.get(arc.target) ?? 0); row++) {
      const key = `${arc.source} ${arc.target} ${row}`
      put(row, key, false)
      way.push(key)
    }
    way.push(arc.target)
    wayOf.set(arc, way)
    way.slice(1).forEach((key, i) => {
      link(neighbours, key, way[i] ?? '')
      link(neighbours, way[i] ?? '', key)
    })
  }
  for (const row of rows) spread(row)
  const slots = new Map(rows.flat().map((slot) => [slot.key, slot]))
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const order = sweep % 2 === 0 ? rows : rows.toReversed()
    for (const row of order) settle(row, neighbours, slots)
  }
  return { rows, wayOf, xOf: (key) => slots.get(key)?.x ?? 0 }
}

function link(neighbours: Map<string, string[]>, from: string, to: string): void {
  const known = neighbours.get(from)
  if (known) known.push(to)
  else neighbours.set(from, [to])
}

const gapOf = (a: Slot, b: Slot): number =>
  a.isStep && b.isStep ? stepGap : a.isStep || b.isStep ? (stepGap + passGap) / 2 : passGap / 2

function spread(row: readonly Slot[]): void {
  row.forEach((slot, i) => {
    const before = row[i - 1]
    slot.x = before ? before.x + gapOf(before, slot) : 0
  })
}

/** Sorts a row by where its slots want to be, and puts them there, pushed apart from the middle outwards. */
function settle(
  row: Slot[],
  neighbours: ReadonlyMap<string, readonly string[]>,
  slots: ReadonlyMap<string, Slot>,
): void {
  const wanted = new Map(
    row.map((slot) => {
      const places = (neighbours.get(slot.key) ?? []).map((key) => slots.get(key)?.x ?? 0)
      return [slot, places.length === 0 ? slot.x : places.reduce((sum, x) => sum + x, 0) / places.length]
    }),
  )
  const want = (slot: Slot): number => wanted.get(slot) ?? slot.x
  row.sort((a, b) => want(a) - want(b))
  const fromLeft = row.map((slot) => want(slot))
  const fromRight = row.map((slot) => want(slot))
  for (let i = 1; i < row.length; i++)
    fromLeft[i] = Math.max(want(slotAt(row, i)), (fromLeft[i - 1] ?? 0) + gapOf(slotAt(row, i - 1), slotAt(row, i)))
  for (let i = row.length - 2; i >= 0; i--)
    fromRight[i] = Math.min(want(slotAt(row, i)), (fromRight[i + 1] ?? 0) - gapOf(slotAt(row, i), slotAt(row, i + 1)))
  row.forEach((slot, i) => {
    slot.x = ((fromLeft[i] ?? 0) + (fromRight[i] ?? 0)) / 2
  })
}

const slotAt = (row: readonly Slot[], index: number): Slot => row[index] ?? { key: '', isStep: false, x: 0 }
