import { NetBuilder } from '../petri/net-builder.ts'
import type { AcceptingNet } from '../petri/petri-net.ts'
import type { ProcessTree } from './process-tree.ts'

/** The sound workflow net with the same language as the tree. */
export function treeToNet(tree: ProcessTree): AcceptingNet {
  const builder = new NetBuilder()
  const source = builder.addPlace('source')
  const sink = builder.addPlace('sink')
  addTree(builder, tree, source, sink)
  return builder.build(new Map([[source, 1]]), new Map([[sink, 1]]))
}

function addTree(builder: NetBuilder, tree: ProcessTree, from: number, to: number): void {
  switch (tree.kind) {
    case 'activity':
      builder.addStep(from, tree.label, to)
      return
    case 'silent':
      builder.addStep(from, null, to)
      return
    case 'sequence':
      addSequence(builder, tree.children, from, to)
      return
    case 'choice':
      for (const child of tree.children) addTree(builder, child, from, to)
      return
    case 'parallel':
      addParallel(builder, tree.children, from, to)
      return
    case 'loop':
      addLoop(builder, tree.children, from, to)
  }
}

function addSequence(builder: NetBuilder, children: readonly ProcessTree[], from: number, to: number): void {
  let at = from
  children.forEach((child, i) => {
    const next = i === children.length - 1 ? to : builder.addPlace()
    addTree(builder, child, at, next)
    at = next
  })
}

function addParallel(builder: NetBuilder, children: readonly ProcessTree[], from: number, to: number): void {
  const split = builder.addTransition(null)
  const join = builder.addTransition(null)
  builder.addInput(from, split)
  builder.addOutput(join, to)
  for (const child of children) {
    const begin = builder.addPlace()
    const end = builder.addPlace()
    builder.addOutput(split, begin)
    builder.addInput(end, join)
    addTree(builder, child, begin, end)
  }
}

/** Places of its own, entered and left silently, so that a loop beside a choice cannot jump into the other branch. */
function addLoop(builder: NetBuilder, [body, ...back]: readonly ProcessTree[], from: number, to: number): void {
  const begin = builder.addPlace()
  const end = builder.addPlace()
  builder.addStep(from, null, begin)
  builder.addStep(end, null, to)
  if (body) addTree(builder, body, begin, end)
  for (const child of back) addTree(builder, child, end, begin)
}
