import { type FlowReport, reportFlow, solveFlow } from '#power'
import { type Command, WrongUse } from './command.ts'
import { printRefusal, readFlowFile } from './network-file.ts'

const help = `tongdian flow FILE [--json]

Balanced power flow of a network file: MATPOWER case (.m, its statements are run), pandapower JSON,
power-grid-model JSON, CIM RDF/XML (.xml), or a network of our own (see tongdian network --help).
--json prints {converged, iterations, lossKw, lossKvar, minVoltagePu, minVoltageBus, buses, branches}.
Losses are the active and reactive power that all branches take up, line charging included.

Exit codes: 0 solved, 1 no solution or a faulty file, 2 wrong use`

export const command: Command = {
  summary: 'power flow of a network file',
  help,
  async run(args) {
    const asJson = args.includes('--json')
    const [path, ...rest] = args.filter((arg) => arg !== '--json')
    if (!path || rest.length > 0 || path.startsWith('-')) throw new WrongUse('one FILE is wanted')
    const read = readFlowFile(path)
    if (!read.ok) {
      printRefusal(read.refusal, asJson)
      return 1
    }
    const report = reportFlow(solveFlow(read.value))
    if (asJson) console.log(JSON.stringify(report))
    else printReport(report)
    return report.converged ? 0 : 1
  },
}

function printReport(report: FlowReport): void {
  const { name, converged, method, iterations, mismatchPu, lossKw, lossKvar, minVoltagePu, minVoltageBus } = report
  if (!converged) {
    const reason = report.reason === 'no-source' ? 'no bus holds the voltage' : 'no solution was found'
    console.log(
      `${name}: not solved, ${reason} (${method}, ${iterations} iterations, mismatch ${mismatchPu ?? '-'} pu)`,
    )
    return
  }
  console.log(
    `${name}: solved by ${method} in ${iterations} iterations, largest mismatch ${mismatchPu?.toExponential(2)} pu`,
  )
  console.log(`losses   ${lossKw?.toFixed(4)} kW  ${lossKvar?.toFixed(3)} kvar`)
  console.log(`lowest   ${minVoltagePu?.toFixed(6)} pu at bus ${minVoltageBus}`)
  if (report.unfedBuses.length > 0) console.log(`unfed    ${report.unfedBuses.join(', ')}`)
  const fullest = report.branches.toSorted((a, b) => (b.loadingPercent ?? 0) - (a.loadingPercent ?? 0))[0]
  if (fullest?.loadingPercent) console.log(`fullest  ${fullest.branch} at ${fullest.loadingPercent.toFixed(1)} %`)
}
