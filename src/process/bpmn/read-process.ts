import { BpmnModdle } from 'bpmn-moddle'
import { accept, type Fault, type Result, refuse } from '#kernel'
import type { ProcessGraph } from '../process-graph.ts'
import { type ModdleElement, moddleList, type SourceFile, scanSource } from '../source-file.ts'
import { checkFlows } from './check-flows.ts'
import { checkStructure } from './check-structure.ts'
import { BPMN_NAMESPACE, checkSubset } from './check-subset.ts'
import { compileGraph } from './compile-graph.ts'
import { readElements } from './read-elements.ts'
import { checkTask, readTask } from './read-tasks.ts'
import { checkSoundness } from './soundness.ts'

/**
 * Reads a BPMN 2.0 file (the subset of this room's README) to a compiled graph. Refused (`process-faulty`) with every
 * fault at once, each with the element's id as `path` and its `line` and `element` kind in `data`, in the order of lines.
 */
export async function readProcess(xml: string): Promise<Result<ProcessGraph>> {
  const source = scanSource(xml)
  if (source.faults.length > 0) return faulty(source.faults)
  const process = await findProcess(xml, source)
  if (!process.ok) return process
  const draft = readElements(process.value)
  const tasks = source.elements.filter(
    (e) =>
      e.element === 'userTask' && e.namespace === BPMN_NAMESPACE && e.parent === 'process' && e.process === draft.id,
  )
  const outside = checkSubset(source, draft.id)
  const flows = checkFlows(draft, source)
  const found = [...checkExecutable(process.value, source), ...outside, ...tasks.flatMap(checkTask), ...flows]
  // An element or a flow that was left out would make its neighbours look unconnected.
  const complete = outside.length === 0 && draft.flows.every((flow) => flow.source && flow.target)
  if (complete) found.push(...checkStructure(draft, source))
  if (found.length > 0) return faulty(found)
  const taskById = new Map(tasks.map((task) => [task.id, readTask(task)]))
  const graph = compileGraph(draft, (id) => taskById.get(id) ?? noTask(id))
  const unsound = checkSoundness(graph).map((fault) => source.faultAt(fault.path, fault.code, fault.data))
  return unsound.length > 0 ? faulty(unsound) : accept(graph)
}

function noTask(id: string): never {
  throw new Error(`user task ${id} is in the model but not in the text`)
}

const lineOf = (fault: Fault) => Number(fault.data?.line ?? 0)

function faulty(faults: readonly Fault[]): Result<never> {
  return refuse({ code: 'process-faulty', faults: faults.toSorted((one, other) => lineOf(one) - lineOf(other)) })
}

/** The executable process; where none is marked, the only one, so that all its faults come at once. */
async function findProcess(xml: string, source: SourceFile): Promise<Result<ModdleElement>> {
  const notBpmn = (message: string) => faulty([source.faultAt('', 'not-bpmn', { message })])
  if (source.elements[0]?.namespace !== BPMN_NAMESPACE) return notBpmn('the root is not a BPMN definitions element')
  let definitions: ModdleElement
  try {
    definitions = (await new BpmnModdle().fromXML(xml)).rootElement
  } catch (error) {
    return notBpmn(error instanceof Error ? error.message : String(error))
  }
  const processes = moddleList(definitions, 'rootElements').filter((element) => element.$type === 'bpmn:Process')
  return chooseProcess(processes, source)
}

function chooseProcess(processes: readonly ModdleElement[], source: SourceFile): Result<ModdleElement> {
  const executable = processes.filter((process) => process.get('isExecutable') === true)
  const chosen = executable[0] ?? (processes.length === 1 ? processes[0] : undefined)
  if (executable.length <= 1 && chosen?.id) return accept(chosen)
  if (processes.length === 0) return faulty([source.faultAt('', 'no-process')])
  const wrong = executable.length > 1 ? executable.slice(1) : processes
  const code = executable.length > 1 ? 'second-process' : chosen ? 'missing-id' : 'not-executable'
  return faulty(wrong.map((process) => source.faultAt(process.id ?? '', code)))
}

function checkExecutable(process: ModdleElement, source: SourceFile): Fault[] {
  return process.get('isExecutable') === true ? [] : [source.faultAt(process.id ?? '', 'not-executable')]
}
