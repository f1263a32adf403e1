export { rankSumP, shareP } from './compare/rank-sum.ts'
export { alignLog, type LogAlignment, TraceAligner, type VariantAlignment } from './conformance/alignment.ts'
export { type TokenReplay, tokenReplay } from './conformance/token-replay.ts'
export { discoverTree } from './discovery/inductive-miner.ts'
export { type ProcessTree, writeTree } from './discovery/process-tree.ts'
export { treeToNet } from './discovery/tree-to-net.ts'
export { writeBpmn } from './discovery/write-bpmn.ts'
export { fromOcel, type OcelLog, toOcel } from './exchange/ocel.ts'
export { type ColumnGuide, type CsvLog, CsvLogReader } from './exchange/read-csv.ts'
export { readXes, type XesClock, XesReader } from './exchange/read-xes.ts'
export { writeLogAsXes, writeXes } from './exchange/write-xes.ts'
export type { XesDocument } from './exchange/xes-document.ts'
export { type ComingLate, comingLate, daysByReason, type ReasonDays, type RunningLimit } from './indicators/clocks.ts'
export type { ClockOwner, IndicatorCase, NodeTime, OwnedDays } from './indicators/indicator-case.ts'
export {
  type GroupWeights,
  type Indicators,
  indicators,
  indicatorsBy,
  isOnTime,
  type Share,
} from './indicators/indicators.ts'
export type {
  CaseRecord,
  ExpectedOrder,
  FactTypes,
  Irregularity,
  IrregularityKind,
  IrregularityLimits,
  RecordedFact,
} from './irregularities/case-record.ts'
export { irregularityKinds } from './irregularities/case-record.ts'
export { findIrregularities, irregularitiesOfCase } from './irregularities/find-irregularities.ts'
export { columnBytes, type EventLog, noCode, traceOf } from './log/event-log.ts'
export { type EventDetail, EventLogBuilder, type EventOrder } from './log/event-log-builder.ts'
export { type AcceptingNet, netSize } from './petri/petri-net.ts'
export { netFaults } from './petri/reachability.ts'
export { readBpmnNet } from './petri/read-bpmn.ts'
export { readPnml } from './petri/read-pnml.ts'
export { writePnml } from './petri/write-pnml.ts'
export { type DirectlyFollowsGraph, directlyFollows, edgeTotals } from './process-map/directly-follows.ts'
export { type Throughput, throughput } from './process-map/throughput.ts'
export { type Variants, variants, variantTrace } from './process-map/variants.ts'
export { calibrate } from './simulation/calibrate/calibrate.ts'
export type { Estimate, Observation, ObservedCase } from './simulation/calibrate/observation.ts'
export { modelFaults } from './simulation/check-model.ts'
export type { Interval } from './simulation/confidence-interval.ts'
export { type Duration, meanHours } from './simulation/distribution.ts'
export { processNodes, type SimulatedGraph } from './simulation/process-model.ts'
export { type Progress, type SimulationReport, simulate } from './simulation/replications.ts'
export { putAlongside, tasksBefore } from './simulation/reshape/alongside.ts'
export { readScenario, type Scenario } from './simulation/scenario.ts'
export { scenarioModel } from './simulation/scenario-model.ts'
export { Simulation, type TaskListener } from './simulation/simulation.ts'
export type { SimulationModel, SimulationNode } from './simulation/simulation-model.ts'
export { type BackTest, backTest } from './simulation/what-if/back-test.ts'
export type { Levers, StaffMove } from './simulation/what-if/levers.ts'
export { type CurvePoint, runWhatIf, type WhatIfResult, type WhatIfTask } from './simulation/what-if/run-what-if.ts'
export type { ScenarioOutcome } from './simulation/what-if/scenario-outcome.ts'
export { type Shift, workingHoursOver, workingIntervals } from './time/working-days.ts'
export { WorkingHours } from './time/working-hours.ts'
export { type Batch, batches } from './work/batching.ts'
export { type Bottleneck, bottlenecks } from './work/bottlenecks.ts'
export { type Handover, handovers } from './work/handover.ts'
export { type Rework, rework } from './work/rework.ts'
