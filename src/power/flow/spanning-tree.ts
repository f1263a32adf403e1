import { type CompiledCase, nodeKind } from './compile.ts'
import { getIncidence } from './incidence.ts'

/**
 * The live nodes in breadth-first order from the slack nodes (roots first). `parent` and the arrays beside it are by
 * place in that order; a root has parent −1. `isRadial` when no live edge is left over, no slack feeds another, and
 * no node holds its voltage: then a sweep over the tree is the whole solution.
 */
export interface SpanningTree {
  readonly rootCount: number
  readonly count: number
  readonly node: Int32Array
  readonly placeOfNode: Int32Array
  readonly parent: Int32Array
  readonly edge: Int32Array
  /** 1 where the edge's from end is the parent. */
  readonly isForward: Uint8Array
  readonly isRadial: boolean
}

export function growTree(compiled: CompiledCase): SpanningTree {
  const { kind, nodeCount, edgeFrom, edgeTo, edgeCount } = compiled
  const { start, edges } = getIncidence(nodeCount, edgeFrom, edgeTo)
  const node = new Int32Array(nodeCount)
  const parent = new Int32Array(nodeCount).fill(-1)
  const edge = new Int32Array(nodeCount).fill(-1)
  const isForward = new Uint8Array(nodeCount)
  const placeOfNode = new Int32Array(nodeCount).fill(-1)
  let count = 0
  for (let at = 0; at < nodeCount; at++) {
    if (kind[at] !== nodeKind.slack) continue
    placeOfNode[at] = count
    node[count++] = at
  }
  const rootCount = count
  for (let place = 0; place < count; place++) {
    const here = node[place] as number
    for (let at = start[here] as number; at < (start[here + 1] as number); at++) {
      const via = edges[at] as number
      const forward = edgeFrom[via] === here
      const next = (forward ? edgeTo[via] : edgeFrom[via]) as number
      if (placeOfNode[next] !== -1) continue
      placeOfNode[next] = count
      node[count] = next
      parent[count] = place
      edge[count] = via
      isForward[count++] = forward ? 1 : 0
    }
  }
  const isRadial = edgeCount === count - rootCount && !kind.includes(nodeKind.voltage)
  const cut = <A extends Int32Array | Uint8Array>(array: A) => array.subarray(0, count) as A
  return {
    rootCount,
    count,
    node: cut(node),
    placeOfNode,
    parent: cut(parent),
    edge: cut(edge),
    isForward: cut(isForward),
    isRadial,
  }
}

/**
 * Complex ratio between each place's own voltage and the same voltage seen from its root: V = U / T. Absorbing the
 * ideal transformers this way leaves a tree of plain impedances (each divided by … |T|² as it is carried over).
 */
export function getRootRatios(compiled: CompiledCase, tree: SpanningTree): { re: Float64Array; im: Float64Array } {
  const re = new Float64Array(tree.count)
  const im = new Float64Array(tree.count)
  for (let place = 0; place < tree.count; place++) {
    const up = tree.parent[place] as number
    if (up < 0) {
      re[place] = 1
      continue
    }
    const branch = compiled.source.branches[compiled.branchOfEdge[tree.edge[place] as number] as number]
    if (!branch) throw new Error('edge without branch')
    const forward = tree.isForward[place] === 1
    // Down a from-end transformer V falls by the ratio (T grows by it); up through it, the reverse.
    const size = forward ? branch.ratio : 1 / branch.ratio
    const angle = ((forward ? branch.shiftDegree : -branch.shiftDegree) * Math.PI) / 180
    const [a, b] = [size * Math.cos(angle), size * Math.sin(angle)]
    const [c, d] = [re[up] as number, im[up] as number]
    re[place] = a * c - b * d
    im[place] = a * d + b * c
  }
  return { re, im }
}
