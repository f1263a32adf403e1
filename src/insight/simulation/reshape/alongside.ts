import { accept, type Fault, type Result, refuse } from '#kernel'
import type { SimulatedGraph } from '../process-model.ts'

type Node = SimulatedGraph['nodes'][number]
type Flow = SimulatedGraph['flows'][number]

/** The piece of a process that comes right before a task: entered by one flow only, left by one flow only, to the task. */
interface Piece {
  readonly entry: number
  readonly exit: number
  readonly nodes: ReadonlySet<number>
}

/** A process with tasks done alongside others: which, at the same time as which. */
interface Reshaped {
  readonly graph: SimulatedGraph
  readonly together: readonly { readonly task: string; readonly others: readonly string[] }[]
}

/** Tasks that would be done at the same time as this one, were it done alongside what comes before; undefined where no piece does. */
export function tasksBefore(graph: SimulatedGraph, task: string): readonly string[] | undefined {
  const piece = pieceBefore(graph, task)
  return piece && tasksOf(graph, piece)
}

function tasksOf(graph: SimulatedGraph, { nodes }: Piece): readonly string[] {
  return graph.nodes.flatMap(({ id, kind }, place) => (kind === 'task' && nodes.has(place) ? [id] : []))
}

/**
 * The process with these tasks done alongside the piece before each, one after the other: what came after the task waits for
 * both. The piece is the smallest that one flow enters and one flow leaves, whatever loops and branches are in it.
 */
export function putAlongside(graph: SimulatedGraph, tasks: readonly string[]): Result<Reshaped> {
  const faults: Fault[] = []
  const together: { readonly task: string; readonly others: readonly string[] }[] = []
  let changed = graph
  for (const task of tasks) {
    const piece = pieceBefore(changed, task)
    if (piece) {
      together.push({ task, others: tasksOf(changed, piece) })
      changed = alongside(changed, task, piece)
    } else faults.push({ path: `parallel.${task}`, code: 'nothing-to-do-it-alongside' })
  }
  return faults.length > 0 ? refuse({ code: 'scenario-refused', faults }) : accept({ graph: changed, together })
}

function pieceBefore(graph: SimulatedGraph, task: string): Piece | undefined {
  const place = graph.nodes.findIndex(({ id, kind }) => id === task && kind === 'task')
  const node = graph.nodes[place]
  const [exit] = node?.incoming ?? []
  if (!node || exit === undefined || node.incoming.length !== 1 || node.outgoing.length !== 1) return undefined
  const pieces = graph.flows.flatMap((_, entry): Piece[] => {
    const nodes = between(graph, entry, exit)
    return nodes ? [{ entry, exit, nodes }] : []
  })
  const withTasks = pieces.filter(({ nodes }) => [...nodes].some((each) => graph.nodes[each]?.kind === 'task'))
  return withTasks.sort((a, b) => a.nodes.size - b.nodes.size)[0]
}

/** Nodes that lie between two flows; undefined where other flows lead in or out, or the process begins or ends there. */
function between(graph: SimulatedGraph, entry: number, exit: number): ReadonlySet<number> | undefined {
  if (entry === exit) return undefined
  const nodes = new Set<number>()
  const queue = [graph.flows[entry]?.target ?? -1]
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    if (nodes.has(place)) continue
    const node = graph.nodes[place]
    if (!node || !isInside(node)) return undefined
    nodes.add(place)
    for (const flow of node.outgoing) if (flow !== exit) queue.push(graph.flows[flow]?.target ?? -1)
  }
  const leadsIn = ({ source, target }: Flow, flow: number) => flow !== entry && nodes.has(target) && !nodes.has(source)
  const isLeft = nodes.has(graph.flows[exit]?.source ?? -1) && !nodes.has(graph.flows[entry]?.source ?? -1)
  return isLeft && !graph.flows.some(leadsIn) ? nodes : undefined
}

const isInside = ({ kind }: Node): boolean => kind === 'task' || kind === 'exclusive' || kind === 'parallel'

function alongside(graph: SimulatedGraph, task: string, { entry, exit }: Piece): SimulatedGraph {
  const place = graph.nodes.findIndex(({ id }) => id === task)
  const [out = -1] = graph.nodes[place]?.outgoing ?? []
  const [split, join] = [graph.nodes.length, graph.nodes.length + 1]
  const [toPiece, toTask, onward] = [graph.flows.length, graph.flows.length + 1, graph.flows.length + 2]
  const inside = graph.flows[entry]?.target ?? -1
  const behind = graph.flows[out]?.target ?? -1
  const flows: Flow[] = [
    ...graph.flows.map((flow, index) => {
      if (index === entry) return { ...flow, target: split }
      return index === exit || index === out ? { ...flow, target: join } : flow
    }),
    { id: `${task} alongside 1`, source: split, target: inside },
    { id: `${task} alongside 2`, source: split, target: place },
    { id: `${task} alongside 3`, source: join, target: behind },
  ]
  const entered = (node: Node, from: number, to: number): Node => ({
    ...node,
    incoming: node.incoming.map((flow) => (flow === from ? to : flow)),
  })
  const nodes = graph.nodes.map((node, index) => {
    if (index === inside) return entered(node, entry, toPiece)
    if (index === place) return entered(node, exit, toTask)
    return index === behind ? entered(node, out, onward) : node
  })
  const gateway = (id: string, incoming: readonly number[], outgoing: readonly number[]): Node => ({
    ...{ id: `${task} ${id}`, kind: 'parallel' },
    incoming,
    outgoing,
  })
  return {
    ...graph,
    flows,
    nodes: [...nodes, gateway('split', [entry], [toPiece, toTask]), gateway('join', [exit, out], [onward])],
  }
}
