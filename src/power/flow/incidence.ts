/** Edges at each node: those of node n are `edges[start[n] … start[n + 1] − 1]`, in the order of the edges. */
export function getIncidence(nodeCount: number, edgeFrom: Int32Array, edgeTo: Int32Array) {
  const start = new Int32Array(nodeCount + 1)
  const ends = [edgeFrom, edgeTo]
  for (const end of ends) for (const node of end) start[node + 1] = (start[node + 1] as number) + 1
  for (let node = 0; node < nodeCount; node++) start[node + 1] = (start[node + 1] as number) + (start[node] as number)
  const next = start.slice(0, nodeCount)
  const edges = new Int32Array(2 * edgeFrom.length)
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    for (const end of ends) {
      const node = end[edge] as number
      const at = next[node] as number
      edges[at] = edge
      next[node] = at + 1
    }
  }
  return { start, edges }
}
