import { DmnModdle } from 'dmn-moddle'
import { accept, type Fault, type Result, refuse } from '#kernel'
import { type ModdleElement, moddleChild, moddleList, type SourceFile, scanSource } from '../source-file.ts'
import { compileTable } from './compile-table.ts'
import type { DecisionTable } from './decision-table.ts'

/** Whether an XML text is a DMN file, by the namespace of its root element. */
export function isDecisionFile(xml: string): boolean {
  return scanSource(xml).elements[0]?.namespace.toLowerCase().includes('/spec/dmn/') ?? false
}

export const DMN_NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/'

/** What a file of tables may hold beside decisions: drawing and documentation. */
const TOLERATED: readonly string[] = ['dmn:InputData', 'dmn:KnowledgeSource', 'dmn:TextAnnotation']

/**
 * Reads the decision tables of a DMN 1.3 file. Refused (`decisions-faulty`) with every fault at once, each with the
 * element's id as `path` and its `line` and `element` kind in `data`, in the order of lines.
 */
export async function readDecisions(xml: string): Promise<Result<DecisionTable[]>> {
  const source = scanSource(xml)
  if (source.faults.length > 0) return faulty(source.faults)
  const root = source.elements[0]
  if (root?.namespace !== DMN_NAMESPACE || root.element !== 'definitions') {
    return faulty([source.faultAt('', 'not-dmn', { namespace: root?.namespace ?? '', wanted: DMN_NAMESPACE })])
  }
  let definitions: ModdleElement
  try {
    definitions = (await new DmnModdle().fromXML(xml)).rootElement
  } catch (error) {
    return faulty([source.faultAt('', 'not-dmn', { message: error instanceof Error ? error.message : String(error) })])
  }
  return compileAll(moddleList(definitions, 'drgElement'), source)
}

function compileAll(elements: readonly ModdleElement[], source: SourceFile): Result<DecisionTable[]> {
  const compiled = elements
    .filter((element) => !TOLERATED.includes(element.$type))
    .map((element) => compileDecision(element, source))
  const faults = compiled.flatMap((table) => (table.ok ? [] : (table.refusal.faults ?? [])))
  if (compiled.length === 0) faults.push(source.faultAt('', 'no-decisions'))
  return faults.length > 0 ? faulty(faults) : accept(compiled.flatMap((table) => (table.ok ? [table.value] : [])))
}

function compileDecision(element: ModdleElement, source: SourceFile): Result<DecisionTable> {
  const id = element.id ?? ''
  if (id === '') return faulty([source.faultAt('', 'missing-id')])
  if (element.$type !== 'dmn:Decision') return faulty([source.faultAt(id, 'unsupported-element')])
  const logic = moddleChild(element, 'decisionLogic')
  if (logic?.$type !== 'dmn:DecisionTable') return faulty([source.faultAt(logic?.id ?? id, 'not-a-table')])
  const chained = moddleList(element, 'informationRequirement').some((needed) => needed.get('requiredDecision'))
  // A caller hands all inputs in; a table that waits for another table's answer would be asked half.
  return chained ? faulty([source.faultAt(id, 'needs-other-decision')]) : compileTable(element, logic, source)
}

function faulty(faults: readonly Fault[]): Result<never> {
  const lineOf = (fault: Fault) => Number(fault.data?.line ?? 0)
  return refuse({ code: 'decisions-faulty', faults: faults.toSorted((one, other) => lineOf(one) - lineOf(other)) })
}
