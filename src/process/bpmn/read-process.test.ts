import { describe, expect, test } from 'vitest'
import { getAccepted } from '#kernel'
import { canReach } from '../process-graph.ts'
import { readProcess } from './read-process.ts'

const WORK = 'tongdian:useCase="do-it" tongdian:role="clerk" tongdian:stage="works"'

/** A process file with one element a line; the first stands on line 4. */
const file = (...elements: string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tongdian="https://tongdian.example/bpmn" id="file" targetNamespace="t">
<process id="p" name="A process" isExecutable="true">
${elements.join('\n')}
</process>
</definitions>`

const task = (id: string, more = '') => `<userTask id="${id}" name="Task ${id}" ${WORK} ${more}/>`
const flow = (id: string, from: string, to: string, condition?: string) =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${condition === undefined ? '' : `<conditionExpression>${condition}</conditionExpression>`}</sequenceFlow>`
const START = '<startEvent id="start"/>'
const END = '<endEvent id="end"/>'

/** `line code path` of every fault. */
async function faultsOf(xml: string): Promise<string[]> {
  const read = await readProcess(xml)
  if (read.ok) return []
  return (read.refusal.faults ?? []).map(({ path, code, data }) => `${data?.line} ${code} ${path}`)
}

describe('a process file in the subset', () => {
  test('is compiled with its tasks in order and what their attributes say', async () => {
    const graph = getAccepted(
      await readProcess(
        file(
          START,
          task(
            'b',
            'tongdian:limitRow="supply-plan" tongdian:clockOwner="customer" tongdian:customerVisible="true" tongdian:unit="metering"',
          ),
          task('a'),
          flow('f1', 'start', 'a'),
          flow('f2', 'a', 'b'),
          flow('f3', 'b', 'end'),
          END,
        ),
      ),
    )
    expect(graph.tasks).toEqual([
      {
        id: 'a',
        name: 'Task a',
        useCase: 'do-it',
        role: 'clerk',
        stage: 'works',
        clockOwner: 'company',
        customerVisible: false,
      },
      {
        id: 'b',
        name: 'Task b',
        useCase: 'do-it',
        role: 'clerk',
        stage: 'works',
        limitRow: 'supply-plan',
        clockOwner: 'customer',
        customerVisible: true,
        unit: 'metering',
      },
    ])
    expect(graph).toMatchObject({ id: 'p', name: 'A process', stages: ['works'] })
    expect([canReach(graph, 'a', 'b'), canReach(graph, 'b', 'a'), canReach(graph, 'a', 'a')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('may carry drawing and data that mean nothing to the game, under any prefix', async () => {
    const xml = `<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="https://tongdian.example/bpmn" id="file" targetNamespace="t">
<b:collaboration id="c"><b:participant id="us" processRef="p"/><b:participant id="customer"/><b:messageFlow id="m" sourceRef="customer" targetRef="a"/></b:collaboration>
<b:process id="p" isExecutable="true"><b:laneSet id="lanes"><b:lane id="lane"><b:flowNodeRef>a</b:flowNodeRef></b:lane></b:laneSet>
<b:startEvent id="s"/><b:userTask id="a" x:useCase="do-it" x:role="clerk" x:stage="works"><b:documentation>what to do</b:documentation></b:userTask><b:endEvent id="e"/>
<b:sequenceFlow id="f1" sourceRef="s" targetRef="a"/><b:sequenceFlow id="f2" sourceRef="a" targetRef="e"/>
<b:dataObject id="d"/><b:textAnnotation id="note"><b:text>a note</b:text></b:textAnnotation><b:association id="as" sourceRef="a" targetRef="note"/><b:group id="g"/>
</b:process></b:definitions>`
    expect(await faultsOf(xml)).toEqual([])
  })

  test('gives the stages in the order in which work flows through them', async () => {
    const at = (id: string, stage: string) => task(id).replace('"works"', `"${stage}"`)
    const graph = getAccepted(
      await readProcess(
        file(
          START,
          '<parallelGateway id="fork"/>',
          '<parallelGateway id="join"/>',
          at('grid', 'works'),
          at('review', 'design-review'),
          at('build', 'works'),
          flow('f1', 'start', 'fork'),
          flow('f2', 'fork', 'grid'),
          flow('f3', 'fork', 'review'),
          flow('f4', 'review', 'build'),
          flow('f5', 'build', 'join'),
          flow('f6', 'grid', 'join'),
          flow('f7', 'join', 'end'),
          END,
        ),
      ),
    )
    expect(graph.stages).toEqual(['design-review', 'works'])
  })
})

describe('a process file outside the subset is refused', () => {
  const straight = [START, task('a'), flow('f1', 'start', 'a'), flow('f2', 'a', 'end'), END]

  test.each<[string, string, string[]]>([
    ['not XML', 'hello', ['1 not-well-formed ']],
    ['XML that breaks off', `${file(...straight).slice(0, -30)}`, ['8 not-well-formed p']],
    ['not BPMN', '<a id="x"/>', ['1 not-bpmn ']],
    ['an id used twice', file(...straight, task('a')), ['9 duplicate-id a']],
    [
      'unsupported and unknown elements',
      file(
        ...straight,
        '<serviceTask id="call"/>',
        '<foo id="what"/>',
        '<subProcess id="sub"><task id="inner"/></subProcess>',
      ),
      ['9 unsupported-element call', '10 unsupported-element what', '11 unsupported-element sub'],
    ],
    [
      'a timer start, an error end, a loop and a potential owner',
      file(
        '<startEvent id="start"><timerEventDefinition id="timer"/></startEvent>',
        `<userTask id="a" ${WORK}>`,
        '<multiInstanceLoopCharacteristics id="many"/>',
        '<potentialOwner id="owner"/></userTask>',
        flow('f1', 'start', 'a'),
        flow('f2', 'a', 'end'),
        '<endEvent id="end"><errorEventDefinition id="error"/></endEvent>',
      ),
      [
        '4 unsupported-element timer',
        '6 unsupported-element many',
        '7 unsupported-element owner',
        '10 unsupported-element error',
      ],
    ],
    [
      'compensation',
      file(START, task('a', 'isForCompensation="true"'), flow('f1', 'start', 'a'), flow('f2', 'a', 'end'), END),
      ['5 unsupported-attribute a'],
    ],
    [
      'an element without an id',
      file(...straight, '<sequenceFlow sourceRef="a" targetRef="end"/>'),
      ['9 missing-id sequenceFlow'],
    ],
    [
      'a process nobody marked executable',
      file(...straight).replace('isExecutable="true"', ''),
      ['3 not-executable p'],
    ],
    [
      'two executable processes',
      file(...straight).replace('</definitions>', '<process id="q" isExecutable="true"/></definitions>'),
      ['10 second-process q'],
    ],
  ])('%s', async (_, xml, wanted) => {
    expect(await faultsOf(xml)).toEqual(wanted)
  })
})

describe('a process file that could not be played is refused', () => {
  const choice = (
    more: string[],
    conditionA: string | undefined,
    conditionB: string | undefined,
    gateway = '<exclusiveGateway id="x"/>',
  ) =>
    file(
      START,
      task('a'),
      gateway,
      task('b'),
      END,
      ...more,
      flow('f1', 'start', 'a'),
      flow('f2', 'a', 'x'),
      flow('f3', 'x', 'b', conditionA),
      flow('f4', 'x', 'end', conditionB),
      flow('f5', 'b', 'end'),
    )

  test.each<[string, string, string[]]>([
    [
      'attributes missing, unknown, ill-formed and misplaced',
      file(
        '<startEvent id="start" tongdian:stage="works"/>',
        '<userTask id="a" tongdian:role="Clerk" tongdian:stage="works" tongdian:clockOwner="weather" tongdian:colour="red"/>',
        flow('f1', 'start', 'a'),
        flow('f2', 'a', 'end'),
        END,
      ),
      [
        '4 work-on-no-task start',
        '5 missing-attribute a',
        '5 bad-attribute a',
        '5 bad-attribute a',
        '5 unknown-attribute a',
      ],
    ],
    ['no start and no end', file(task('a'), flow('f1', 'a', 'a')), ['3 no-start p', '3 no-end p']],
    [
      'two starts',
      file(
        START,
        '<startEvent id="again"/>',
        task('a'),
        flow('f1', 'start', 'a'),
        flow('f2', 'again', 'a'),
        flow('f3', 'a', 'end'),
        END,
      ),
      ['5 second-start again'],
    ],
    [
      'a flow from and to nowhere',
      file(START, task('a'), flow('f1', 'start', 'a'), flow('f2', 'a', 'nowhere'), flow('f3', 'never', 'end'), END),
      ['7 unknown-target f2', '8 unknown-source f3'],
    ],
    [
      'a dead end and an element nobody reaches',
      file(START, task('a'), task('b'), flow('f1', 'start', 'a'), END),
      ['5 dead-end a', '6 unreachable b', '6 dead-end b', '8 unreachable end'],
    ],
    [
      'an island that leads in circles',
      file(
        START,
        task('a'),
        flow('f1', 'start', 'a'),
        flow('f2', 'a', 'end'),
        END,
        task('b'),
        task('c'),
        flow('f3', 'b', 'c'),
        flow('f4', 'c', 'b'),
      ),
      ['9 unreachable b', '9 cannot-reach-end b', '10 unreachable c', '10 cannot-reach-end c'],
    ],
    [
      'a task with two ways out',
      file(
        START,
        task('a'),
        task('b'),
        flow('f1', 'start', 'a'),
        flow('f2', 'a', 'b'),
        flow('f3', 'a', 'end'),
        flow('f4', 'b', 'end'),
        END,
      ),
      ['5 implicit-split a'],
    ],
    ['a choice without a condition', choice([], 'ok = true', undefined), ['12 missing-condition f4']],
    [
      'a condition that is not FEEL',
      choice([], 'ok == true', 'ok =', '<exclusiveGateway id="x"/>'),
      ['11 condition-not-feel f3', '12 condition-not-feel f4'],
    ],
    [
      'a default flow with a condition',
      choice([], 'ok = true', 'ok = false', '<exclusiveGateway id="x" default="f4"/>'),
      ['12 default-with-condition f4'],
    ],
    [
      'a default flow of another gateway',
      choice([], 'ok = true', 'ok = false', '<exclusiveGateway id="x" default="f1"/>'),
      ['6 unknown-default x'],
    ],
    [
      'a condition where nothing is chosen',
      file(START, task('a'), flow('f1', 'start', 'a', 'ok = true'), flow('f2', 'a', 'end'), END),
      ['6 condition-without-choice f1'],
    ],
    [
      'a circle of gateways alone',
      file(
        START,
        task('a'),
        '<exclusiveGateway id="x"/>',
        '<exclusiveGateway id="y" default="f4"/>',
        flow('f1', 'start', 'a'),
        flow('f2', 'a', 'x'),
        flow('f3', 'x', 'y'),
        flow('f4', 'y', 'end'),
        flow('f5', 'y', 'x', 'again = true'),
        END,
      ),
      ['6 loop-without-task x', '7 loop-without-task y'],
    ],
    [
      'a join that waits for a branch not taken',
      file(
        START,
        '<exclusiveGateway id="x" default="f3"/>',
        task('a'),
        task('b'),
        '<parallelGateway id="join"/>',
        END,
        flow('f1', 'start', 'x'),
        flow('f2', 'x', 'a', 'ok = true'),
        flow('f3', 'x', 'b'),
        flow('f4', 'a', 'join'),
        flow('f5', 'b', 'join'),
        flow('f6', 'join', 'end'),
      ),
      ['8 join-may-wait-for-ever join'],
    ],
    [
      'parallel work that is merged, not joined',
      file(
        START,
        '<parallelGateway id="fork"/>',
        task('a'),
        task('b'),
        '<exclusiveGateway id="merge"/>',
        task('c'),
        END,
        flow('f1', 'start', 'fork'),
        flow('f2', 'fork', 'a'),
        flow('f3', 'fork', 'b'),
        flow('f4', 'a', 'merge'),
        flow('f5', 'b', 'merge'),
        flow('f6', 'merge', 'c'),
        flow('f7', 'c', 'end'),
      ),
      ['8 two-tokens merge'],
    ],
    [
      'a loop out of parallel work',
      file(
        START,
        task('a'),
        '<parallelGateway id="fork"/>',
        task('b'),
        '<exclusiveGateway id="x" default="f7"/>',
        '<parallelGateway id="join"/>',
        END,
        flow('f1', 'start', 'a'),
        flow('f2', 'a', 'fork'),
        flow('f3', 'fork', 'b'),
        flow('f4', 'fork', 'join'),
        flow('f5', 'b', 'x'),
        flow('f6', 'x', 'a', 'again = true'),
        flow('f7', 'x', 'join'),
        flow('f8', 'join', 'end'),
      ),
      ['6 two-tokens fork'],
    ],
  ])('%s', async (_, xml, wanted) => {
    expect(await faultsOf(xml)).toEqual(wanted)
  })
})
