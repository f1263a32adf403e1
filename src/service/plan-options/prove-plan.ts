import type { CaseFile, PublishedStandards } from '#casefile'
import type { PlanWishes } from '#journey/supply-plan'
import { accept, type PlainDate, type Result } from '#kernel'
import {
  type Drafting,
  describeLowVoltage,
  describePlan,
  getNeedOn,
  type OperatingMode,
  type PlanDescription,
  proveSources,
  workOutLowVoltage,
} from '#power'
import type { DrawnSource } from './api.ts'
import { askForPlan } from './ask-for-plan.ts'
import { type FilledPlan, fillForm } from './fill-form.ts'
import { findPlaces, findTransformer, toPlane } from './find-places.ts'
import { roomLeft, type Surroundings } from './surroundings.ts'

/** A plan the designer drew, proved like the drafted ones; it has no rank of its own. */
export interface ProvedPlan extends FilledPlan<Omit<PlanDescription, 'rank' | 'score'>> {
  readonly networkVersion: number
  readonly voltageKv: number
}

export interface DrawnWishes extends PlanWishes {
  readonly mode: OperatingMode
  readonly sources: readonly DrawnSource[]
}

/** Proves drawn sources: every rule again, on the network in force. Names that the network does not know are named. */
export function provePlan(
  file: CaseFile,
  { mode, sources, ...wishes }: DrawnWishes,
  surroundings: Surroundings,
  standards: PublishedStandards,
  today: PlainDate,
): Result<ProvedPlan> {
  const asked = askForPlan(file, withPresent(wishes, sources), standards, today)
  if (!asked.ok) return asked
  const { request, basis, rules } = asked.value
  const { inForce, ground } = surroundings
  const prepared = roomLeft(surroundings)
  const need = getNeedOn(prepared, request, inForce.standards)
  if (!need.ok) return need
  const place = prepared.network.plane.toPlane(request.location)
  const drafting = { prepared, request, need: need.value, standards: inForce.standards, terrain: ground, place }
  const described =
    need.value.voltage.kv < 1 ? describeDrawnLine(drafting, sources[0]) : describeDrawn(drafting, sources, mode)
  if (!described.ok) return described
  const { kv: voltageKv } = need.value.voltage
  const filled = fillForm(described.value, basis, rules, { transformer: wishes.transformer, voltageKv })
  return filled.ok ? accept({ ...filled.value, voltageKv, networkVersion: inForce.version.version }) : filled
}

/** Where a source says that the customer is fed from it already, the increase counts from there. */
function withPresent(wishes: PlanWishes, sources: readonly DrawnSource[]): PlanWishes {
  const present = sources.find(({ existingKva = 0 }) => existingKva > 0)
  if (!present?.existingKva) return wishes
  const { feeder, accessPoint, existingKva } = present
  return { ...wishes, present: { feeder, point: accessPoint, capacityKva: existingKva } }
}

function describeDrawn(
  drafting: Drafting,
  sources: readonly DrawnSource[],
  mode: OperatingMode,
): Result<PlanDescription> {
  const places = findPlaces(drafting, sources)
  if (!places.ok) return places
  const plan = proveSources(drafting, places.value, mode)
  return plan.ok ? accept(describePlan({ ...plan.value, rank: 0, score: null }, drafting)) : plan
}

/** One line from a public transformer. */
function describeDrawnLine(drafting: Drafting, source: DrawnSource | undefined): Result<PlanDescription> {
  if (!source) throw new Error('the contract asks for one source at least')
  const { network } = drafting.prepared
  const transformer = findTransformer(network, source)
  if (!transformer.ok) return transformer
  const plan = workOutLowVoltage(drafting, transformer.value, {
    ...(source.route && { route: toPlane(network, source.route) }),
    ...(source.conductor && { conductorModel: source.conductor }),
  })
  return plan.ok ? accept(describeLowVoltage(plan.value, drafting)) : plan
}
