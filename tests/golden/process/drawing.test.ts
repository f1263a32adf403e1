import { readdirSync, readFileSync } from 'node:fs'
import { BpmnModdle } from 'bpmn-moddle'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getAccepted } from '#kernel'
import { drawProcess, isDrawn, readProcess } from '#process'
import { blocks, writeProcess } from './generated-process.ts'

interface Box {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Line {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** Shapes and lines as written in the file, read by simple means. */
function readDrawing(xml: string): { shapes: Box[]; lines: Line[] } {
  const shapes = [
    ...xml.matchAll(
      /<bpmndi:BPMNShape [^>]*bpmnElement="([^"]+)"[^>]*>\s*<dc:Bounds x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g,
    ),
  ].map(([, id = '', ...numbers]) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number)
    return { id, x, y, width, height }
  })
  const lines = [
    ...xml.matchAll(/<bpmndi:BPMNEdge [^>]*bpmnElement="([^"]+)"[^>]*>([\s\S]*?)<\/bpmndi:BPMNEdge>/g),
  ].map(([, id = '', body = '']) => {
    const [, source = '', target = ''] =
      new RegExp(`<sequenceFlow id="${id}" sourceRef="([^"]+)" targetRef="([^"]+)"`).exec(xml) ?? []
    const points = [...body.matchAll(/<di:waypoint x="([^"]+)" y="([^"]+)"/g)].map(([, x, y]) => ({
      x: Number(x),
      y: Number(y),
    }))
    return { id, source, target, points }
  })
  return { shapes, lines }
}

const touch = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

/** The stretches of a line as boxes a hair wide. */
const stretches = ({ id, points }: Line): Box[] =>
  points.slice(1).map((end, index) => {
    const start = points[index] ?? end
    const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)]
    return { id, x, y, width: Math.abs(start.x - end.x) + 0.1, height: Math.abs(start.y - end.y) + 0.1 }
  })

function overlaps({ shapes }: { shapes: Box[] }): string[] {
  return shapes.flatMap((one, index) =>
    shapes.slice(index + 1).flatMap((other) => (touch(one, other) ? [`${one.id} on ${other.id}`] : [])),
  )
}

function crossed({ shapes, lines }: { shapes: Box[]; lines: Line[] }): string[] {
  return lines.flatMap((line) =>
    shapes
      .filter(({ id }) => id !== line.source && id !== line.target)
      .filter((shape) => stretches(line).some((stretch) => touch(stretch, shape)))
      .map((shape) => `${line.id} through ${shape.id}`),
  )
}

const skewed = ({ lines }: { lines: Line[] }) =>
  lines
    .filter(({ points }) =>
      points.some((point, index) => index > 0 && point.x !== points[index - 1]?.x && point.y !== points[index - 1]?.y),
    )
    .map((line) => line.id)

describe('a drawing', () => {
  test('of a generated process has every element once, nothing on top of another, and only right angles', async () => {
    await fc.assert(
      fc.asyncProperty(blocks(), async (block) => {
        const { xml } = writeProcess(block)
        const drawing = readDrawing(getAccepted(await drawProcess(xml)))
        const graph = getAccepted(await readProcess(xml))
        expect(drawing.shapes.map((shape) => shape.id).sort()).toEqual(graph.nodes.map((node) => node.id).sort())
        expect(drawing.lines.map((line) => line.id).sort()).toEqual(graph.flows.map((flow) => flow.id).sort())
        expect(overlaps(drawing)).toEqual([])
        expect(skewed(drawing)).toEqual([])
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    )
  })

  const folder = 'standards/processes'
  for (const name of readdirSync(folder)) {
    test(`of ${name} is there, runs through no element, and is read without a warning`, async () => {
      const xml = readFileSync(`${folder}/${name}`, 'utf8')
      expect(isDrawn(xml)).toBe(true)
      const drawing = readDrawing(xml)
      expect(drawing.shapes.length).toBe(getAccepted(await readProcess(xml)).nodes.length)
      expect([...overlaps(drawing), ...crossed(drawing), ...skewed(drawing)]).toEqual([])
      expect((await new BpmnModdle().fromXML(xml)).warnings).toEqual([])
    })
  }

  test('made twice is the same, and leaves the rest of the file alone', async () => {
    const { xml } = writeProcess({ kind: 'sequence', parts: [{ kind: 'task' }, { kind: 'task' }] })
    const once = getAccepted(await drawProcess(xml))
    expect(getAccepted(await drawProcess(once))).toBe(once)
    expect(once.replace(/\s*<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>\s*/, '\n')).toBe(xml)
    expect(isDrawn(xml)).toBe(false)
  })
})
