import type { NodeKind } from '../process-graph.ts'
import { type ModdleElement, moddleChild, moddleList, moddleText } from '../source-file.ts'
import type { DraftFlow, DraftGraph, DraftNode } from './draft-graph.ts'

const kinds: Readonly<Record<string, NodeKind>> = {
  'bpmn:StartEvent': 'start',
  'bpmn:EndEvent': 'end',
  'bpmn:UserTask': 'task',
  'bpmn:ExclusiveGateway': 'exclusive',
  'bpmn:ParallelGateway': 'parallel',
}

/** Takes the supported elements out of a process; the others are `checkSubset`'s to report. */
export function readElements(process: ModdleElement): DraftGraph {
  const elements = moddleList(process, 'flowElements').filter((element) => element.id !== undefined)
  return {
    id: process.id ?? '',
    name: moddleText(process, 'name') ?? process.id ?? '',
    nodes: elements.flatMap(readNode),
    flows: elements.filter((element) => element.$type === 'bpmn:SequenceFlow').map(readFlow),
  }
}

function readNode(element: ModdleElement): DraftNode[] {
  const kind = kinds[element.$type]
  if (!kind) return []
  const id = element.id ?? ''
  const defaultFlow = moddleChild(element, 'default')?.id
  return [
    {
      id,
      name: moddleText(element, 'name') ?? id,
      kind: kind === 'end' && moddleList(element, 'eventDefinitions').length > 0 ? 'terminate' : kind,
      ...(defaultFlow === undefined ? {} : { defaultFlow }),
    },
  ]
}

function readFlow(element: ModdleElement): DraftFlow {
  const expression = moddleChild(element, 'conditionExpression')
  const language = expression && moddleText(expression, 'language')
  return {
    id: element.id ?? '',
    name: moddleText(element, 'name') ?? '',
    source: moddleChild(element, 'sourceRef')?.id,
    target: moddleChild(element, 'targetRef')?.id,
    ...(expression ? { condition: (moddleText(expression, 'body') ?? '').trim() } : {}),
    ...(language === undefined ? {} : { conditionLanguage: language }),
  }
}
