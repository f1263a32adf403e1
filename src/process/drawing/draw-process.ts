import { accept, type Result } from '#kernel'
import { readProcess } from '../bpmn/read-process.ts'
import type { ProcessGraph } from '../process-graph.ts'
import { arrangeRows } from './arrange-rows.ts'
import { forwardGraph } from './forward-graph.ts'
import { type Box, placeShapes, type Shape } from './place-shapes.ts'
import { type Edge, routeFlows } from './route-flows.ts'

const DIAGRAM = /\s*<bpmndi:BPMNDiagram\b[\s\S]*<\/bpmndi:BPMNDiagram>/

/** Whether a BPMN file already says how it is drawn. */
export const isDrawn = (xml: string): boolean => /<(?:\w+:)?BPMNDiagram\b/.test(xml)

/**
 * Adds the drawing (BPMN DI) to a process file, every other character left as it is; a drawing of ours is replaced.
 * Refused as `readProcess` refuses. Lanes, notes and data are not drawn.
 */
export async function drawProcess(xml: string): Promise<Result<string>> {
  const bare = xml.replace(DIAGRAM, '')
  const graph = await readProcess(bare)
  if (!graph.ok) return graph
  const end = bare.lastIndexOf('</')
  return accept(`${bare.slice(0, end).trimEnd()}\n${diagramOf(graph.value)}\n${bare.slice(end)}`)
}

function diagramOf(graph: ProcessGraph): string {
  const forward = forwardGraph(graph)
  const grid = arrangeRows(graph, forward)
  const shapes = placeShapes(graph, grid)
  const edges = routeFlows(graph, forward, grid, shapes)
  return [
    `  <bpmndi:BPMNDiagram id="${graph.id}-diagram" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI">`,
    `    <bpmndi:BPMNPlane id="${graph.id}-plane" bpmnElement="${graph.id}">`,
    ...shapes.map((shape) => shapeXml(shape)),
    ...edges.map((edge) => edgeXml(edge)),
    '    </bpmndi:BPMNPlane>',
    '  </bpmndi:BPMNDiagram>',
  ].join('\n')
}

const bounds = ({ x, y, width, height }: Box) => `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />`

const labelXml = (label: Box | undefined) =>
  label ? [`        <bpmndi:BPMNLabel>${bounds(label)}</bpmndi:BPMNLabel>`] : []

function shapeXml({ id, kind, label, ...box }: Shape): string {
  const marker = kind === 'exclusive' ? ' isMarkerVisible="true"' : ''
  return [
    `      <bpmndi:BPMNShape id="${id}-shape" bpmnElement="${id}"${marker}>`,
    `        ${bounds(box)}`,
    ...labelXml(label),
    '      </bpmndi:BPMNShape>',
  ].join('\n')
}

function edgeXml({ id, points, label }: Edge): string {
  return [
    `      <bpmndi:BPMNEdge id="${id}-edge" bpmnElement="${id}">`,
    ...points.map(({ x, y }) => `        <di:waypoint x="${x}" y="${y}" />`),
    ...labelXml(label),
    '      </bpmndi:BPMNEdge>',
  ].join('\n')
}
