import type { Fault } from '#kernel'
import { type SourceElement, type SourceFile, sourceFault } from '../source-file.ts'

export const BPMN_NAMESPACE = 'http://www.omg.org/spec/BPMN/20100524/MODEL'

const described = ['documentation', 'extensionElements', 'auditing', 'monitoring', 'categoryValueRef']
const flowing = [...described, 'incoming', 'outgoing']

/** Drawing and data: kept in the file, without meaning for the token game. */
const drawing = [
  'laneSet',
  'dataObject',
  'dataObjectReference',
  'dataStoreReference',
  'textAnnotation',
  'association',
  'group',
  'ioSpecification',
  'property',
]

/** The supported subset: for each element, the BPMN elements that may stand in it. */
const allowedIn: Readonly<Record<string, ReadonlySet<string>>> = {
  process: new Set([
    ...described,
    ...drawing,
    'startEvent',
    'endEvent',
    'userTask',
    'exclusiveGateway',
    'parallelGateway',
    'sequenceFlow',
  ]),
  startEvent: new Set(flowing),
  endEvent: new Set([...flowing, 'terminateEventDefinition']),
  userTask: new Set([...flowing, 'ioSpecification', 'property', 'dataInputAssociation', 'dataOutputAssociation']),
  exclusiveGateway: new Set(flowing),
  parallelGateway: new Set(flowing),
  sequenceFlow: new Set([...described, 'conditionExpression']),
}

const flowElements = new Set([
  'startEvent',
  'endEvent',
  'userTask',
  'exclusiveGateway',
  'parallelGateway',
  'sequenceFlow',
])

/** Attributes that would change the meaning, with the only value the token game can play. */
const onlyValue: Readonly<Record<string, string>> = {
  isForCompensation: 'false',
  startQuantity: '1',
  completionQuantity: '1',
}

/** Every element and attribute of one process that the token game does not know, and every element without an id. */
export function checkSubset(source: SourceFile, processId: string): Fault[] {
  return source.elements
    .filter((element) => element.namespace === BPMN_NAMESPACE && element.process === processId)
    .flatMap((element) => [...unsupported(element), ...withoutId(element), ...misplacedWork(element)])
}

function unsupported(element: SourceElement): Fault[] {
  const allowed = allowedIn[element.parent]
  if (allowed && element.parentNamespace === BPMN_NAMESPACE && !allowed.has(element.element)) {
    return [sourceFault(element, 'unsupported-element', { inside: element.parent })]
  }
  if (!flowElements.has(element.element)) return []
  return Object.entries(element.attributes)
    .filter(([name, value]) => onlyValue[name] !== undefined && onlyValue[name] !== value)
    .map(([attribute, value]) => sourceFault(element, 'unsupported-attribute', { attribute, value }))
}

function withoutId(element: SourceElement): Fault[] {
  return flowElements.has(element.element) && element.parent === 'process' && element.id === ''
    ? [sourceFault(element, 'missing-id')]
    : []
}

function misplacedWork(element: SourceElement): Fault[] {
  if (element.element === 'userTask' || element.element === 'process') return []
  return Object.keys(element.work).map((attribute) => sourceFault(element, 'work-on-no-task', { attribute }))
}
