import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { EventLog } from '#insight'

const folder = fileURLToPath(new URL('./peers/', import.meta.url))

/** Installs pm4js beside the benchmark; false where that cannot be done here. */
export function installPm4js(): boolean {
  if (existsSync(`${folder}node_modules/pm4js`)) return true
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  return spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] }).status === 0
}

/** Frequencies, mean times and variants by pm4js over objects made before the clock starts, milliseconds. */
export function pm4jsMap(log: EventLog): number {
  const require = createRequire(`${folder}package.json`)
  const {
    EventLog: Log,
    Trace,
    Event,
    Attribute,
    FrequencyDfgDiscovery,
    PerformanceDfgDiscovery,
    GeneralLogStatistics,
  } = Object.assign(globalThis, require('pm4js'))
  const objects = new Log()
  for (let c = 0; c < log.caseCount; c++) {
    const trace = new Trace()
    for (let i = log.caseStarts[c] ?? 0; i < (log.caseStarts[c + 1] ?? 0); i++) {
      const event = new Event()
      event.attributes['concept:name'] = new Attribute(log.activities[log.activityOf[i] ?? 0])
      event.attributes['time:timestamp'] = new Attribute(new Date(log.timeMs[i] ?? 0))
      trace.events.push(event)
    }
    objects.traces.push(trace)
  }
  const begin = performance.now()
  FrequencyDfgDiscovery.apply(objects)
  PerformanceDfgDiscovery.apply(objects)
  GeneralLogStatistics.getVariants(objects)
  return performance.now() - begin
}
