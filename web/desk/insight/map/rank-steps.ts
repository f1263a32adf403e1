/** A step from one activity to another, as far as a layout needs it. */
export interface Arc {
  readonly source: string
  readonly target: string
  readonly count: number
}

export interface Ranking {
  /** Row of each activity, from the top. */
  readonly rowOf: ReadonlyMap<string, number>
  /** Arcs that lead down, in the main direction. */
  readonly down: readonly Arc[]
  /** Arcs that lead back against it, and those from an activity to itself. */
  readonly back: readonly Arc[]
}

/**
 * Rows by longest path over the most frequent arcs that make no circle: the main direction is what most cases do, and what
 * would close a circle is a way back.
 */
export function rankSteps(ids: readonly string[], arcs: readonly Arc[]): Ranking {
  const followers = new Map<string, string[]>(ids.map((id) => [id, []]))
  const down: Arc[] = []
  const back: Arc[] = []
  for (const arc of arcs.toSorted((a, b) => b.count - a.count)) {
    if (arc.source === arc.target || leadsTo(followers, arc.target, arc.source)) {
      back.push(arc)
      continue
    }
    down.push(arc)
    followers.get(arc.source)?.push(arc.target)
  }
  return { rowOf: longestPaths(ids, down), down, back }
}

function leadsTo(followers: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>()
  const queue = [from]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === to) return true
    if (seen.has(id)) continue
    seen.add(id)
    queue.push(...(followers.get(id) ?? []))
  }
  return false
}

function longestPaths(ids: readonly string[], down: readonly Arc[]): Map<string, number> {
  const rowOf = new Map(ids.map((id) => [id, 0]))
  const row = (id: string): number => rowOf.get(id) ?? 0
  // At most one pass an activity: without circles the rows come to rest.
  for (let pass = 0; pass < ids.length; pass++) {
    let moved = false
    for (const { source, target } of down) {
      if (row(target) > row(source)) continue
      rowOf.set(target, row(source) + 1)
      moved = true
    }
    if (!moved) break
  }
  return rowOf
}
