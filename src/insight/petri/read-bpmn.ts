import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { accept, type Fault, type Result, refuse } from '#kernel'
import { NetBuilder } from './net-builder.ts'
import type { AcceptingNet } from './petri-net.ts'

interface FlowNode {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly line: number
  readonly incoming: number[]
  readonly outgoing: number[]
}

interface Flow {
  readonly source: string
  readonly target: string
  readonly line: number
}

const tasks = /^(task|userTask|manualTask|serviceTask|scriptTask|sendTask|receiveTask|businessRuleTask|callActivity)$/
const nodesOfInterest = /(Event|Gateway|subProcess|transaction|adHocSubProcess)$/i

/**
 * A BPMN process as a net, for replay and alignments: each sequence flow is a place; a node with several ways in takes one
 * token of any (parallel gateways one of each), and gives one to each way out (exclusive and event-based gateways to one of
 * them). A task is called by its id where that is one of `activities`, else by its name. Refused, with the line: inclusive and complex gateways, sub-processes, boundary events.
 */
export function readBpmnNet(text: string, activities: ReadonlySet<string> = new Set()): Result<AcceptingNet> {
  const faults: Fault[] = []
  const nodes = new Map<string, FlowNode>()
  const flows: Flow[] = []
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', (tag) => takeElement(tag, parser.line, nodes, flows, faults))
  try {
    parser.write(text).close()
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/^[^ ]*\d+:\d+: /, '') : String(error)
    faults.push({ path: `line ${parser.line}`, code: 'broken-xml', data: { message } })
  }
  if (faults.length === 0 && nodes.size === 0) faults.push({ path: 'line 1', code: 'not-a-process' })
  const net = faults.length === 0 ? build(nodes, flows, activities, faults) : undefined
  return net && faults.length === 0 ? accept(net) : refuse({ code: 'model-refused', faults })
}

function takeElement(
  tag: SaxesTagPlain,
  line: number,
  nodes: Map<string, FlowNode>,
  flows: Flow[],
  faults: Fault[],
): void {
  const kind = tag.name.replace(/^.*:/, '')
  const { id = '', name = '', sourceRef = '', targetRef = '' } = tag.attributes
  if (kind === 'sequenceFlow') flows.push({ source: sourceRef, target: targetRef, line })
  else if (tasks.test(kind) || nodesOfInterest.test(kind)) {
    if (!isSupported(kind))
      faults.push({ path: `line ${line}`, code: 'element-not-supported', data: { element: kind, id } })
    nodes.set(id, { id, kind, name, line, incoming: [], outgoing: [] })
  }
}

const isSupported = (kind: string): boolean =>
  tasks.test(kind) ||
  /^(start|end|intermediateCatch|intermediateThrow)Event$/.test(kind) ||
  /^(exclusive|parallel|eventBased)Gateway$/.test(kind)

function build(
  nodes: ReadonlyMap<string, FlowNode>,
  flows: readonly Flow[],
  activities: ReadonlySet<string>,
  faults: Fault[],
): AcceptingNet {
  const builder = new NetBuilder()
  const source = builder.addPlace('source')
  const sink = builder.addPlace('sink')
  for (const flow of flows) {
    const place = builder.addPlace(`${flow.source} to ${flow.target}`)
    const [from, to] = [nodes.get(flow.source), nodes.get(flow.target)]
    if (!from || !to) faults.push({ path: `line ${flow.line}`, code: 'flow-to-nowhere', data: { ...flow } })
    from?.outgoing.push(place)
    to?.incoming.push(place)
  }
  for (const node of nodes.values()) addNode(builder, node, labelOf(node, activities), [source, sink], faults)
  return builder.build(new Map([[source, 1]]), new Map([[sink, 1]]))
}

/** Null where nothing of the log happens there. */
function labelOf({ id, kind, name }: FlowNode, activities: ReadonlySet<string>): string | null {
  if (!tasks.test(kind)) return null
  return activities.has(id) ? id : name || id
}

function addNode(
  builder: NetBuilder,
  node: FlowNode,
  label: string | null,
  [source, sink]: readonly [number, number],
  faults: Fault[],
): void {
  const ins = node.kind === 'startEvent' ? [source] : node.incoming
  const outs = node.kind === 'endEvent' ? [sink] : node.outgoing
  if (ins.length === 0 || outs.length === 0) {
    faults.push({ path: `line ${node.line}`, code: 'node-not-connected', data: { id: node.id } })
    return
  }
  const oneOf = node.kind === 'exclusiveGateway' || node.kind === 'eventBasedGateway'
  const inputSets = node.kind === 'parallelGateway' ? [ins] : ins.map((place) => [place])
  const outputSets = oneOf ? outs.map((place) => [place]) : [outs]
  for (const inputs of inputSets) {
    for (const outputs of outputSets) {
      const transition = builder.addTransition(label)
      for (const place of inputs) builder.addInput(place, transition)
      for (const place of outputs) builder.addOutput(transition, place)
    }
  }
}
