import { accept, type Result, refuse } from '#kernel'
import { sheetsFromCim } from '../formats/cim/to-sheets.ts'
import { sheetsFromMatpower } from '../formats/matpower/to-sheets.ts'
import { sheetsFromPandapower } from '../formats/pandapower/to-sheets.ts'
import { getParameter } from '../standards/parameter.ts'
import type { PowerStandards } from '../standards/tables.ts'
import { buildNetwork } from './build-network.ts'
import type { Network } from './network.ts'
import { readGeoJson, readSheetTexts, splitBundle } from './read-sheets.ts'
import type { NetworkSheets } from './sheets.ts'

interface Placed {
  readonly sheets: NetworkSheets
  readonly hasPlaces: boolean
}

/**
 * A whole network in one text: a CSV bundle with `[sheet]` lines, GeoJSON, a pandapower net with coordinates, CIM
 * RDF/XML, or a MATPOWER case (docs/methods/network-file.md); the last two make a network without places where they tell
 * none. `standards` are the rows in force. Every fault at once, with row and field; `file` is the name that faults begin
 * with. Refusals: `file.notJson`, and those of the readers and of `buildNetwork`.
 */
export function readNetworkText(file: string, content: string, standards: PowerStandards): Result<Network> {
  const read = readAny(file, content.replace(/^\uFEFF/, ''), standards)
  return read.ok ? buildNetwork(read.value.sheets, standards.conductors, read.value.hasPlaces) : read
}

function readAny(file: string, content: string, { parameters }: PowerStandards): Result<Placed> {
  const spareBays = getParameter(parameters, 'import.assumedSpareBays')
  if (content.trimStart().startsWith('<')) return sheetsFromCim(file, content, spareBays)
  if (isMatpower(content)) return withPlaces(sheetsFromMatpower(file, content, spareBays), false)
  if (!content.trimStart().startsWith('{')) return withPlaces(readSheetTexts(splitBundle(file, content)), true)
  let parsed: unknown
  try {
    parsed = JSON.parse(content)
  } catch (error) {
    const data = { detail: error instanceof Error ? error.message : String(error) }
    return refuse({ code: 'file.notJson', faults: [{ path: file, code: 'file.notJson', data }] })
  }
  if (!isPandapower(parsed)) return withPlaces(readGeoJson(file, parsed), true)
  return withPlaces(sheetsFromPandapower(file, parsed, { spareBays, busSectionBays: spareBays }), true)
}

const withPlaces = (read: Result<NetworkSheets>, hasPlaces: boolean): Result<Placed> =>
  read.ok ? accept({ sheets: read.value, hasPlaces }) : read

/** Only the first lines tell: comments may go before, and a sheet may say anything later. */
const isMatpower = (content: string): boolean =>
  /^\s*(function\s+\w*\s*=|mpc\s*=|mpc\.\w+\s*=)/m.test(content.slice(0, 4000))

const isPandapower = (content: unknown): content is Record<string, unknown> =>
  typeof content === 'object' && content !== null && '_class' in content && content._class === 'pandapowerNet'
