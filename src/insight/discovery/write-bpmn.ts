import { xmlText } from '../exchange/xml-text.ts'
import type { ProcessTree } from './process-tree.ts'
import { type DrawnFlow, type DrawnNode, drawTree } from './tree-layout.ts'

/** The tree as a BPMN 2.0 process with its diagram: tasks, exclusive and parallel gateways. */
export function writeBpmn(tree: ProcessTree, name: string): string {
  const { nodes, flows } = drawTree(tree)
  const flowId = (index: number): string => `flow_${index + 1}`
  const flowIds = (node: DrawnNode, end: 'source' | 'target', tag: string): string =>
    flows.map((flow, index) => (flow[end] === node ? `<${tag}>${flowId(index)}</${tag}>` : '')).join('')
  const elements = nodes.map((node) => {
    const label = node.name === '' ? '' : ` name="${xmlText(node.name)}"`
    const inside = flowIds(node, 'target', 'incoming') + flowIds(node, 'source', 'outgoing')
    return `    <${node.kind} id="${node.id}"${label}>${inside}</${node.kind}>`
  })
  const sequenceFlows = flows.map(
    ({ source, target }, index) =>
      `    <sequenceFlow id="${flowId(index)}" sourceRef="${source.id}" targetRef="${target.id}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="definitions_1" targetNamespace="urn:tongdian:discovered">
  <process id="process_1" name="${xmlText(name)}" isExecutable="false">
${[...elements, ...sequenceFlows].join('\n')}
  </process>
  <bpmndi:BPMNDiagram id="diagram_1">
    <bpmndi:BPMNPlane id="plane_1" bpmnElement="process_1">
${[...nodes.map(shape), ...flows.map((flow, index) => edge(flow, flowId(index)))].join('\n')}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</definitions>
`
}

const shape = ({ id, x, y, width, height }: DrawnNode): string =>
  `      <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y - height / 2}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`

/** Out of the right side, in at the left, one vertical piece between: through the middle, or beside the target. */
function edge({ source, target }: DrawnFlow, id: string): string {
  const from = { x: source.x + source.width, y: source.y }
  const turn = Math.max(from.x, target.x) - (target.x > from.x ? 25 : -25)
  const points = [from, { x: turn, y: from.y }, { x: turn, y: target.y }, { x: target.x, y: target.y }]
  const waypoints = points.map(({ x, y }) => `<di:waypoint x="${x}" y="${y}"/>`).join('')
  return `      <bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${waypoints}</bpmndi:BPMNEdge>`
}
