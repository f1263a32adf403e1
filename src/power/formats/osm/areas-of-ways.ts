export type Tags = ReadonlyMap<string, string>

/** A way of a map: its places by id, in order. */
export interface Way {
  readonly refs: readonly number[]
  readonly tags: Tags
}

/** A multipolygon relation: an area whose outlines and holes are put together from ways. */
export interface AreaOfWays {
  readonly tags: Tags
  readonly members: readonly { readonly wayId: number; readonly isInner: boolean }[]
}

/** Joins ways end to end, turned where needed, into closed rings; ways that do not close are left out. */
export function joinRings(ways: readonly Pick<Way, 'refs'>[]): readonly (readonly number[])[] {
  const left = new Set(ways.map(({ refs }) => refs).filter((refs) => refs.length >= 2))
  const rings: number[][] = []
  for (const first of left) {
    left.delete(first)
    const ring = [...first]
    while (ring[0] !== ring.at(-1)) {
      const end = ring.at(-1)
      const next = [...left].find((refs) => refs[0] === end || refs.at(-1) === end)
      if (!next) break
      left.delete(next)
      ring.push(...(next[0] === end ? next : next.toReversed()).slice(1))
    }
    if (ring[0] === ring.at(-1)) rings.push(ring)
  }
  return rings
}
