export { type CompiledCase, compileCase } from './flow/compile.ts'
export type { FlowBranch, FlowBus, FlowCase, FlowLink } from './flow/flow-case.ts'
export { type FourWireNetwork, type FourWireSolution, solveFourWire } from './flow/four-wire.ts'
export { getMismatchPu } from './flow/mismatch.ts'
export { createRadialSolver, type FlowOptions, type RadialSolver } from './flow/radial-solver.ts'
export { type BranchReport, type BusReport, type FlowReport, reportFlow } from './flow/report.ts'
export type { FlowSolution } from './flow/solution.ts'
export { type SolvedFlow, solveFlow } from './flow/solve-flow.ts'
export { growTree } from './flow/spanning-tree.ts'
export { readCim } from './formats/cim/read-cim.ts'
export { readMatpower } from './formats/matpower/read-matpower.ts'
export { readOsm } from './formats/osm/read-osm.ts'
export { readPandapower } from './formats/pandapower/read-pandapower.ts'
export { sheetsFromPandapower } from './formats/pandapower/to-sheets.ts'
export { readPowerGridModel } from './formats/power-grid-model/read-power-grid-model.ts'
export { type GroundFormat, groundFormatOf, readGround } from './formats/read-ground.ts'
export { decideLedger, type LedgerCommand } from './ledger/capacity-ledger.ts'
export type { LedgerContext, OpenCapacity } from './ledger/ledger-context.ts'
export {
  type Amount,
  applyLedgerFact,
  byApplication,
  emptyLedger,
  foldLedger,
  type Ledger,
  type LedgerEnding,
  type LedgerFact,
  ledgerOf,
  type Reservation,
} from './ledger/ledger-facts.ts'
export { listOpenCapacity } from './ledger/open-capacity.ts'
export {
  bayPlace,
  distributionTransformerPlace,
  feederPlace,
  isBayPlace,
  listAmounts,
  mainTransformerPlace,
  type PlannedSource,
} from './ledger/places.ts'
export { buildNetwork } from './network/build-network.ts'
export type * from './network/network.ts'
export { readNetworkText } from './network/read-network-text.ts'
export { readGeoJson, readSheetTexts, splitBundle } from './network/read-sheets.ts'
export { type NetworkSheets, networkSheets, type SheetName } from './network/sheets.ts'
export { getPointLoadsKw, toFlowCase } from './network/to-flow-case.ts'
export { type Topology, traceTopology } from './network/topology.ts'
export { checkParameter, checkRule, failsHard, type RuleCheck } from './plan/check.ts'
export type { OperatingMode } from './plan/combine.ts'
export { type CustomerNeed, getCustomerNeed } from './plan/customer-need.ts'
export { describeLowVoltage } from './plan/describe-low-voltage.ts'
export { describeDraft, describePlan } from './plan/describe-plan.ts'
export { draftPlans, getNeedOn, type NoPlan, type PlanDraft, type SupplyPlan } from './plan/draft-plans.ts'
export type { AccessPlace, Drafting } from './plan/drafting.ts'
export { getIncrease } from './plan/find-options.ts'
export { type LowVoltagePlan, workOutLowVoltage } from './plan/low-voltage.ts'
export type { DraftDescription, PlanDescription, SourceDescription } from './plan/plan-description.ts'
export { type FeederState, type PreparedNetwork, prepareNetwork } from './plan/prepared-network.ts'
export { promise } from './plan/promise.ts'
export { type ChosenPlan, proveSources } from './plan/prove-sources.ts'
export { lineItems, type PlanCost } from './plan/quantities.ts'
export { type AccessDevice, type PlanRequest, readPlanRequest } from './plan/request.ts'
export { type SourceOption, workOutOption } from './plan/source-option.ts'
export {
  checkHarmonicCurrents,
  checkHarmonicVoltages,
  findAllowedCurrentA,
  getHarmonicVoltages,
  type HarmonicCurrent,
  type HarmonicPoint,
} from './quality/harmonics.ts'
export {
  type ChangingLoad,
  checkVoltageChange,
  findVoltageChangeLimit,
  getUnbalancePercent,
  getVoltageChangePercent,
} from './quality/voltage-change.ts'
export { compareRoutes, type RouteComparison, type RouteTolerance } from './route/compare-routes.ts'
export { findRoutes, measureRoute, type Route } from './route/find-routes.ts'
export { findLeastCostPath, type RouteGraph } from './route/least-cost.ts'
export { isInside, readTerrain, type TerrainFeature, type TerrainKind } from './route/terrain.ts'
export { getKappa, getShortCircuits, getThermalKa, type ShortCircuitResult } from './short-circuit/short-circuit.ts'
export type { ShortCircuitCase, ShortCircuitOptions } from './short-circuit/short-circuit-case.ts'
export * from './sizing/index.ts'
export { getParameter, type Parameter } from './standards/parameter.ts'
export { isInForce, powerStandardFiles, readPowerStandards, standardsOn } from './standards/read-standards.ts'
export type { Dated, PowerStandards, TableName, TableRow } from './standards/tables.ts'
