import { isStepKey } from '../petri/step-key.ts'
import type { ProcessTree } from './process-tree.ts'

/** A node of the drawn process; x and y are the middle of its left side. */
export interface DrawnNode {
  readonly id: string
  readonly kind: 'startEvent' | 'endEvent' | 'task' | 'exclusiveGateway' | 'parallelGateway'
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface DrawnFlow {
  readonly source: DrawnNode
  readonly target: DrawnNode
}

export interface Drawing {
  readonly nodes: readonly DrawnNode[]
  readonly flows: readonly DrawnFlow[]
}

const gap = 50
const sizes = {
  startEvent: [36, 36],
  endEvent: [36, 36],
  task: [120, 80],
  exclusiveGateway: [50, 50],
  parallelGateway: [50, 50],
} as const

interface Extent {
  readonly width: number
  readonly height: number
}

/** Places a tree from left to right: steps in a row, branches below each other, ways back under the body of their loop. */
export function drawTree(tree: ProcessTree): Drawing {
  const pen = new Pen()
  const { width, height } = extent(tree)
  const y = height / 2 + gap
  const start = pen.node('startEvent', '', gap, y)
  const last = pen.draw(tree, start, gap + 36 + gap, y)
  const end = pen.node('endEvent', '', gap + 36 + gap + width + gap, y)
  pen.flow(last, end)
  return pen
}

function extent(tree: ProcessTree): Extent {
  if (tree.kind === 'silent') return { width: 0, height: 20 }
  if (tree.kind === 'activity') return { width: sizes.task[0], height: sizes.task[1] }
  const parts = tree.children.map(extent)
  const widest = Math.max(...parts.map(({ width }) => width))
  if (tree.kind === 'sequence') {
    const width = parts.reduce((sum, part) => sum + part.width + gap, -gap)
    return { width, height: Math.max(...parts.map(({ height }) => height)) }
  }
  return { width: widest + 2 * (50 + gap), height: stackHeight(parts) }
}

const stackHeight = (parts: readonly Extent[]): number =>
  parts.reduce((sum, { height }) => sum + height + gap / 2, -gap / 2)

class Pen implements Drawing {
  readonly nodes: DrawnNode[] = []
  readonly flows: DrawnFlow[] = []

  node(kind: DrawnNode['kind'], name: string, x: number, y: number): DrawnNode {
    const [width, height] = sizes[kind]
    const node = { id: this.#idOf(kind, name), kind, name, x, y, width, height }
    this.nodes.push(node)
    return node
  }

  #idOf(kind: DrawnNode['kind'], name: string): string {
    const isFree = isStepKey(name) && this.nodes.every(({ id }) => id !== name)
    return isFree ? name : `${kind}_${this.nodes.length + 1}`
  }

  flow(source: DrawnNode, target: DrawnNode): void {
    this.flows.push({ source, target })
  }

  /** Draws the tree behind `before`, its left edge at x and its middle at y; returns the node that leads on. */
  draw(tree: ProcessTree, before: DrawnNode, x: number, y: number): DrawnNode {
    if (tree.kind === 'silent') return before
    if (tree.kind === 'activity') {
      const task = this.node('task', tree.label, x, y)
      this.flow(before, task)
      return task
    }
    if (tree.kind === 'sequence') return this.#row(tree.children, before, x, y)
    return tree.kind === 'loop' ? this.#loop(tree.children, before, x, y) : this.#branches(tree, before, x, y)
  }

  #row(children: readonly ProcessTree[], before: DrawnNode, x: number, y: number): DrawnNode {
    let last = before
    let at = x
    for (const child of children) {
      last = this.draw(child, last, at, y)
      at += extent(child).width + gap
    }
    return last
  }

  #branches(
    tree: Extract<ProcessTree, { children: readonly ProcessTree[] }>,
    before: DrawnNode,
    x: number,
    y: number,
  ): DrawnNode {
    const kind = tree.kind === 'parallel' ? 'parallelGateway' : 'exclusiveGateway'
    const split = this.node(kind, '', x, y)
    const join = this.node(kind, '', x + extent(tree).width - 50, y)
    this.flow(before, split)
    let top = y - extent(tree).height / 2
    for (const child of tree.children) {
      const { height } = extent(child)
      this.flow(this.draw(child, split, x + 50 + gap, top + height / 2), join)
      top += height + gap / 2
    }
    return join
  }

  #loop([body, ...back]: readonly ProcessTree[], before: DrawnNode, x: number, y: number): DrawnNode {
    const parts = [body, ...back].flatMap((part) => (part ? [extent(part)] : []))
    const width = Math.max(...parts.map((part) => part.width)) + 2 * (50 + gap)
    let top = y - stackHeight(parts) / 2
    const middle = (part: ProcessTree): number => top + extent(part).height / 2
    const enter = this.node('exclusiveGateway', '', x, y)
    const leave = this.node('exclusiveGateway', '', x + width - 50, y)
    this.flow(before, enter)
    if (body) {
      this.flow(this.draw(body, enter, x + 50 + gap, middle(body)), leave)
      top += extent(body).height + gap / 2
    }
    for (const child of back) {
      this.flow(this.draw(child, leave, x + 50 + gap, middle(child)), enter)
      top += extent(child).height + gap / 2
    }
    return leave
  }
}
