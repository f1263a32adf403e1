import { readFileSync } from 'node:fs'
import { type Refusal, type Result, refuse } from '#kernel'
import { type DecisionTable, isDecisionFile, type ProcessGraph, readDecisions, readProcess } from '#process'
import { type Command, WrongUse } from './command.ts'

const help = `tongdian process check FILE [--json]

Checks a process file (BPMN 2.0) or a file of decision tables (DMN 1.3), told apart by content, against what the
process engine plays. Every fault is named at once with its line, element id and code.
--json prints {file, kind, ok, faults: [{path, code, data: {line, element, …}}], and for a clean file
process: {id, name, stages, tasks} or decisions: [{id, name, hitPolicy, inputs, outputs, rows}]}.

Exit codes: 0 clean, 1 faults, 2 wrong use`

type Kind = 'process' | 'decisions'

export const command: Command = {
  summary: 'check a BPMN process or DMN decision file',
  help,
  async run(args) {
    const asJson = args.includes('--json')
    const [verb, file, ...rest] = args.filter((arg) => arg !== '--json')
    if (verb !== 'check' || !file || file.startsWith('-') || rest.length > 0) throw new WrongUse('check FILE is wanted')
    const xml = readText(file)
    const kind: Kind = isDecisionFile(xml) ? 'decisions' : 'process'
    const checked = await check(kind, xml)
    const faults = checked.ok ? [] : listFaults(checked.refusal)
    if (asJson) {
      const content = checked.ok ? checked.value : {}
      console.log(JSON.stringify({ file, kind, ok: checked.ok, faults, ...content }))
    } else if (checked.ok) {
      console.log(`${file}: clean ${describe(checked.value)}`)
    } else {
      for (const { path, code, data } of faults)
        console.log(`${file}:${data.line}: ${data.element} ${path}: ${code}${details(data)}`)
      console.log(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`)
    }
    return checked.ok ? 0 : 1
  },
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new WrongUse(`cannot read ${file}: ${error instanceof Error ? error.message : error}`)
  }
}

type Content = { readonly process: ReturnType<typeof summarise> } | { readonly decisions: ReturnType<typeof outline>[] }

async function check(kind: Kind, xml: string): Promise<Result<Content>> {
  if (kind === 'process') {
    const read = await readProcess(xml)
    return read.ok ? { ok: true, value: { process: summarise(read.value) } } : refuse(read.refusal)
  }
  const read = await readDecisions(xml)
  return read.ok ? { ok: true, value: { decisions: read.value.map(outline) } } : refuse(read.refusal)
}

const summarise = ({ id, name, stages, tasks }: ProcessGraph) => ({ id, name, stages, tasks })

const outline = ({ id, name, hitPolicy, inputs, outputs, rows }: DecisionTable) => ({
  id,
  name,
  hitPolicy,
  inputs: inputs.map((input) => input.text),
  outputs,
  rows: rows.length,
})

function listFaults({ faults = [] }: Refusal) {
  return faults.map(({ path, code, data = {} }) => ({ path, code, data }))
}

function describe(content: Content): string {
  if ('process' in content) {
    const { name, tasks, stages } = content.process
    return `process "${name}", ${tasks.length} tasks in ${stages.length} stages (${stages.join(', ')})`
  }
  return `decisions: ${content.decisions.map(({ id, rows }) => `${id} (${rows} rows)`).join(', ')}`
}

function details({ line: _, element: __, ...rest }: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(rest).map(([key, value]) => `${key} ${JSON.stringify(value)}`)
  return entries.length > 0 ? ` (${entries.join(', ')})` : ''
}
