import { parseArgs } from 'node:util'
import { type EventLog, fromOcel, readXes, toOcel, variants, writeLogAsXes } from '#insight'
import { wholeLogOf } from '#service/insight/history/history-log'
import { ResidentHistory } from '#service/insight/index'
import { findPlanted } from '../src/stories/county-year/find-planted.ts'
import { type County, openCounty, playYear } from './county/open-county.ts'

/**
 * `npm run -s bench county [-- --cases 12000 --weeks 40 --side-by-side 16 --irregular 1000 --every-document]`: a simulated
 * year of a county played through the real engine. Does its log conform, and does it come back identical from XES and OCEL?
 * Are so many irregularities of each kind among its cases all found, and nothing else?
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string', default: '12000' },
      weeks: { type: 'string' },
      'side-by-side': { type: 'string', default: '16' },
      irregular: { type: 'string', default: '0' },
      'every-document': { type: 'boolean', default: false },
    },
  })
  const asked: Asked = {
    cases: Number(values.cases),
    weeks: values.weeks === undefined ? undefined : Number(values.weeks),
    sideBySide: Number(values['side-by-side']),
    irregular: Number(values.irregular),
    everyDocument: values['every-document'],
  }
  const county = await openCounty(asked)
  try {
    console.log(JSON.stringify(await playAndLook(county, asked), null, 2))
  } finally {
    await county.close()
  }
}

interface Asked {
  readonly cases: number
  readonly weeks: number | undefined
  readonly sideBySide: number
  /** Irregularities of each kind. */
  readonly irregular: number
  readonly everyDocument: boolean
}

async function playAndLook(county: County, { cases, weeks, sideBySide, irregular }: Asked) {
  const start = performance.now()
  const options = { cases, sideBySide, misdeedsOfEach: irregular, ...(weeks !== undefined && { weeks }) }
  const year = await playYear(county, options)
  const playSeconds = (performance.now() - start) / 1000
  const { publicCompanyId, shelf } = county.running.tongdian
  const readStart = performance.now()
  const histories = await new ResidentHistory(county.database).cases(publicCompanyId)
  const readSeconds = (performance.now() - readStart) / 1000
  const log = wholeLogOf(histories)
  return {
    cases: histories.length,
    closed: histories.filter(({ status }) => status === 'closed').length,
    failures: year.failures.slice(0, 5),
    facts: histories.reduce((sum, each) => sum + each.factCount, 0),
    events: log.eventCount,
    variants: variants(log).variantCount,
    irregularities: findPlanted(histories, year.misdeeds, irregular, await shelf.get(publicCompanyId)),
    xesIdentical: isSame(log, throughXes(log)),
    ocelIdentical: isSame(log, throughOcel(log)),
    playSeconds: Math.round(playSeconds),
    casesPerSecond: Number((year.cases / playSeconds).toFixed(1)),
    readSeconds: Number(readSeconds.toFixed(1)),
  }
}

const shanghaiMinutes = 480

function throughXes(log: EventLog): EventLog {
  const read = readXes([...writeLogAsXes(log, shanghaiMinutes)].join(''), 'elapsed')
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.log
}

function throughOcel(log: EventLog): EventLog {
  const read = fromOcel(JSON.parse(JSON.stringify(toOcel(log))))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

/** The same cases, activities, people and times, event by event. */
function isSame(a: EventLog, b: EventLog): boolean {
  if (a.eventCount !== b.eventCount || a.caseCount !== b.caseCount) return false
  for (let c = 0; c <= a.caseCount; c += 1) {
    if (a.caseIds[c] !== b.caseIds[c] || a.caseStarts[c] !== b.caseStarts[c]) return false
  }
  for (let i = 0; i < a.eventCount; i += 1) {
    if (a.timeMs[i] !== b.timeMs[i] || a.startMs?.[i] !== b.startMs?.[i]) return false
    if (a.activities[a.activityOf[i] ?? 0] !== b.activities[b.activityOf[i] ?? 0]) return false
    if (a.resources[a.resourceOf[i] ?? 0] !== b.resources[b.resourceOf[i] ?? 0]) return false
  }
  return true
}
