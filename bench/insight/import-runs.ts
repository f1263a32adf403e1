import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, say } from '../report.ts'
import { readLogText } from './reference-log.ts'

export interface ImportFigures {
  readonly seconds: number
  readonly peakMb: number
}

/** Reads the 262 200-event log from a plain file with each reader in turn, each time in a fresh process; medians. */
export function importRuns(rounds: number, withPm4js: boolean): Record<string, ImportFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'tongdian-bench-'))
  const file = join(folder, 'log.xes')
  try {
    writeFileSync(file, readLogText('bpic2012.xes.gz'))
    const found: Record<string, ImportFigures[]> = { bare: [], ours: [] }
    for (let round = 0; round < rounds; round++)
      for (const mode of ['bare', 'ours']) found[mode]?.push(child(mode, file))
    if (withPm4js) found.pm4js = [child('pm4js', file)]
    return Object.fromEntries(
      Object.entries(found).map(([mode, runs]) => [
        mode,
        { seconds: median(runs.map(({ seconds }) => seconds)), peakMb: median(runs.map(({ peakMb }) => peakMb)) },
      ]),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function child(mode: string, file: string): ImportFigures {
  const script = fileURLToPath(new URL('./import-child.ts', import.meta.url))
  const done = spawnSync(process.execPath, ['--max-old-space-size=4096', script, mode, file], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${mode}: ${done.stderr}`)
  const { events, seconds, peakMb } = JSON.parse(done.stdout)
  if (events !== 262_200) throw new Error(`${mode} read ${events} events`)
  say(`insight: import ${mode} ${seconds.toFixed(2)} s, ${peakMb.toFixed(0)} MB`)
  return { seconds, peakMb }
}
