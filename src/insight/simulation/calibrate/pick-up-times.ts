import { accept, type Result } from '#kernel'
import type { Duration } from '../distribution.ts'
import { simulate, type TaskReport } from '../replications.ts'
import { stepOfNode } from '../reshape/by-unit.ts'
import type { Scenario } from '../scenario.ts'
import { scenarioModel } from '../scenario-model.ts'
import type { Observation } from './observation.ts'

const runs = 5
/** Pick-up times change the queues, so that the remainder is looked for again with those found. */
const rounds = 3
/** A remainder below this share of the lying is noise of the runs. */
const leastShare = 0.05

/**
 * The part of the time tasks lay that the queue does not explain: absences, meetings, work of other processes. Runs of the
 * same scenario tell the queue; what is missing to the mean observed is the pick-up time, with the shape of the observed
 * times. By task; none where the queue explains all.
 */
export function pickUpTimes(
  { graph, office }: Observation,
  scenario: Scenario,
  lying: Readonly<Record<string, readonly number[]>>,
): Result<Readonly<Record<string, Duration>>> {
  let pickUp: Readonly<Record<string, Duration>> = {}
  for (let round = 0; round < rounds; round++) {
    const model = scenarioModel(graph, { ...scenario, pickUp })
    if (!model.ok) return model
    const run = simulate({ ...model.value, calendars: { office } }, runs, 1)
    if (!run.ok) return run
    const queueHours = meanWaits(run.value.tasks)
    pickUp = Object.fromEntries(
      Object.entries(lying).flatMap(([id, values]) =>
        unexplained(values, queueHours.get(id)).map((rest) => [id, rest]),
      ),
    )
  }
  return accept(pickUp)
}

/** Mean wait of each step, over the units that do it. */
function meanWaits(tasks: readonly TaskReport[]): ReadonlyMap<string, number> {
  const bySteps = Map.groupBy(tasks, ({ id }) => stepOfNode(id))
  return new Map(
    [...bySteps].map(([step, nodes]) => {
      const done = nodes.filter(({ tasks: times }) => times.mean > 0)
      const times = done.reduce((sum, node) => sum + node.tasks.mean, 0)
      return [step, done.reduce((sum, node) => sum + node.meanWaitHours.mean * node.tasks.mean, 0) / times]
    }),
  )
}

/** The observed times scaled to what a queue of this mean leaves; nothing where it leaves nothing. */
function unexplained(values: readonly number[], queueHours: number | undefined): readonly Duration[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const share = 1 - (Number.isFinite(queueHours) ? (queueHours ?? 0) : 0) / mean
  return share > leastShare ? [{ kind: 'measured', hours: values.map((value) => value * share) }] : []
}
