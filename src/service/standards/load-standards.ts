import { type PublishedProcess, type PublishedStandards, publishedDocuments, type StandardRow } from '#casefile'
import {
  accept,
  type CalendarYear,
  type Fault,
  type Json,
  makeWorkingCalendar,
  type PlainDate,
  type Result,
  readCalendarYear,
  refuse,
} from '#kernel'
import { type PowerStandards, readPowerStandards, standardsOn } from '#power'
import { type DecisionTable, decide, readDecisions, readProcess } from '#process'
import type { StandardVersion } from './standard-version.ts'

/**
 * Compiles published versions. Faults name kind, name and version; one faulty standard refuses the whole, so that nothing
 * half loaded is ever used. Pure apart from the XML readers being asynchronous.
 */
export async function loadStandards(versions: readonly StandardVersion[]): Promise<Result<PublishedStandards>> {
  const faults: Fault[] = []
  const read = { processes: [] as LoadedProcess[], decisions: [] as LoadedDecision[], years: [] as CalendarYear[] }
  for (const version of versions) faults.push(...(await readInto(read, version)))
  const powers = readPowers(versions)
  if (!powers.ok) faults.push(...(powers.refusal.faults ?? []))
  if (faults.length > 0 || !powers.ok) return refuse({ code: 'standards-faulty', faults })
  const [first, ...later] = powers.value
  return accept({
    calendar: makeWorkingCalendar(read.years),
    powerOn: (onDate) => standardsOn((later.findLast(({ from }) => from <= onDate) ?? first).power, onDate),
    decide: (decision, inputs, onDate) => decideOn(read.decisions, decision, inputs, onDate),
    setting: (key, onDate) => settingOn(read.decisions, key, onDate),
    process: (name, onDate) =>
      read.processes.filter((entry) => entry.name === name && entry.effectiveFrom <= onDate).at(-1),
    processVersion: (name, version) => read.processes.find((entry) => entry.name === name && entry.version === version),
    library: (kind, name, onDate) => {
      const found = versionOn(versions, kind, name, onDate)
      return found && (JSON.parse(found.content) as Json)
    },
  })
}

interface LoadedProcess extends PublishedProcess {
  readonly effectiveFrom: string
}

interface LoadedDecision {
  readonly name: string
  readonly effectiveFrom: string
  readonly table: DecisionTable
}

/** The version that counts on the date: of those in force by then the newest. */
function versionOn(
  versions: readonly StandardVersion[],
  kind: string,
  name: string,
  onDate: string,
): StandardVersion | undefined {
  return versions.findLast(
    (version) => version.kind === kind && version.name === name && version.effectiveFrom <= onDate,
  )
}

interface DatedPower {
  readonly from: string
  readonly power: PowerStandards
}

/** The power rules as they stand from each day on which a version of one of their tables begins. */
function readPowers(versions: readonly StandardVersion[]): Result<readonly [DatedPower, ...DatedPower[]]> {
  const days = versions.filter(({ kind }) => kind === 'table').map(({ effectiveFrom }) => effectiveFrom)
  const [first = '', ...later] = [...new Set(days)].sort()
  const faults: Fault[] = []
  const read = (from: string): DatedPower[] => {
    const power = readPowerStandards((file) => versionOn(versions, 'table', file, from)?.content)
    if (power.ok) return [{ from, power: power.value }]
    faults.push(...(power.refusal.faults ?? []))
    return []
  }
  const [start, ...further] = [...read(first), ...later.flatMap(read)]
  return start && faults.length === 0 ? accept([start, ...further]) : refuse({ code: 'standards-faulty', faults })
}

/** Reads one version into the shelf's lists; its faults carry where they stand. */
async function readInto(
  read: { processes: LoadedProcess[]; decisions: LoadedDecision[]; years: CalendarYear[] },
  version: StandardVersion,
): Promise<readonly Fault[]> {
  const { kind, name, content, effectiveFrom, contentHash } = version
  const refused = (faults: readonly Fault[] | undefined, code: string) =>
    (faults ?? [{ path: '', code }]).map((fault) => ({ ...fault, path: `${kind}/${name}: ${fault.path}` }))
  if (kind === 'process') {
    const graph = await readProcess(content)
    if (!graph.ok) return refused(graph.refusal.faults, graph.refusal.code)
    read.processes.push({ name, version: version.version, contentHash, graph: graph.value, effectiveFrom })
  } else if (kind === 'decision') {
    const tables = await readDecisions(content)
    if (!tables.ok) return refused(tables.refusal.faults, tables.refusal.code)
    read.decisions.push(...tables.value.map((table) => ({ name: table.id, effectiveFrom, table })))
  } else if (kind === 'calendar') {
    const year = readCalendarYear(JSON.parse(content))
    if (!year.ok) return refused(year.refusal.faults, year.refusal.code)
    read.years.push(year.value)
  }
  return []
}

function decideOn(
  decisions: readonly LoadedDecision[],
  name: string,
  inputs: Readonly<Record<string, Json>>,
  onDate: PlainDate,
): Result<readonly StandardRow[]> {
  const found = decisions.filter((entry) => entry.name === name && entry.effectiveFrom <= onDate).at(-1)
  if (!found) return refuse({ code: 'no-such-decision', data: { decision: name, onDate } })
  const rows = decide(found.table, inputs, onDate)
  if (!rows.ok) return rows
  return accept(
    rows.value.map((row) => ({ outputs: row.outputs, source: row.source ?? '', confidence: row.confidence ?? '' })),
  )
}

function settingOn(decisions: readonly LoadedDecision[], key: string, onDate: PlainDate): number {
  const rows = decideOn(decisions, 'notice-settings', { key }, onDate)
  const value = rows.ok ? rows.value[0]?.outputs.value : undefined
  if (typeof value !== 'number') throw new Error(`the table notice-settings has no number for ${key} on ${onDate}`)
  return value
}

/** Checks one file as it would be published; used before a version is written. */
export async function checkStandard(text: { kind: string; name: string; content: string }): Promise<Result<undefined>> {
  if (text.kind === 'process') {
    const graph = await readProcess(text.content)
    if (!graph.ok) return graph
    if (graph.value.id !== text.name) return refuse({ code: 'standard-name-differs', data: { inside: graph.value.id } })
    return accept(undefined)
  }
  if (text.kind === 'decision') {
    const tables = await readDecisions(text.content)
    if (!tables.ok) return tables
    if (tables.value.some((table) => table.id === text.name)) return accept(undefined)
    return refuse({ code: 'standard-name-differs', data: { inside: tables.value.map((table) => table.id).join(', ') } })
  }
  const json = parseJson(text.content)
  if (text.kind === 'table') return accept(undefined)
  if (json === undefined) return refuse({ code: 'standard-not-json' })
  if (text.kind === 'document') return checkDocument(text.name, json)
  if (text.kind !== 'calendar') return accept(undefined)
  const year = readCalendarYear(json)
  if (!year.ok) return year
  const inside = String(year.value.year)
  return inside === text.name ? accept(undefined) : refuse({ code: 'standard-name-differs', data: { inside } })
}

/** A document that the program reads has the shape it reads. */
function checkDocument(name: string, json: unknown): Result<undefined> {
  const checked = publishedDocuments[name]?.safeParse(json)
  if (!checked || checked.success) return accept(undefined)
  const faults = checked.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    code: 'document-shape',
    data: { place: path.join('.'), detail: message },
  }))
  return refuse({ code: 'standards-faulty', faults })
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
