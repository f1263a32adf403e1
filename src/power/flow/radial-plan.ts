import type { CompiledCase } from './compile.ts'
import { getInverseRatings } from './solution.ts'
import { getRootRatios, type SpanningTree } from './spanning-tree.ts'

/**
 * A radial case laid out for sweeping: everything by place in breadth-first order and seen from the root, so that the
 * ideal transformers have gone (their complex ratios are in `ratioRe`, `ratioIm`) and the inner loops meet nothing but
 * a tree of series impedances with a shunt at each place.
 */
export interface RadialPlan {
  readonly compiled: CompiledCase
  readonly tree: SpanningTree
  readonly seriesR: Float64Array
  readonly seriesX: Float64Array
  /** All shunts at a place: its own, and the halves of the branches that meet there. */
  readonly shuntG: Float64Array
  readonly shuntB: Float64Array
  readonly hasShunts: boolean
  /** The branch's own shunt at its parent end and child end. */
  readonly parentEndG: Float64Array
  readonly parentEndB: Float64Array
  readonly childEndG: Float64Array
  readonly childEndB: Float64Array
  readonly hasBranchShunts: boolean
  /** |T| and its inverse, and T's angle: own voltage = root-side voltage / T. */
  readonly ratio: Float64Array
  readonly inverseRatio: Float64Array
  readonly angleRad: Float64Array
  readonly rootRe: Float64Array
  readonly rootIm: Float64Array
  readonly inverseRatingParent: Float64Array
  readonly inverseRatingChild: Float64Array
}

export function planRadial(compiled: CompiledCase, tree: SpanningTree): RadialPlan {
  const { count, rootCount } = tree
  const zeros = () => new Float64Array(count)
  const ratios = getRootRatios(compiled, tree)
  const ratings = getInverseRatings(compiled)
  const plan = {
    compiled,
    tree,
    seriesR: zeros(),
    seriesX: zeros(),
    shuntG: zeros(),
    shuntB: zeros(),
    parentEndG: zeros(),
    parentEndB: zeros(),
    childEndG: zeros(),
    childEndB: zeros(),
    ratio: zeros(),
    inverseRatio: zeros(),
    angleRad: zeros(),
    rootRe: new Float64Array(rootCount),
    rootIm: new Float64Array(rootCount),
    inverseRatingParent: zeros(),
    inverseRatingChild: zeros(),
  }
  for (let place = 0; place < count; place++) {
    const [re, im] = [ratios.re[place] as number, ratios.im[place] as number]
    plan.ratio[place] = Math.hypot(re, im)
    plan.inverseRatio[place] = 1 / Math.hypot(re, im)
    plan.angleRad[place] = Math.atan2(im, re)
    const node = tree.node[place] as number
    const size = re * re + im * im
    add(plan.shuntG, place, (compiled.shuntG[node] as number) / size)
    add(plan.shuntB, place, (compiled.shuntB[node] as number) / size)
    if (place >= rootCount) layBranch(plan, place, ratings)
    else {
      const angle = compiled.setRad[node] as number
      plan.rootRe[place] = (compiled.setPu[node] as number) * Math.cos(angle)
      plan.rootIm[place] = (compiled.setPu[node] as number) * Math.sin(angle)
    }
  }
  const isAny = (...arrays: Float64Array[]) => arrays.some((array) => array.some((value) => value !== 0))
  return {
    ...plan,
    hasShunts: isAny(plan.shuntG, plan.shuntB),
    hasBranchShunts: isAny(plan.parentEndG, plan.parentEndB, plan.childEndG, plan.childEndB),
  }
}

type Layout = Omit<RadialPlan, 'hasShunts' | 'hasBranchShunts'>

function layBranch(plan: Layout, place: number, ratings: { from: Float64Array; to: Float64Array }): void {
  const { compiled, tree } = plan
  const edge = tree.edge[place] as number
  const parent = tree.parent[place] as number
  const branch = compiled.source.branches[compiled.branchOfEdge[edge] as number]
  if (!branch) throw new Error('edge without branch')
  const isForward = tree.isForward[place] === 1
  // The series impedance stands on the to side of the ideal transformer: the child's frame going forward.
  const size = (plan.ratio[isForward ? place : parent] as number) ** 2
  plan.seriesR[place] = branch.rPu * size
  plan.seriesX[place] = branch.xPu * size
  const from = [branch.gFromPu / size, branch.bFromPu / size] as const
  const to = [branch.gToPu / size, branch.bToPu / size] as const
  const [parentEnd, childEnd] = isForward ? [from, to] : [to, from]
  plan.parentEndG[place] = parentEnd[0]
  plan.parentEndB[place] = parentEnd[1]
  plan.childEndG[place] = childEnd[0]
  plan.childEndB[place] = childEnd[1]
  add(plan.shuntG, parent, parentEnd[0])
  add(plan.shuntB, parent, parentEnd[1])
  add(plan.shuntG, place, childEnd[0])
  add(plan.shuntB, place, childEnd[1])
  plan.inverseRatingParent[place] = (isForward ? ratings.from[edge] : ratings.to[edge]) as number
  plan.inverseRatingChild[place] = (isForward ? ratings.to[edge] : ratings.from[edge]) as number
}

function add(into: Float64Array, at: number, value: number): void {
  into[at] = (into[at] as number) + value
}
