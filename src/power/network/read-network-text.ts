import { type Result, refuse } from '#kernel'
import { sheetsFromPandapower } from '../formats/pandapower/to-sheets.ts'
import { getParameter } from '../standards/parameter.ts'
import type { PowerStandards } from '../standards/tables.ts'
import { buildNetwork } from './build-network.ts'
import type { Network } from './network.ts'
import { readGeoJson, readSheetTexts, splitBundle } from './read-sheets.ts'
import type { NetworkSheets } from './sheets.ts'

/**
 * A whole network in one text: a CSV bundle with `[sheet]` lines, GeoJSON, or a pandapower net with coordinates
 * (docs/methods/network-file.md). CIM and MATPOWER are named and refused. `standards` are the rows in force. Every fault at once, with row and field; `file` is
 * the name that faults begin with. Refusals: `file.notJson`, and those of the readers and of `buildNetwork`.
 */
export function readNetworkText(file: string, content: string, standards: PowerStandards): Result<Network> {
  const sheets = readSheets(file, content.replace(/^\uFEFF/, ''), standards)
  return sheets.ok ? buildNetwork(sheets.value, standards.conductors) : sheets
}

function readSheets(file: string, content: string, { parameters }: PowerStandards): Result<NetworkSheets> {
  const foreign = foreignFormat(content)
  if (foreign) return refuse({ code: 'network.faulty', faults: [{ path: file, code: foreign }] })
  if (!content.trimStart().startsWith('{')) return readSheetTexts(splitBundle(file, content))
  let parsed: unknown
  try {
    parsed = JSON.parse(content)
  } catch (error) {
    const data = { detail: error instanceof Error ? error.message : String(error) }
    return refuse({ code: 'file.notJson', faults: [{ path: file, code: 'file.notJson', data }] })
  }
  if (!isPandapower(parsed)) return readGeoJson(file, parsed)
  const spareBays = getParameter(parameters, 'import.assumedSpareBays')
  return sheetsFromPandapower(file, parsed, { spareBays, busSectionBays: spareBays })
}

/** Formats that power flow reads and a network to draft from cannot be made of: why, as a fault's code. */
function foreignFormat(content: string): string | undefined {
  if (content.trimStart().startsWith('<')) return 'network.cimHasNoStations'
  // Only the first lines: comments may go before, and a sheet may say anything later.
  const isMatpower = /^\s*(function\s+\w*\s*=|mpc\s*=|mpc\.\w+\s*=)/m.test(content.slice(0, 4000))
  return isMatpower ? 'network.matpowerHasNoPlaces' : undefined
}

const isPandapower = (content: unknown): content is Record<string, unknown> =>
  typeof content === 'object' && content !== null && '_class' in content && content._class === 'pandapowerNet'
