import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { accept, type Plane, type Result, refuse } from '#kernel'
import {
  type DraftDescription,
  describeDraft,
  draftPlans,
  type PowerStandards,
  prepareNetwork,
  readGround,
  readPlanRequest,
  standardsOn,
  type TerrainFeature,
} from '#power'
import { type Command, WrongUse } from './command.ts'
import { parseJson, printRefusal, readNetworkFile } from './network-file.ts'
import { loadPowerStandards } from './power-standards.ts'

const help = `tongdian plan --network FILE --request FILE [--terrain FILE] [--date YYYY-MM-DD] [--json]

Drafts up to ten supply plans without a server: every rule checked with its number, limit, source and verdict.
--network  a network of our own (tongdian network --help)
--request  JSON: {location: {lon, lat}, equipment: [{name, category, count, unitKw}] or loadKw or capacityKva,
           business: new | increase | temporary, sources: single | double-circuit | double-source,
           grade: special | first | second | temporary | ordinary, laying: overhead | cable, devices, forceNewFeeder,
           present: {feeder, point, capacityKva} (low voltage: {point: transformer, capacityKva}),
           transformer: {unitKva, count}, dwellings: [{areaM2, count}],
           harmonicCurrents: [{order, currentA}], changingLoads: [{changeMw, changeMvar, perHour}]}
--terrain  GeoJSON with a property "kind": road, water, railway, building, protected; or OpenStreetMap .osm.pbf
--date     the day whose rules apply, by default today

Exit codes: 0 at least one plan passes, 1 none does or a file is faulty, 2 wrong use`

export const command: Command = {
  summary: 'draft supply plans for a customer',
  help,
  async run(args) {
    const options = readArgs(args)
    const drafted = draft(options)
    if (!drafted.ok) {
      printRefusal(drafted.refusal, options.json)
      return 1
    }
    if (options.json) console.log(JSON.stringify(drafted.value))
    else printDraft(drafted.value)
    return drafted.value.noPlan === null ? 0 : 1
  },
}

interface PlanArgs {
  readonly network: string
  readonly request: string
  readonly terrain: string | undefined
  readonly date: string
  readonly json: boolean
}

function readArgs(args: readonly string[]): PlanArgs {
  const string = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { network: string, request: string, terrain: string, date: string, json: { type: 'boolean' } },
    })
    if (!values.network || !values.request) throw new WrongUse('--network and --request are wanted')
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
    return {
      network: values.network,
      request: values.request,
      terrain: values.terrain,
      date: values.date ?? today,
      json: values.json ?? false,
    }
  } catch (error) {
    throw error instanceof WrongUse ? error : new WrongUse(error instanceof Error ? error.message : String(error))
  }
}

function draft(options: PlanArgs): Result<DraftDescription> {
  const standards = loadPowerStandards()
  if (!standards.ok) return standards
  const current = standardsOn(standards.value, options.date)
  const content = readJsonFile(options.request)
  const request = content.ok ? readPlanRequest(basename(options.request), content.value) : content
  const network = readNetworkFile(options.network, current)
  if (!network.ok || !request.ok) {
    // Faults of both files at once.
    const faults = [network, request].flatMap((read) => (read.ok ? [] : (read.refusal.faults ?? [])))
    return refuse({ code: 'plan.faultyInput', faults })
  }
  const terrain = readGroundFile(options.terrain, network.value.plane)
  if (!terrain.ok) return terrain
  return draftFrom(current, network.value, request.value, terrain.value)
}

function draftFrom(
  standards: PowerStandards,
  network: Parameters<typeof prepareNetwork>[0],
  request: Parameters<typeof draftPlans>[1],
  terrain: readonly TerrainFeature[],
): Result<DraftDescription> {
  const prepared = prepareNetwork(network, standards.parameters)
  const drafted = draftPlans(prepared, request, standards, terrain)
  return drafted.ok ? accept(describeDraft(drafted.value, prepared, request, standards)) : drafted
}

function readJsonFile(path: string): Result<unknown> {
  if (!existsSync(path)) return refuse({ code: 'file.missing', faults: [{ path, code: 'file.missing' }] })
  return parseJson(basename(path), readFileSync(path, 'utf8'))
}

function readGroundFile(path: string | undefined, plane: Plane): Result<readonly TerrainFeature[]> {
  if (path === undefined) return accept([])
  if (!existsSync(path)) return refuse({ code: 'file.missing', faults: [{ path, code: 'file.missing' }] })
  return readGround(basename(path), new Uint8Array(readFileSync(path)), plane)
}

function printDraft({ need, plans, noPlan }: DraftDescription): void {
  const { loadKw, cosPhi, capacityKva, voltage, tariff, metering } = need
  console.log(
    `load ${loadKw.toFixed(1)} kW at cosφ ${cosPhi.toFixed(2)}, capacity ${capacityKva} kVA, ${voltage.kv} kV, tariff ${tariff.class}`,
  )
  const { currentTransformer } = metering
  console.log(
    `metering ${metering.arrangement}, class ${metering.class}, CT ${currentTransformer ? `${currentTransformer.primaryA}/${currentTransformer.secondaryA}` : 'none'}`,
  )
  for (const plan of plans) {
    const yuan = (fen: number) => Math.round(fen / 1_000_000)
    console.log(
      `\n${plan.rank}. ${plan.verdict}  ${plan.sourceKind} ${plan.mode}${plan.score ? `  score ${plan.score.total.toFixed(1)}` : ''}  ${yuan(plan.cost.lowFen)}-${yuan(plan.cost.highFen)} 万元`,
    )
    for (const source of plan.sources) {
      const feeder = source.feeder ?? `new feeder from ${source.busSection}`
      console.log(
        `   ${feeder} at ${source.accessPoint}, ${Math.round(source.route.lengthM)} m ${source.conductor || 'no conductor'}, ${source.capacityKva} kVA`,
      )
      for (const check of source.checks.filter((found) => found.verdict !== 'holds'))
        console.log(`   ! ${check.rule} ${check.value} ${check.comparison} ${check.limit} ${check.unit} (${check.at})`)
    }
    for (const check of plan.checks.filter((found) => found.verdict !== 'holds'))
      console.log(`   ! ${check.rule} (${check.at})`)
  }
  if (noPlan) console.log(`\nno plan passes; possible remedies: ${noPlan.remedies.join(', ')}`)
}
