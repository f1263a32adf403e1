import { standardsOn } from '#power'
import { type Command, WrongUse } from './command.ts'
import { printRefusal, readNetworkFile } from './network-file.ts'
import { loadPowerStandards } from './power-standards.ts'

const help = `tongdian network check FILE [--json]

Checks a network file of our own: a folder with one CSV for each sheet, one CSV with a [sheet] line before each sheet,
GeoJSON, a pandapower net with coordinates, CIM RDF/XML or a MATPOWER case. Every fault is listed at once with row and field: islands, closed loops, missing or zero impedance, wrong
voltage, names twice, names of nothing, places off the map, lengths shorter than the straight line.
Template: standards/power/network-template.csv.

Exit codes: 0 no fault, 1 faults found, 2 wrong use`

export const command: Command = {
  summary: 'check a network file',
  help,
  async run(args) {
    const asJson = args.includes('--json')
    const [verb, path, ...rest] = args.filter((arg) => arg !== '--json')
    if (verb !== 'check' || !path || rest.length > 0) throw new WrongUse('check FILE is wanted')
    const standards = loadPowerStandards()
    if (!standards.ok) throw new Error(`shipped standards are faulty: ${JSON.stringify(standards.refusal)}`)
    const network = readNetworkFile(path, standardsOn(standards.value, new Date().toISOString().slice(0, 10)))
    if (!network.ok) {
      printRefusal(network.refusal, asJson)
      if (!asJson) console.error(`${network.refusal.faults?.length ?? 1} faults`)
      return 1
    }
    const counts = Object.fromEntries(
      Object.entries(network.value).flatMap(([name, rows]) => (Array.isArray(rows) ? [[name, rows.length]] : [])),
    )
    if (asJson) console.log(JSON.stringify({ faults: [], counts }))
    else
      console.log(
        `no faults: ${Object.entries(counts)
          .map(([name, count]) => `${count} ${name}`)
          .join(', ')}`,
      )
    return 0
  },
}
