import { DmnModdle } from 'dmn-moddle'
import { accept, type Fault, type Result, refuse } from '#kernel'
import { type ModdleElement, moddleChild, moddleList, type SourceFile, scanSource } from '../source-file.ts'
import { compileTable } from './compile-table.ts'
import type { DecisionTable } from './decision-table.ts'

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
  const faults: Fault[] = []
  const tables: DecisionTable[] = []
  for (const element of elements) {
    if (TOLERATED.includes(element.$type)) continue
    const id = element.id ?? ''
    const logic = element.$type === 'dmn:Decision' ? moddleChild(element, 'decisionLogic') : undefined
    if (id === '') faults.push(source.faultAt('', 'missing-id'))
    else if (element.$type !== 'dmn:Decision') faults.push(source.faultAt(id, 'unsupported-element'))
    else if (logic?.$type !== 'dmn:DecisionTable') faults.push(source.faultAt(logic?.id ?? id, 'not-a-table'))
    else {
      const table = compileTable(element, logic, source)
      if (table.ok) tables.push(table.value)
      else faults.push(...(table.refusal.faults ?? []))
    }
  }
  if (elements.length === 0) faults.push(source.faultAt('', 'no-decisions'))
  return faults.length > 0 ? faulty(faults) : accept(tables)
}

function faulty(faults: readonly Fault[]): Result<never> {
  const lineOf = (fault: Fault) => Number(fault.data?.line ?? 0)
  return refuse({ code: 'decisions-faulty', faults: faults.toSorted((one, other) => lineOf(one) - lineOf(other)) })
}
