import { getDistanceM, type Refusal } from '#kernel'
import { getParameter } from '../standards/parameter.ts'
import type { AccessPlace, Drafting } from './drafting.ts'
import { type SourceOption, workOutOption } from './source-option.ts'

export interface FoundOptions {
  readonly options: readonly SourceOption[]
  /** Places that could not be worked out at all, with the reason. */
  readonly refusals: readonly Refusal[]
  readonly radiusM: number
}

/** Access places of existing feeders: outward in rings until enough different lines are found (forms.md, rule 3). */
export function findAccessPlaces(
  drafting: Drafting,
  capacityKva: number,
  loadKw: number,
): { places: AccessPlace[]; radiusM: number } {
  const { prepared, request, need, standards, place } = drafting
  const get = (name: string) => getParameter(standards.parameters, `access.${name}`)
  const wanted = get('lineCount')
  const rings = [get('firstRadiusM'), get('secondRadiusM'), get('thirdRadiusM'), get('fourthRadiusM')]
  for (
    let radius = get('fourthRadiusM') + get('radiusStepM');
    radius <= get('maxRadiusM');
    radius += get('radiusStepM')
  )
    rings.push(radius)
  let nearest = new Map<string, AccessPlace>()
  let radiusM = 0
  for (const ring of rings) {
    radiusM = ring
    nearest = new Map()
    const feeders = new Set<number>()
    for (const { point } of prepared.findNear(place, ring)) {
      const found = prepared.network.points[point]
      const feeder = prepared.topology.feeder[point] as number
      if (!found || feeder < 0 || Math.abs(found.kv - need.voltage.kv) > 0.1 * need.voltage.kv) continue
      const device = request.devices.find((kind) => kind === found.kind)
      if (!device) continue
      feeders.add(feeder)
      // The nearest place of each kind on each line.
      const key = `${feeder}/${device}`
      if (!nearest.has(key)) nearest.set(key, { point, feeder, capacityKva, loadKw, addedKva: capacityKva })
    }
    if (feeders.size >= wanted) break
  }
  return { places: [...nearest.values()], radiusM }
}

/** New feeders from bays of substations around, nearest first, one for each bus section with a bay. */
export function findNewFeederPlaces(drafting: Drafting, capacityKva: number, loadKw: number): AccessPlace[] {
  const { prepared, need, standards, place } = drafting
  const { network } = prepared
  const radiusM = getParameter(standards.parameters, 'access.substationRadiusM')
  return network.busSections
    .map((section) => ({ section, distanceM: getDistanceM(network.points[section.point] ?? place, place) }))
    .filter(
      ({ section, distanceM }) =>
        distanceM <= radiusM && Math.abs(section.kv - need.voltage.kv) <= 0.1 * need.voltage.kv,
    )
    .toSorted((a, b) => a.distanceM - b.distanceM || a.section.point - b.section.point)
    .slice(0, getParameter(standards.parameters, 'access.maxPlans'))
    .map(({ section }) => ({ point: section.point, feeder: -1, capacityKva, loadKw, addedKva: capacityKva }))
}

export function workOutAll(
  drafting: Drafting,
  places: readonly AccessPlace[],
): { options: SourceOption[]; refusals: Refusal[] } {
  const options: SourceOption[] = []
  const refusals: Refusal[] = []
  for (const access of places) {
    const worked = workOutOption(drafting, access)
    if (worked.ok) options.push(worked.value)
    else refusals.push(worked.refusal)
  }
  return { options, refusals }
}

/** Options of one capacity: existing feeders first, new ones where the rules ask for them (forms.md, rule 6). */
export function findOptions(drafting: Drafting, capacityKva: number, loadKw: number): FoundOptions {
  const { request, standards } = drafting
  const isLarge = capacityKva >= getParameter(standards.parameters, 'access.newFeederFromKva')
  const mustBeNew = request.forceNewFeeder || isLarge
  const present = findPresentPlace(drafting, capacityKva, loadKw)
  if (present && request.sources === 'single') return { ...workOutAll(drafting, [present]), radiusM: 0 }
  const { places, radiusM } = mustBeNew ? { places: [], radiusM: 0 } : findAccessPlaces(drafting, capacityKva, loadKw)
  const all = present ? [present, ...places.filter((access) => access.point !== present.point)] : places
  const existing = workOutAll(drafting, all)
  const enough = existing.options.filter((option) => option.passes).length >= Math.max(1, drafting.need.sourceCount)
  if (enough) return { ...existing, radiusM }
  const fresh = workOutAll(drafting, findNewFeederPlaces(drafting, capacityKva, loadKw))
  return {
    options: [...existing.options, ...fresh.options],
    refusals: [...existing.refusals, ...fresh.refusals],
    radiusM,
  }
}

/** What an increase to a capacity adds where the customer has a capacity already. */
export const getIncrease = (capacityKva: number, presentKva: number) => ({
  addedKva: Math.max(0, capacityKva - presentKva),
  isPresent: true,
})

/** For an increase: the present source, on which only what comes on top is counted as new. */
export function findPresentPlace(
  { prepared, request }: Drafting,
  capacityKva: number,
  loadKw: number,
): AccessPlace | undefined {
  if (request.business !== 'increase' || !request.present) return undefined
  const { present } = request
  const point = prepared.network.points.findIndex((found) => found.name === present.point)
  const feeder = prepared.topology.feeder[point] ?? -1
  if (feeder < 0 || point < 0) return undefined
  return { point, feeder, capacityKva, loadKw, ...getIncrease(capacityKva, present.capacityKva) }
}
