import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readProcess } from '#process'
import { blocks, faithful, type Writing, writeProcess } from './generated-process.ts'

/** A process as a plain net, read from the XML by simple means: gateways, and flows between them. */
interface Net {
  readonly nodes: ReadonlyMap<string, { readonly tag: string; readonly into: string[]; readonly out: string[] }>
}

function readNet(xml: string): Net {
  const nodes = new Map<string, { tag: string; into: string[]; out: string[] }>()
  for (const [, tag = '', id = '', rest = ''] of xml.matchAll(/<(\w+(?:Event|Task|Gateway)) id="(\w+)"([^\n]*)/g)) {
    nodes.set(id, { tag: rest.includes('terminate') ? 'terminate' : tag, into: [], out: [] })
  }
  for (const [, flow = '', source = '', target = ''] of xml.matchAll(
    /id="(f\d+)" sourceRef="(\w+)" targetRef="(\w+)"/g,
  )) {
    nodes.get(source)?.out.push(flow)
    nodes.get(target)?.into.push(flow)
  }
  return { nodes }
}

/** What plain search over all token counts shows; `undefined` when there are too many to search. */
function searchNet({ nodes }: Net): 'sound' | 'stuck' | 'two-tokens' | 'never-taken' | undefined {
  const start = [...nodes.values()].find((node) => node.tag === 'startEvent')?.out ?? []
  const seen = new Map<string, string[]>()
  const queue = [[...start].sort()]
  let doubled = false
  const taken = new Set<string>()
  for (let marking = queue.pop(); marking; marking = queue.pop()) {
    const key = marking.join()
    if (seen.has(key)) continue
    if (seen.size > 3000) return undefined
    if (new Set(marking).size < marking.length) {
      doubled = true
      continue
    }
    for (const flow of marking) taken.add(flow)
    const next = [...nodes.values()].flatMap((node) => fire(node, marking))
    seen.set(
      key,
      next.map((after) => after.join()),
    )
    queue.push(...next)
  }
  if (doubled) return 'two-tokens'
  if (!allCanEnd(seen)) return 'stuck'
  return taken.size < [...nodes.values()].flatMap((node) => node.out).length ? 'never-taken' : 'sound'
}

function fire(
  node: { readonly tag: string; readonly into: readonly string[]; readonly out: readonly string[] },
  marking: readonly string[],
): string[][] {
  const here = node.into.filter((flow) => marking.includes(flow))
  if (here.length === 0) return []
  if (node.tag === 'terminate') return [[]]
  const parallel = node.tag === 'parallelGateway'
  if (parallel && here.length < node.into.length) return []
  const consumed = parallel ? [here] : here.map((flow) => [flow])
  const produced = node.tag === 'exclusiveGateway' ? node.out.map((flow) => [flow]) : [node.out]
  return consumed.flatMap((gone) =>
    produced.map((sent) => [...marking.filter((flow) => !gone.includes(flow)), ...sent].sort()),
  )
}

function allCanEnd(graph: ReadonlyMap<string, readonly string[]>): boolean {
  const ending = new Set([''])
  for (let size = -1; size !== ending.size; ) {
    size = ending.size
    for (const [marking, next] of graph) if (next.some((after) => ending.has(after))) ending.add(marking)
  }
  return [...graph.keys()].every((marking) => ending.has(marking))
}

const verdicts: Readonly<Record<string, string>> = {
  'two-tokens': 'two-tokens',
  'join-may-wait-for-ever': 'stuck',
  'cannot-end': 'stuck',
  'never-taken': 'never-taken',
}

/** The reader's verdict in the search's words; `outside`: refused before soundness is asked. */
async function verdictOf(xml: string): Promise<string> {
  const read = await readProcess(xml)
  if (read.ok) return 'sound'
  return verdicts[read.refusal.faults?.[0]?.code ?? ''] ?? 'outside'
}

/** Processes written with one gateway kind wrong, some of which cannot be played. */
const misprints: readonly Partial<Writing>[] = [
  {},
  { parallelJoin: 'exclusiveGateway' },
  { parallelSplit: 'exclusiveGateway' },
  { exclusiveMerge: 'parallelGateway' },
]

describe('soundness', () => {
  test('is judged as a plain search over all token counts judges it', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(blocks({ maxDepth: 2 }), fc.constantFrom(...misprints), async (block, misprint) => {
        const { xml } = writeProcess(block, { ...faithful, ...misprint })
        // A split written exclusive has no conditions; they change nothing here but would be refused first.
        const conditioned = xml.replaceAll(/(sourceRef="fork\d+" [^>]*)><\/sequenceFlow>/g, (whole, head: string) =>
          misprint.parallelSplit ? `${head}><conditionExpression>v = 1</conditionExpression></sequenceFlow>` : whole,
        )
        const searched = searchNet(readNet(conditioned))
        fc.pre(searched !== undefined)
        seen.add(searched)
        expect(await verdictOf(conditioned)).toBe(searched)
      }),
      { numRuns: Number(process.env.RUNS ?? 400) },
    )
    expect([...seen]).toEqual(expect.arrayContaining(['sound', 'stuck', 'two-tokens']))
  })
})
