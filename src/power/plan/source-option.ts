import { accept, type Result, refuse } from '#kernel'
import { measureRoute, type Route } from '../route/find-routes.ts'
import { type Conductor, chooseConductor, getVoltageDropPercent } from '../sizing/conductor.ts'
import { getRatedA } from '../sizing/metering.ts'
import { getParameter } from '../standards/parameter.ts'
import { type ConnectionFigures, checkAccess } from './access-checks.ts'
import { failsHard, type RuleCheck } from './check.ts'
import { type AccessPlace, type Drafting, getAddedKw } from './drafting.ts'
import { type FaultLevel, findFaultLevels, getWithstandKa } from './fault-level.ts'
import { findRoute } from './known-routes.ts'
import { findLoadTransfer, type LoadTransfer } from './load-transfer.ts'
import { findTransformerTransfer, type TransformerTransfer } from './transformer-transfer.ts'

/** One way of feeding the customer from one place of the network. */
export interface SourceOption {
  readonly kind: 'existing-feeder' | 'new-feeder'
  /** −1 for a new feeder. */
  readonly feeder: number
  readonly busSection: number
  readonly substation: number
  readonly point: number
  readonly capacityKva: number
  /** What of it is new to the network. */
  readonly addedKva: number
  readonly isPresent: boolean
  readonly openKva: number
  readonly boundaryDevice: 'pole-breaker' | 'ring-main-unit' | 'switching-station' | 'none'
  readonly route: Route
  /** Other distinct routes, where the ground is known; searched for plans that are kept. */
  readonly otherRoutes: readonly Route[]
  readonly conductor: Conductor
  readonly lineDropPercent: number
  readonly customerVoltagePu: number
  readonly lossKw: number
  readonly transfer: LoadTransfer | undefined
  /** Move of the whole feeder to a lighter main transformer of its station, where its own lacks room. */
  readonly transformerTransfer: TransformerTransfer | undefined
  readonly faultLevels: readonly FaultLevel[] | undefined
  readonly checks: readonly RuleCheck[]
  readonly passes: boolean
}

/** Works one access place out completely: route, conductor, electrical proof, every rule. */
export function workOutOption(drafting: Drafting, access: AccessPlace): Result<SourceOption> {
  const { prepared, need, standards, terrain } = drafting
  const { network, topology } = prepared
  if (!network.hasPlaces) return { ok: false, refusal: { code: 'network.noPlaces' } }
  const point = network.points[access.point]
  const busSectionAt = topology.busSection[access.point] as number
  const busSection = network.busSections[busSectionAt]
  if (!point || !busSection) throw new Error(`access point ${access.point} is fed by no bus section`)
  const route = access.drawnRoute ? measureRoute(access.drawnRoute, terrain) : findRoute(drafting, access.point)
  if (!route) return { ok: false, refusal: { code: 'plan.noRoute', data: { point: point.name } } }
  const kvar = access.loadKw * Math.tan(Math.acos(need.cosPhi))
  const { kv } = need.voltage
  const networkPath = {
    kv,
    networkROhm: topology.rOhm[access.point] as number,
    networkXOhm: topology.xOhm[access.point] as number,
  }
  const atAccess = findFaultLevels(busSection, { ...networkPath, lineROhm: 0, lineXOhm: 0 }, standards)?.[0]
  const conductor = chooseLineConductor(drafting, access, {
    lengthM: route.lengthM,
    kvar,
    thermalKa: atAccess?.thermalKa ?? 0,
  })
  if (!conductor.ok) return conductor
  const lineDropPercent = getVoltageDropPercent(
    conductor.value,
    { loadKw: access.loadKw, loadKvar: kvar, lengthKm: route.lengthM / 1000 },
    kv,
  )
  const transfer = findNeededTransfer(drafting, access)
  const transformerTransfer = findNeededTransformer(drafting, access, busSectionAt)
  const away = transfer && { point: transfer.point }
  const addedKw = getAddedKw(access)
  const addedKvar = addedKw * Math.tan(Math.acos(need.cosPhi))
  const flow =
    access.feeder >= 0 ? prepared.flows.connect(access.feeder, access.point, addedKw, addedKvar, away) : undefined
  const accessPu = flow?.voltagePu ?? busSection.setPu
  const km = route.lengthM / 1000
  const faultLevels = findFaultLevels(
    busSection,
    {
      ...networkPath,
      lineROhm: conductor.value.rOhmPerKm * km,
      lineXOhm: conductor.value.xOhmPerKm * km,
      ...findTransformerData(drafting),
    },
    standards,
  )
  const lineA = getRatedA(access.loadKw / need.cosPhi, kv)
  const lineLossKw = (3 * lineA ** 2 * conductor.value.rOhmPerKm * km) / 1000
  const figures: ConnectionFigures = {
    flow,
    transfer,
    transformerTransfer,
    lineDropPercent,
    customerVoltagePu: accessPu - lineDropPercent / 100,
    conductor: conductor.value,
    laying: conductor.value.laying,
    ratedA: getRatedA(access.capacityKva, kv),
    faultLevels,
  }
  const checks = checkAccess(drafting, access, figures)
  return {
    ok: true,
    value: {
      kind: access.feeder >= 0 ? 'existing-feeder' : 'new-feeder',
      feeder: access.feeder,
      busSection: busSectionAt,
      substation: busSection.substation,
      point: access.point,
      capacityKva: access.capacityKva,
      addedKva: access.addedKva,
      isPresent: access.isPresent ?? false,
      openKva:
        (access.feeder >= 0
          ? prepared.feeders[access.feeder]?.openKva
          : prepared.mainTransformers[busSectionAt]?.openKva) ?? 0,
      boundaryDevice: getBoundaryDevice(drafting, access.capacityKva),
      route,
      otherRoutes: [],
      conductor: conductor.value,
      lineDropPercent,
      customerVoltagePu: figures.customerVoltagePu,
      lossKw:
        (flow ? flow.lossKw - prepared.flows.connect(access.feeder, access.point, 0, 0, away).lossKw : 0) + lineLossKw,
      transfer,
      transformerTransfer,
      faultLevels,
      checks,
      passes: !checks.some(failsHard),
    },
  }
}

