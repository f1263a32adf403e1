import { describe, expect, test } from 'vitest'
import { getAccepted, type Json } from '#kernel'
import { readProcess } from '../bpmn/read-process.ts'
import type { ProcessGraph } from '../process-graph.ts'
import { completeTask, openTasks, startProcess } from './advance.ts'
import { explain } from './explain.ts'
import { migrate } from './migrate.ts'
import { returnTargets, returnTo } from './return-to.ts'
import type { Advance, TokenState } from './token-state.ts'

/**
 * accept → (plan, then meter) beside (works → inspect, with rectify until passed) → energise.
 * Between plan and meter the company may stop the whole case.
 */
const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:tongdian="https://tongdian.example/bpmn" id="file" targetNamespace="t">
<process id="p" isExecutable="true">
<startEvent id="start"/><endEvent id="end"/><endEvent id="stop"><terminateEventDefinition/></endEvent>
${['accept', 'plan', 'meter', 'works', 'inspect', 'rectify', 'energise'].map((id) => `<userTask id="${id}" tongdian:useCase="${id}" tongdian:role="clerk" tongdian:stage="works"/>`).join('\n')}
<parallelGateway id="fork"/><parallelGateway id="join"/>
<exclusiveGateway id="goes-on" default="on"/><exclusiveGateway id="passed" default="failed"/>
${[
  'f1 start accept',
  'f2 accept fork',
  'f3 fork plan',
  'f4 plan goes-on',
  'on goes-on meter',
  'f5 meter join',
  'f6 fork works',
  'f7 works inspect',
  'f8 inspect passed',
  'failed passed rectify',
  'f9 rectify inspect',
  'f10 join energise',
  'f11 energise end',
]
  .map((line) => line.split(' '))
  .map(([id, from, to]) => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`)
  .join('\n')}
<sequenceFlow id="off" sourceRef="goes-on" targetRef="stop"><conditionExpression>isStopped</conditionExpression></sequenceFlow>
<sequenceFlow id="ok" sourceRef="passed" targetRef="join"><conditionExpression>openDefects = 0</conditionExpression></sequenceFlow>
</process></definitions>`

const graphOf = async (text = xml): Promise<ProcessGraph> => getAccepted(await readProcess(text))

/** Completes these elements one after another; `inspect!` finds defects, `plan!` stops the case. */
function play(graph: ProcessGraph, steps: string, from?: TokenState): Advance {
  let advance = from ? { ...getAccepted(startProcess(graph, {})), state: from } : getAccepted(startProcess(graph, {}))
  for (const step of steps.split(' ')) {
    const element = step.replace('!', '')
    const task = openTasks(advance.state).find((open) => open.elementId === element)
    if (!task) throw new Error(`${element} is not open`)
    const variables: Record<string, Json> = { isStopped: step === 'plan!', openDefects: step === 'inspect!' ? 2 : 0 }
    advance = getAccepted(completeTask(graph, advance.state, task.taskId, variables))
  }
  return advance
}

const open = (state: TokenState) => openTasks(state).map((task) => task.taskId)
const refusalOf = (result: ReturnType<typeof returnTo>) => (result.ok ? undefined : result.refusal.code)

describe('the token game', () => {
  test('opens tasks in parallel, counts rounds in a loop, waits at a join, and ends', async () => {
    const graph = await graphOf()
    expect(open(play(graph, 'accept').state)).toEqual(['plan#1', 'works#1'])
    expect(open(play(graph, 'accept works inspect! rectify').state)).toEqual(['plan#1', 'inspect#2'])
    const waiting = play(graph, 'accept works inspect plan')
    expect(open(waiting.state)).toEqual(['meter#1'])
    expect(waiting.state.waiting).toEqual([{ flow: 'ok', after: 'inspect#1' }])
    const joined = play(graph, 'accept works inspect plan meter')
    expect(joined).toMatchObject({
      opened: [{ taskId: 'energise#1' }],
      closed: [{ taskId: 'meter#1', because: 'completed' }],
      ended: false,
    })
    expect(play(graph, 'accept works inspect plan meter energise')).toMatchObject({ ended: true, opened: [] })
  })

  test('a terminate end closes what is still open', async () => {
    const stopped = play(await graphOf(), 'accept works plan!')
    expect(stopped.ended).toBe(true)
    expect(stopped.closed).toEqual([
      { taskId: 'plan#1', elementId: 'plan', because: 'completed' },
      { taskId: 'inspect#1', elementId: 'inspect', because: 'terminated' },
    ])
  })

  test('states are plain JSON, equal for equal histories', async () => {
    const graph = await graphOf()
    const { state } = play(graph, 'accept works inspect! plan')
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
    expect(JSON.stringify(play(graph, 'accept works inspect! plan').state)).toBe(JSON.stringify(state))
  })

  test('refuses a task that is not open, and a condition that is not settled; the state stays as it was', async () => {
    const graph = await graphOf()
    const { state } = play(graph, 'accept works')
    const before = JSON.stringify(state)
    expect(completeTask(graph, state, 'works#1', {})).toMatchObject({ ok: false, refusal: { code: 'task-not-open' } })
    expect(completeTask(graph, state, 'inspect#1', { openDefects: 'none' })).toMatchObject({
      ok: false,
      refusal: {
        code: 'process-undetermined',
        faults: [{ path: 'ok', code: 'condition-undetermined', data: { missing: [] } }],
      },
    })
    expect(completeTask(graph, state, 'inspect#1', {})).toMatchObject({
      ok: false,
      refusal: {
        faults: [{ path: 'ok', data: { element: 'passed', condition: 'openDefects = 0', missing: ['openDefects'] } }],
      },
    })
    expect(JSON.stringify(state)).toBe(before)
  })

  test('refuses a choice where nothing applies', async () => {
    const graph = await graphOf(
      xml
        .replace(' default="failed"', '')
        .replace(
          '<sequenceFlow id="failed" sourceRef="passed" targetRef="rectify"/>',
          '<sequenceFlow id="failed" sourceRef="passed" targetRef="rectify"><conditionExpression>openDefects &gt; 9</conditionExpression></sequenceFlow>',
        ),
    )
    const { state } = play(graph, 'accept works')
    expect(completeTask(graph, state, 'inspect#1', { openDefects: 2 })).toMatchObject({
      ok: false,
      refusal: { faults: [{ path: 'passed', code: 'no-flow-applies' }] },
    })
  })
})

describe('going back', () => {
  test('keeps the other branch, whose token waits again where the join had fired', async () => {
    const graph = await graphOf()
    const back = getAccepted(returnTo(graph, play(graph, 'accept works inspect plan meter').state, 'works'))
    expect(open(back.state)).toEqual(['works#2'])
    expect(back.state.waiting).toEqual([{ flow: 'f5', after: 'meter#1' }])
    expect(back.closed).toEqual([{ taskId: 'energise#1', elementId: 'energise', because: 'returned' }])
    expect(back.voidedElements).toEqual(['works', 'inspect'])
    expect(open(play(graph, 'works inspect', back.state).state)).toEqual(['energise#2'])
  })

  test('to a step before the split voids every branch', async () => {
    const graph = await graphOf()
    const back = getAccepted(returnTo(graph, play(graph, 'accept works plan').state, 'accept'))
    expect(open(back.state)).toEqual(['accept#2'])
    expect(back.voided.map((task) => task.taskId)).toEqual(['accept#1', 'works#1', 'plan#1'])
    expect(back.closed.map((task) => task.taskId)).toEqual(['inspect#1', 'meter#1'])
  })

  test('to a step in a loop keeps the round that led to it', async () => {
    const graph = await graphOf()
    const back = getAccepted(returnTo(graph, play(graph, 'accept works inspect! rectify inspect').state, 'rectify'))
    expect(back.voided.map((task) => task.taskId)).toEqual(['rectify#1', 'inspect#2'])
    expect(open(back.state)).toEqual(['plan#1', 'rectify#2'])
  })

  test('after the end opens the case again', async () => {
    const graph = await graphOf()
    const back = getAccepted(returnTo(graph, play(graph, 'accept works inspect plan meter energise').state, 'energise'))
    expect(back).toMatchObject({ ended: false, state: { open: [{ taskId: 'energise#2' }] } })
  })

  test('past a terminate end gives the dropped work back, but only to the branch that stopped the case', async () => {
    const graph = await graphOf()
    const { state } = play(graph, 'accept works plan!')
    const back = getAccepted(returnTo(graph, state, 'plan'))
    expect(open(back.state).sort()).toEqual(['inspect#2', 'plan#2'])
    expect(refusalOf(returnTo(graph, state, 'works'))).toBe('past-terminate-end')
    expect(returnTargets(graph, state)).toEqual(['accept', 'plan'])
  })

  test('is refused where there is nothing to go back to', async () => {
    const graph = await graphOf()
    const { state } = play(graph, 'accept works')
    const codes = ['nowhere', 'fork', 'inspect', 'energise'].map((element) =>
      refusalOf(returnTo(graph, state, element)),
    )
    expect(codes).toEqual(['unknown-element', 'not-a-task', 'already-open', 'not-completed'])
    expect(returnTargets(graph, state)).toEqual(['accept', 'works'])
  })
})

describe('another version of the process', () => {
  test('lets a join that waits for less fire', async () => {
    const graph = await graphOf()
    const { state } = play(graph, 'accept works inspect')
    const without = xml
      .replace('sourceRef="meter" targetRef="join"', 'sourceRef="meter" targetRef="end"')
      .replace('id="join"', 'id="join" name="no longer waits"')
    const moved = getAccepted(migrate(graph, await graphOf(without), state))
    expect(moved.opened.map((task) => task.taskId)).toEqual(['energise#1'])
    expect(open(moved.state)).toEqual(['plan#1', 'energise#1'])
  })

  test('names every open element it does not know', async () => {
    const graph = await graphOf()
    const renamed = xml.replaceAll('"plan"', '"draft"').replaceAll('"inspect"', '"examine"')
    expect(migrate(graph, await graphOf(renamed), play(graph, 'accept works').state)).toMatchObject({
      ok: false,
      refusal: {
        code: 'cannot-migrate',
        faults: [
          { path: 'plan', code: 'element-gone' },
          { path: 'inspect', code: 'element-gone' },
        ],
      },
    })
  })
})

test('the present position can be drawn', async () => {
  const graph = await graphOf()
  expect(explain(graph, play(graph, 'accept works inspect').state)).toEqual({
    active: ['plan'],
    waiting: ['join'],
    done: ['accept', 'works', 'inspect'],
    ahead: ['meter', 'energise'],
  })
})
