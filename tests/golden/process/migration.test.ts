import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getAccepted } from '#kernel'
import { migrate, type ProcessGraph, readProcess } from '#process'
import { blocks, someVariables, type WrittenProcess, writeProcess } from './generated-process.ts'
import { begin, chance, completeOne, finish, goBack, type PlayedCase } from './played-case.ts'

const EXTRA = '<userTask id="extra" tongdian:useCase="do-more" tongdian:role="clerk" tongdian:stage="works"/>'

/** The process with one more task on a flow: the flow now leads to the task, a new one on to where it led. */
function withTaskOn(xml: string, flow: string): string {
  return xml.replace(
    new RegExp(`(<sequenceFlow id="${flow}" sourceRef="\\w+" targetRef=")(\\w+)(".*)`),
    `$1extra$3\n${EXTRA}\n<sequenceFlow id="on" sourceRef="extra" targetRef="$2"/>`,
  )
}

/** The process with one more task beside an existing one: both must be done before the case goes on. */
function withTaskBeside(xml: string, task: string): string {
  return xml
    .replaceAll(`targetRef="${task}"`, 'targetRef="gathered"')
    .replace(`sourceRef="${task}"`, 'sourceRef="met"')
    .replace(
      '</process>',
      `${EXTRA}<exclusiveGateway id="gathered"/><parallelGateway id="both"/><parallelGateway id="met"/>
<sequenceFlow id="b0" sourceRef="gathered" targetRef="both"/>
<sequenceFlow id="b1" sourceRef="both" targetRef="${task}"/><sequenceFlow id="b2" sourceRef="both" targetRef="extra"/>
<sequenceFlow id="b3" sourceRef="${task}" targetRef="met"/><sequenceFlow id="b4" sourceRef="extra" targetRef="met"/>
</process>`,
    )
}

const compile = async (xml: string) => getAccepted(await readProcess(xml))

interface Setting {
  readonly written: WrittenProcess
  readonly graph: ProcessGraph
  readonly played: PlayedCase
  readonly random: () => number
}

async function midway(written: WrittenProcess, numbers: readonly number[], xml = written.xml): Promise<Setting> {
  const random = chance(numbers)
  const graph = await compile(xml)
  let played = begin(graph, someVariables(written.variables, random))
  const steps = Math.floor(random() * 12)
  for (let step = 0; step < steps; step += 1) {
    played = completeOne(graph, played, random, someVariables(written.variables, random))
  }
  return { written, graph, played, random }
}

/** After a migration a case can go back and still be finished. */
function expectFinishable({ written, random }: Setting, graph: ProcessGraph, migrated: PlayedCase): void {
  const settled = someVariables(written.variables, random, true)
  const back = goBack(graph, migrated, random)
  for (const played of back ? [migrated, back.played] : [migrated]) {
    expect(finish(graph, played, random, settled).state).toMatchObject({ ended: true, open: [], waiting: [] })
  }
}

const choices = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 11, maxLength: 60 })
const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)] as T
const numRuns = Number(process.env.RUNS ?? 150)

describe('migration', () => {
  test('to a version with one more task keeps every task, and is refused only where a token waits on the changed flow', async () => {
    await fc.assert(
      fc.asyncProperty(
        blocks(),
        choices,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (block, numbers, at) => {
          const setting = await midway(writeProcess(block), numbers)
          const { graph, played } = setting
          const flow = pick(graph.flows, at).id
          const newer = await compile(withTaskOn(setting.written.xml, flow))
          const moved = migrate(graph, newer, played.state)
          const waits = played.state.waiting.some((token) => token.flow === flow)
          expect(moved.ok).toBe(!waits)
          if (!moved.ok) {
            expect(moved.refusal.faults).toEqual([{ path: flow, code: 'flow-gone' }])
            return
          }
          expect(moved.value).toMatchObject({ opened: [], closed: [] })
          expectFinishable(setting, newer, { ...played, state: moved.value.state })
        },
      ),
      { numRuns },
    )
  })

  test('to a version with one task less is refused where that task is open, naming it', async () => {
    await fc.assert(
      fc.asyncProperty(
        blocks(),
        choices,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (block, numbers, at) => {
          const written = writeProcess(block)
          const older = await compile(written.xml)
          const setting = await midway(written, numbers, withTaskOn(written.xml, pick(older.flows, at).id))
          const { graph, played } = setting
          const moved = migrate(graph, older, played.state)
          const open = played.state.open.some((task) => task.elementId === 'extra')
          const waits = played.state.waiting.some((token) => token.flow === 'on')
          const wanted = [
            ...(open ? [{ path: 'extra', code: 'element-gone' }] : []),
            ...(waits ? [{ path: 'on', code: 'flow-gone' }] : []),
          ]
          if (!moved.ok) {
            expect(moved.refusal.faults).toEqual(wanted)
            return
          }
          expect(wanted).toEqual([])
          expectFinishable(setting, older, { ...played, state: moved.value.state })
        },
      ),
      { numRuns },
    )
  })

  test('to a version with a task beside another is refused where the case could not end, naming the join', async () => {
    await fc.assert(
      fc.asyncProperty(
        blocks(),
        choices,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (block, numbers, at) => {
          const setting = await midway(writeProcess(block), numbers)
          const { graph, played } = setting
          const task = pick(setting.written.tasks, at)
          const newer = await compile(withTaskBeside(setting.written.xml, task))
          const moved = migrate(graph, newer, played.state)
          const open = played.state.open.some((token) => token.elementId === task)
          expect(moved.ok).toBe(!open)
          if (!moved.ok) {
            expect(moved.refusal.faults).toMatchObject([{ path: 'met', code: 'join-may-wait-for-ever' }])
            return
          }
          expectFinishable(setting, newer, { ...played, state: moved.value.state })
        },
      ),
      { numRuns },
    )
  })
})