/** Smallest conductor that carries the capacity, keeps the drop and withstands the fault at the access point. */
function chooseLineConductor(
  { request, need, standards }: Drafting,
  access: AccessPlace,
  line: { readonly lengthM: number; readonly kvar: number; readonly thermalKa: number },
): Result<Conductor> {
  const drawn = standards.conductors.find((row) => row.model === access.conductorModel)
  if (drawn) return accept(drawn)
  if (access.conductorModel !== undefined)
    return refuse({ code: 'plan.conductorUnknown', data: { found: access.conductorModel } })
  // Insulated conductors and copper cables only: what a town's new customer line is built of.
  const rows = standards.conductors.filter(
    (row) => row.material !== 'steel-aluminium' && getWithstandKa(row, standards) >= line.thermalKa,
  )
  return chooseConductor(
    {
      kv: need.voltage.kv,
      laying: request.laying,
      installation: request.laying === 'cable' ? 'duct' : 'air',
      loadA: getRatedA(access.capacityKva, need.voltage.kv),
      drop: {
        loadKw: access.loadKw,
        loadKvar: line.kvar,
        lengthKm: line.lengthM / 1000,
        maxPercent: getParameter(standards.parameters, 'plan.maxRouteDropPercent'),
      },
    },
    rows,
  )
}

/** A transfer is looked for only where the feeder lacks room. */
function findNeededTransfer({ prepared, standards, place }: Drafting, access: AccessPlace): LoadTransfer | undefined {
  const state = prepared.feeders[access.feeder]
  if (!state) return undefined
  const limit = getParameter(standards.parameters, 'access.maxFeederLoading')
  if (state.loading < limit && state.openKva > access.addedKva) return undefined
  return findLoadTransfer(prepared, access.feeder, access.point, access.addedKva, place, standards.parameters)
}

/** Looked for only where the feeder's own main transformer lacks room. */
function findNeededTransformer(
  { prepared, standards }: Drafting,
  access: AccessPlace,
  busSection: number,
): TransformerTransfer | undefined {
  const state = prepared.mainTransformers[busSection]
  if (access.feeder < 0 || !state) return undefined
  const limit = getParameter(standards.parameters, 'access.maxTransformerLoading')
  if (state.loading < limit && state.openKva > access.addedKva) return undefined
  return findTransformerTransfer(prepared, access.feeder, access.addedKva, standards.parameters)
}

function findTransformerData({ need, standards }: Drafting) {
  const row = standards.transformers.find(
    (found) => found.kva === need.transformer?.unitKva && found.efficiencyGrade === 2,
  )
  return row
    ? { transformer: { kva: row.kva, shortCircuitPercent: row.shortCircuitPercent, loadLossW: row.loadLossW } }
    : {}
}

/** Device at the red line: overhead → pole breaker; cable from 5000 kVA → new switching station, else ring main unit. */
function getBoundaryDevice({ request, standards }: Drafting, capacityKva: number): SourceOption['boundaryDevice'] {
  if (!request.needsBoundaryDevice) return 'none'
  if (request.laying === 'overhead') return 'pole-breaker'
  return capacityKva >= getParameter(standards.parameters, 'access.switchingStationFromKva')
    ? 'switching-station'
    : 'ring-main-unit'
}
