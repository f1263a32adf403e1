import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { type EventLog, EventLogBuilder, readXes } from '#insight'
import { getAccepted } from '#kernel'

export const logFolder = join(
  process.env.TONGDIAN_REFERENCE_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)),
  'eventlogs',
)

export const hasReferenceLogs = (): boolean => existsSync(logFolder)

export function readLogText(name: string): string {
  const bytes = readFileSync(join(logFolder, name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

export const readLog = (name: string): EventLog => getAccepted(readXes(readLogText(name), 'wall')).log

/** A real log so many times over, every copy with cases of its own. */
export function repeatLog(log: EventLog, copies: number): EventLog {
  const builder = new EventLogBuilder()
  const codes = log.activities.map((name) => builder.activities.codeOf(name))
  const people = log.resources.map((name) => builder.resources.codeOf(name))
  for (let copy = 0; copy < copies; copy++) {
    for (let c = 0; c < log.caseCount; c++) {
      const code = builder.openCase(`${log.caseIds[c]}-${copy}`)
      for (let i = log.caseStarts[c] ?? 0; i < (log.caseStarts[c + 1] ?? 0); i++) {
        const person = people[log.resourceOf[i] ?? 0]
        builder.addCoded(code, codes[log.activityOf[i] ?? 0] ?? 0, log.timeMs[i] ?? 0, person)
      }
    }
  }
  return builder.build('as-added')
}
