import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { accept, type Refusal, type Result, refuse } from '#kernel'
import {
  buildNetwork,
  type FlowCase,
  getParameter,
  type Network,
  type PowerStandards,
  readCim,
  readMatpower,
  readNetworkText,
  readPandapower,
  readPowerGridModel,
  readSheetTexts,
  standardsOn,
  toFlowCase,
  traceTopology,
} from '#power'
import { loadPowerStandards } from './power-standards.ts'

/** Reads a file that power flow can solve, by its ending and, for JSON, by what it says it is. */
export function readFlowFile(path: string): Result<FlowCase> {
  if (!existsSync(path)) return refuse({ code: 'file.missing', faults: [{ path, code: 'file.missing' }] })
  if (statSync(path).isDirectory() || ['.csv', '.geojson'].includes(extname(path))) return readOwnFlow(path)
  const file = basename(path)
  const content = readFileSync(path, 'utf8')
  if (extname(path) === '.m') return readMatpower(file, content)
  if (['.xml', '.rdf'].includes(extname(path))) return readCim(file, content)
  const parsed = parseJson(file, content)
  if (!parsed.ok) return parsed
  if (isRecord(parsed.value) && parsed.value._class === 'pandapowerNet') return readPandapower(file, parsed.value)
  if (isRecord(parsed.value) && isRecord(parsed.value.data)) return readPowerGridModel(file, parsed.value)
  return refuse({ code: 'file.unknownFormat', faults: [{ path: file, code: 'file.unknownFormat' }] })
}

function readOwnFlow(path: string): Result<FlowCase> {
  const standards = loadPowerStandards()
  if (!standards.ok) return standards
  const current = standardsOn(standards.value, new Date().toISOString().slice(0, 10))
  const network = readNetworkFile(path, current)
  if (!network.ok) return network
  const cosPhi = getParameter(current.parameters, 'network.assumedCosPhi')
  return accept(toFlowCase(network.value, traceTopology(network.value).feeder, { cosPhi }))
}

/** Reads a network: a folder with one CSV for each sheet, one CSV bundle with `[sheet]` lines, GeoJSON, or a pandapower net with coordinates. */
export function readNetworkFile(path: string, standards: PowerStandards): Result<Network> {
  if (!existsSync(path)) return refuse({ code: 'file.missing', faults: [{ path, code: 'file.missing' }] })
  if (!statSync(path).isDirectory()) return readNetworkText(basename(path), readFileSync(path, 'utf8'), standards)
  const sheets = readSheetTexts(readFolder(path))
  return sheets.ok ? buildNetwork(sheets.value, standards.conductors) : sheets
}

function readFolder(path: string): Map<string, { file: string; content: string }> {
  const files = readdirSync(path).filter((file) => extname(file) === '.csv')
  return new Map(
    files.map((file) => [basename(file, '.csv'), { file, content: readFileSync(join(path, file), 'utf8') }]),
  )
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON text as a value; the fault says at which character it stops being JSON where the parser tells. */
export function parseJson(file: string, content: string): Result<unknown> {
  try {
    return { ok: true, value: JSON.parse(content) as unknown }
  } catch (error) {
    const data = { detail: error instanceof Error ? error.message : String(error) }
    return refuse({ code: 'file.notJson', faults: [{ path: file, code: 'file.notJson', data }] })
  }
}

/** Prints a refusal, one fault a line, or as JSON. */
export function printRefusal(refusal: Refusal, asJson: boolean): void {
  if (asJson) console.log(JSON.stringify(refusal, null, 2))
  else {
    const faults = refusal.faults ?? [{ path: '', code: refusal.code, data: refusal.data ?? {} }]
    for (const { path, code, data } of faults)
      console.error(`${path}: ${code}${data ? ` ${JSON.stringify(data)}` : ''}`)
  }
}
