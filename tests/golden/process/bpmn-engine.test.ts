import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getAccepted } from '#kernel'
import { completeTask, openTasks, type ProcessGraph, readProcess, startProcess, type TokenState } from '#process'
import { startReference } from './bpmn-engine-driver.ts'
import { type Block, blocks, someVariables, type WrittenProcess, writeProcess } from './generated-process.ts'

/** Plays one case in both engines with the same choices; the first step after which they differ, if any. */
async function findDivergence(
  graph: ProcessGraph,
  written: WrittenProcess,
  choices: readonly number[],
): Promise<string | undefined> {
  let at = 0
  const random = () => choices[at++ % choices.length] ?? 0
  let variables = someVariables(written.variables, random)
  const reference = await startReference(written.xml, variables)
  let state: TokenState = getAccepted(startProcess(graph, variables)).state
  for (let step = 0; step < 400; step += 1) {
    const tasks = openTasks(state)
    const ours = tasks.map((task) => task.elementId).sort()
    const theirs = reference.open()
    if (ours.join() !== theirs.join()) return `step ${step}: ours ${ours}, theirs ${theirs}`
    if (state.ended !== reference.hasEnded()) return `step ${step}: ended ${state.ended}, theirs not so`
    const task = tasks[Math.floor(random() * tasks.length)]
    if (!task) return undefined
    variables = someVariables(written.variables, random, step > 20)
    reference.complete(task.elementId, variables)
    state = getAccepted(completeTask(graph, state, task.taskId, variables)).state
  }
  throw new Error('a settled case must end within 400 steps')
}

/** Evenly spread numbers from a seed; generated doubles crowd around 0 and 1 and rarely take a middle way. */
const choices = fc.integer({ min: 1, max: 2_147_483_646 }).map((seed) => {
  let state = seed
  return Array.from({ length: 60 }, () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  })
})

/** Any process, and often one in which a terminate end meets another branch at work. */
const processes = fc.oneof(
  { weight: 3, arbitrary: blocks() },
  { weight: 1, arbitrary: blocks({ maxDepth: 2 }).map(besideAbort) },
)

function besideAbort(block: Block): Block {
  const aborting: Block = { kind: 'sequence', parts: [{ kind: 'task' }, { kind: 'abort' }, { kind: 'task' }] }
  return { kind: 'sequence', parts: [{ kind: 'parallel', branches: [aborting, block] }, { kind: 'task' }] }
}

const compile = async (block: Block) => {
  const written = writeProcess(block)
  return { written, graph: getAccepted(await readProcess(written.xml)) }
}

/** Errors in the meaning of gateways, planted in the compiled graph that our side plays. */
const plantedErrors: Readonly<Record<string, (graph: ProcessGraph) => ProcessGraph>> = {
  'a parallel join lets every token through': (graph) => changeNodes(graph, 'parallel', 'join', 'exclusive'),
  'a parallel split takes one flow': (graph) => changeNodes(graph, 'parallel', 'split', 'exclusive'),
  'an exclusive merge waits for all flows': (graph) => changeNodes(graph, 'exclusive', 'join', 'parallel'),
  'an exclusive split takes all flows': (graph) => changeNodes(graph, 'exclusive', 'split', 'parallel'),
  'a default flow is taken although a condition holds': (graph) => ({
    ...graph,
    nodes: graph.nodes.map(({ defaultFlow, ...node }) =>
      defaultFlow === undefined
        ? node
        : { ...node, outgoing: [defaultFlow, ...node.outgoing.filter((flow) => flow !== defaultFlow)] },
    ),
  }),
  'conditions are read the wrong way round': (graph) => ({
    ...graph,
    flows: graph.flows.map((flow) => {
      const { condition } = flow
      if (!condition) return flow
      return { ...flow, condition: { ...condition, holds: (given) => condition.holds(given) === false } }
    }),
  }),
  'a terminate end ends only its own branch': (graph) => ({
    ...graph,
    nodes: graph.nodes.map((node) => (node.kind === 'terminate' ? { ...node, kind: 'end' } : node)),
  }),
}

function changeNodes(
  graph: ProcessGraph,
  kind: 'parallel' | 'exclusive',
  role: 'join' | 'split',
  to: 'parallel' | 'exclusive',
): ProcessGraph {
  const flows = role === 'join' ? 'incoming' : 'outgoing'
  return {
    ...graph,
    nodes: graph.nodes.map((node) => (node.kind === kind && node[flows].length > 1 ? { ...node, kind: to } : node)),
  }
}

describe('the token game against bpmn-engine', () => {
  test('opens the same tasks after every step of generated processes', async () => {
    await fc.assert(
      fc.asyncProperty(processes, choices, async (block, random) => {
        const { written, graph } = await compile(block)
        expect(await findDivergence(graph, written, random)).toBeUndefined()
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    )
  })

  for (const [name, plant] of Object.entries(plantedErrors)) {
    test(`is told apart when ${name}`, async () => {
      const result = await fc.check(
        fc.asyncProperty(processes, choices, async (block, random) => {
          const { written, graph } = await compile(block)
          const diverged = await findDivergence(plant(graph), written, random).catch((error: Error) => error.message)
          return diverged === undefined
        }),
        { numRuns: 300, endOnFailure: true, seed: 20_261_123 },
      )
      expect(result.failed, 'no run noticed the planted error').toBe(true)
    })
  }
})
