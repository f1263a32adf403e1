import type { CaseFile, PublishedStandards } from '#casefile'
import { type PlanWishes, planOfOption, type SupplyPlan } from '#journey/supply-plan'
import { accept, type Fault, type PlainDate, type Result, refuse } from '#kernel'
import {
  type Drafting,
  describeSource,
  getCustomerNeed,
  type OperatingMode,
  type PreparedNetwork,
  type SourceDescription,
  workOutOption,
} from '#power'
import type { DrawnSource } from './api.ts'
import { askForPlan } from './ask-for-plan.ts'
import { roomLeft, type Surroundings } from './surroundings.ts'

/** A plan the designer drew, proved like the drafted ones. */
export interface ProvedPlan {
  readonly networkVersion: number
  readonly sources: readonly SourceDescription[]
  readonly passes: boolean
  readonly form: SupplyPlan
}

/** Proves drawn sources: every rule again, on the network in force. Names that the network does not know are named. */
export function provePlan(
  file: CaseFile,
  { mode, sources, ...wishes }: PlanWishes & { readonly mode: OperatingMode; readonly sources: readonly DrawnSource[] },
  surroundings: Surroundings,
  standards: PublishedStandards,
  today: PlainDate,
): Result<ProvedPlan> {
  const asked = askForPlan(file, wishes, standards, today)
  if (!asked.ok) return asked
  const { request, basis, rules } = asked.value
  const { inForce, ground } = surroundings
  const prepared = roomLeft(surroundings)
  const need = getCustomerNeed(request, inForce.standards)
  if (!need.ok) return need
  const { plane } = prepared.network
  const drafting: Drafting = {
    prepared,
    request,
    need: need.value,
    standards: inForce.standards,
    terrain: ground,
    place: plane.toPlane(request.location),
  }
  const faults: Fault[] = []
  const around = { need: need.value, prepared, request, standards: inForce.standards }
  const proved: SourceDescription[] = []
  let passes = true
  for (const [at, source] of sources.entries()) {
    const place = findPlace(source, prepared, `sources.${at}`, faults)
    if (!place) continue
    const option = workOutOption(drafting, {
      ...place,
      capacityKva: source.capacityKva,
      loadKw: (need.value.loadKw * source.capacityKva) / Math.max(need.value.capacityKva, 1),
      ...(source.route && {
        drawnRoute: source.route.map((p) => plane.toPlane({ lon: p.longitude, lat: p.latitude })),
      }),
      ...(source.conductor && { conductorModel: source.conductor }),
    })
    if (!option.ok) return option
    passes &&= option.value.passes
    proved.push(describeSource(option.value, at, mode, around))
  }
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  const form = planOfOption(proved, mode, basis, rules)
  return form.ok ? accept({ networkVersion: inForce.version.version, sources: proved, passes, form: form.value }) : form
}

function findPlace(
  { accessPoint, feeder }: DrawnSource,
  { network, topology }: PreparedNetwork,
  path: string,
  faults: Fault[],
): { readonly point: number; readonly feeder: number } | undefined {
  const point = network.points.findIndex((place) => place.name === accessPoint)
  const line = feeder === undefined ? -1 : network.feeders.findIndex((each) => each.name === feeder)
  if (point < 0) faults.push({ path: `${path}.accessPoint`, code: 'network.nameUnknown', data: { found: accessPoint } })
  if (feeder !== undefined && line < 0)
    faults.push({ path: `${path}.feeder`, code: 'network.nameUnknown', data: { found: feeder } })
  if (point < 0 || (feeder !== undefined && line < 0)) return undefined
  if (line >= 0 && topology.feeder[point] !== line) {
    faults.push({ path: `${path}.accessPoint`, code: 'network.wrongFeeder', data: { found: accessPoint } })
    return undefined
  }
  return { point, feeder: line }
}
