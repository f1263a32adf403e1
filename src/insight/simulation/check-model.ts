import type { Fault } from '#kernel'
import { durationFaults } from './distribution.ts'
import type { Arrivals, SimulationModel, SimulationNode } from './simulation-model.ts'

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0

/** Everything that would make a run meaningless, each with its place in the model. */
export function modelFaults(model: SimulationModel): Fault[] {
  const ids = new Set(model.nodes.map(({ id }) => id))
  const faults: Fault[] = []
  if (ids.size < model.nodes.length) faults.push({ path: 'nodes', code: 'node-told-twice' })
  if (!ids.has(model.start)) faults.push({ path: 'start', code: 'node-unknown', data: { id: model.start } })
  for (const node of model.nodes) faults.push(...nodeFaults(node, ids))
  faults.push(...arrivalFaults(model.arrivals), ...staffFaults(model), ...shareFaults(model))
  if (!(model.horizonHours > (model.warmUpHours ?? 0))) faults.push({ path: 'horizonHours', code: 'horizon-too-short' })
  if (faults.length === 0) faults.push(...wayFaults(model))
  return faults
}

/** Nodes that a token at this node may go to next. */
export function targetsOf(node: SimulationNode): readonly string[] {
  if (node.kind === 'end') return []
  if (node.kind === 'choice') return node.branches.filter(({ probability }) => probability > 0).map(({ next }) => next)
  return node.kind === 'split' ? node.next : [node.next]
}

function nodeFaults(node: SimulationNode, ids: ReadonlySet<string>): Fault[] {
  const path = `node ${node.id}`
  const faults: Fault[] = targetsOf(node).flatMap((id) =>
    ids.has(id) ? [] : [{ path, code: 'node-unknown', data: { id } }],
  )
  if (node.kind === 'task') return [...faults, ...durationFaults(node.service, `${path}.service`)]
  if (node.kind === 'wait') return [...faults, ...durationFaults(node.duration, `${path}.duration`)]
  if (node.kind === 'join' && !(isCount(node.incoming) && node.incoming > 0))
    faults.push({ path, code: 'join-without-ways' })
  if (node.kind !== 'choice') return faults
  const sum = node.branches.reduce((total, { probability }) => total + probability, 0)
  const odd = node.branches.some(({ probability }) => !(probability >= 0))
  return odd || !near(sum, 1) ? [...faults, { path, code: 'probabilities-not-one', data: { sum } }] : faults
}

function arrivalFaults(arrivals: Arrivals): Fault[] {
  if (arrivals.kind === 'poisson') return arrivals.perHour > 0 ? [] : [{ path: 'arrivals', code: 'no-arrivals' }]
  if (arrivals.kind === 'every') return arrivals.hours > 0 ? [] : [{ path: 'arrivals', code: 'no-arrivals' }]
  const { perHour, monthFactors = [] } = arrivals
  const right = perHour.length === 168 && (monthFactors.length === 0 || monthFactors.length === 12)
  if (!right) return [{ path: 'arrivals', code: 'arrivals-need-168-hours-12-months' }]
  if ([...perHour, ...monthFactors].some((value) => !(value >= 0)))
    return [{ path: 'arrivals', code: 'negative-arrivals' }]
  const none =
    !perHour.some((rate) => rate > 0) || (monthFactors.length > 0 && !monthFactors.some((factor) => factor > 0))
  return none ? [{ path: 'arrivals', code: 'no-arrivals' }] : []
}

function staffFaults(model: SimulationModel): Fault[] {
  const faults: Fault[] = []
  const staffed = new Set(model.staff.filter(({ count }) => count > 0).flatMap(({ roles }) => roles))
  for (const { name, count, calendar } of model.staff) {
    if (!isCount(count)) faults.push({ path: `staff ${name}`, code: 'not-a-count', data: { count } })
    if (calendar !== undefined && !model.calendars?.[calendar]) {
      faults.push({ path: `staff ${name}`, code: 'calendar-unknown', data: { calendar } })
    }
  }
  if (model.countedBy !== undefined && !model.calendars?.[model.countedBy]) {
    faults.push({ path: 'countedBy', code: 'calendar-unknown', data: { calendar: model.countedBy } })
  }
  for (const node of model.nodes) {
    if (node.kind === 'wait' && node.calendar !== undefined && !model.calendars?.[node.calendar]) {
      faults.push({ path: `node ${node.id}`, code: 'calendar-unknown', data: { calendar: node.calendar } })
    }
    if (node.kind === 'task' && !staffed.has(node.role)) {
      faults.push({ path: `node ${node.id}`, code: 'nobody-for-role', data: { role: node.role } })
    }
  }
  for (const [role, { loadLimit }] of Object.entries(model.roles ?? {})) {
    if (loadLimit !== undefined && !(loadLimit >= 1))
      faults.push({ path: `role ${role}`, code: 'load-limit-below-one' })
  }
  return faults
}

function shareFaults({ kinds }: SimulationModel): Fault[] {
  if (!kinds) return []
  const sum = kinds.reduce((total, { share }) => total + share, 0)
  return near(sum, 1) && kinds.every(({ share }) => share >= 0)
    ? []
    : [{ path: 'kinds', code: 'shares-not-one', data: { sum } }]
}

/** Nodes from which no way leads to an end, and circles that take no time: a case would be in them for ever. */
function wayFaults(model: SimulationModel): Fault[] {
  const nodes = new Map(model.nodes.map((node) => [node.id, node]))
  const ending = new Set(model.nodes.filter(({ kind }) => kind === 'end').map(({ id }) => id))
  for (let grown = true; grown; ) {
    const before = ending.size
    for (const node of model.nodes) if (targetsOf(node).some((id) => ending.has(id))) ending.add(node.id)
    grown = ending.size > before
  }
  const faults: Fault[] = model.nodes
    .filter(({ id }) => !ending.has(id))
    .map(({ id }) => ({ path: `node ${id}`, code: 'no-way-to-an-end' }))
  const timeless = (id: string): boolean => {
    const kind = nodes.get(id)?.kind
    return kind === 'choice' || kind === 'split' || kind === 'join'
  }
  for (const { id } of model.nodes) {
    if (timeless(id) && reachesItself(id, nodes, timeless))
      faults.push({ path: `node ${id}`, code: 'circle-without-time' })
  }
  return faults
}

function reachesItself(
  start: string,
  nodes: ReadonlyMap<string, SimulationNode>,
  through: (id: string) => boolean,
): boolean {
  const seen = new Set<string>()
  const queue = [start]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = nodes.get(id)
    for (const next of node ? targetsOf(node) : []) {
      if (next === start) return true
      if (!through(next) || seen.has(next)) continue
      seen.add(next)
      queue.push(next)
    }
  }
  return false
}
